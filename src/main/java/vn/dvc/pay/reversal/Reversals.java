package vn.dvc.pay.reversal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * Returns money, in full or in part, for whatever reason. All reversals of one original together
 * never exceed what was taken.
 */
@Component
public class Reversals {
  private final ReversalRepository reversals;
  private final TakenMoneyRepository taken;
  private final Processes processes;
  private final DatabaseTime time;

  Reversals(
      ReversalRepository reversals,
      TakenMoneyRepository taken,
      Processes processes,
      DatabaseTime time) {
    this.reversals = reversals;
    this.taken = taken;
    this.processes = processes;
    this.time = time;
  }

  /**
   * Records the reversal and starts its process, in the caller's transaction.
   *
   * @param payment the payment the money was taken for, null if there is none
   * @param reason sent to the bank, at most 200 characters; names the occasion, for which an
   *     original is returned only once
   * @return the reversal's id, V and 32 hexadecimal digits
   * @throws vn.dvc.pay.values.Problem money-given-back (409) if less than this amount is left
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String giveBack(
      OriginalMoney original, @Nullable String payment, Money amount, String reason) {
    taken.reserve(original, amount);
    var reversal = reversals.add(new ReversalEntity(original, payment, amount, reason, time.now()));
    var variables = Map.<String, Object>of("reversalId", reversal.id(), "bank", reversal.bank());
    reversal.runsIn(processes.start("reverse-payment", reversal.id(), variables));
    return reversal.id();
  }

  /**
   * How many whole dong of this original may still be returned; locks the original, in the caller's
   * transaction.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long left(OriginalMoney original) {
    return taken.left(original);
  }

  /** The most recent reversal of this original. */
  public Optional<String> newestOf(OriginalMoney original) {
    return reversals.newestOf(original);
  }

  /** When the money of this reversal was back; empty until then. */
  public Optional<Instant> doneAt(String reversal) {
    return reversals.finishedAt(reversal);
  }
}
