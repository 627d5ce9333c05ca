package vn.dvc.pay.reversal;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.reversal.record.ReversalEntity;
import vn.dvc.pay.reversal.record.ReversalRepository;
import vn.dvc.pay.reversal.record.TakenMoneyRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Money;

/**
 * Gives money back, all of it or some: whoever wants that, for whatever reason, comes here. Of one
 * original never more goes back than was taken, in sum and whoever asks.
 */
@Component
public class Reversals {
  private final ReversalRepository book;
  private final TakenMoneyRepository taken;
  private final Processes processes;
  private final DatabaseTime time;

  Reversals(
      ReversalRepository book, TakenMoneyRepository taken, Processes processes, DatabaseTime time) {
    this.book = book;
    this.taken = taken;
    this.processes = processes;
    this.time = time;
  }

  /**
   * Writes the reversal down and starts its process, in the caller's transaction.
   *
   * @param payment the payment that it had come for, null where there is none
   * @param reason what the bank is told, at most 200 characters; names what the money goes back
   *     for, and for one reason an original goes back once
   * @return the reversal's id, V and 32 hexadecimal digits
   * @throws vn.dvc.pay.values.Problem money-given-back (409) when less than this is left of it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String giveBack(OriginalMoney original, String payment, Money amount, String reason) {
    taken.reserve(original, amount);
    var row = book.add(new ReversalEntity(original, payment, amount, reason, time.now()));
    var variables = Map.<String, Object>of("reversalId", row.id(), "bank", row.bank());
    row.runsIn(processes.start("reverse-payment", row.id(), variables));
    return row.id();
  }

  /**
   * Whole dong that may still go back of this original, which stays locked, in the caller's
   * transaction.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long left(OriginalMoney original) {
    return taken.left(original);
  }

  /** The reversal of this original that was asked for last. */
  public Optional<String> newestOf(OriginalMoney original) {
    return book.newestOf(original);
  }

  /** Whether the money of this reversal is back. */
  public boolean isDone(String reversal) {
    return book.isFinished(reversal);
  }
}
