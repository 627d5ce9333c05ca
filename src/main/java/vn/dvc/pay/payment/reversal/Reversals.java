package vn.dvc.pay.payment.reversal;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.values.Money;

/** Gives money back, all of it or some: what two persons decided is carried out here. */
@Component
public class Reversals {
  private final ReversalBook book;
  private final Processes processes;
  private final DatabaseTime time;

  Reversals(ReversalBook book, Processes processes, DatabaseTime time) {
    this.book = book;
    this.processes = processes;
    this.time = time;
  }

  /**
   * Writes the reversal down and starts its process, in the caller's transaction.
   *
   * @param payment the payment that it had come for, null where there is none
   * @param reason what the bank is told, at most 200 characters
   * @return the reversal's id, V and 32 hexadecimal digits
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String giveBack(OriginalMoney original, String payment, Money amount, String reason) {
    var row = book.add(new ReversalRow(original, payment, amount, reason, time.now()));
    var variables = Map.<String, Object>of("reversalId", row.id(), "bank", row.bank());
    row.runsIn(processes.start("reverse-payment", row.id(), variables));
    return row.id();
  }
}
