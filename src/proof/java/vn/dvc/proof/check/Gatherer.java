package vn.dvc.proof.check;

import java.util.List;
import javax.sql.DataSource;

/** Collects the evidence of one database and one sandbox. */
public final class Gatherer {
  private final TableReader tables;
  private final SandboxReader sandbox;

  public Gatherer(DataSource database, String sandboxUrl) {
    this.tables = new TableReader(database);
    this.sandbox = new SandboxReader(sandboxUrl);
  }

  /** Of what is at rest; also of what is not, for {@link Checker#checkDuringTheRun}. */
  public JudgeEvidence gather() {
    return gather(List.of());
  }

  /**
   * The banks are asked first: what they have by then, our tables had before.
   *
   * @param clients what clients were told
   */
  public JudgeEvidence gather(List<Outside.Said> clients) {
    var bank = sandbox.bank();
    var hooks = sandbox.hooks();
    return new JudgeEvidence(
        bank, tables.tables(), tables.engine(), new Outside(hooks, clients), List.of());
  }
}
