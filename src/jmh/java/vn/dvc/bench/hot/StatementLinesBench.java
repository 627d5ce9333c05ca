package vn.dvc.bench.hot;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import vn.dvc.pay.reconciliation.statement.LongStatement;
import vn.dvc.pay.reconciliation.statement.StatementHead;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;

/** One line of a bank's statement, made up and read. */
@State(Scope.Benchmark)
public class StatementLinesBench {
  private static final int LINES = 1_000;

  private final LongStatement statement = new LongStatement(LINES);

  @Benchmark
  @OperationsPerInvocation(LINES)
  public StatementHead line() throws StatementRefused {
    return statement.read();
  }
}
