package vn.dvc.pay.reconciliation.difference;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.payment.Movements;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Problem;

/** Which differences are money that the bank took too much, and how it goes back. */
@Component
public class GivingBack {
  private final Movements movements;

  GivingBack(Movements movements) {
    this.movements = movements;
  }

  /**
   * A second booking of a debit, or the debit of an attempt that surely failed for us and whose
   * payment has ended: by another attempt, or unpaid. Nothing else is ours to give back.
   */
  boolean isPossible(Difference it) {
    if (it.money() == null || it.payment() == null || !Boolean.TRUE.equals(it.credit())) {
      return false;
    }
    var known = movements.named(it.bank(), List.of(it.money())).get(it.money());
    if (known == null || known.kind() != Movement.Kind.DEBIT) {
      return false;
    }
    return it.kind() == LineClass.DUPLICATE && it.bookedTwice()
        || it.kind() == LineClass.BANK_ONLY
            && known.fate() == Movement.Fate.NOT_MOVED
            && movements.isFinished(it.payment());
  }

  /**
   * @throws Problem difference-not-reversible (409)
   */
  void demandPossible(Difference it) {
    if (!isPossible(it)) {
      throw Problem.conflict("difference-not-reversible");
    }
  }

  void giveBack(Difference it, String caseId) {
    demandPossible(it);
    movements.giveBack(
        it.bank(),
        it.money(),
        it.kind() == LineClass.DUPLICATE ? it.key() : null,
        it.payment(),
        Money.dong(it.bankAmount()),
        "DVC Pay, case " + caseId);
  }
}
