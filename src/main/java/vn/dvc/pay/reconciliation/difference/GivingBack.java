package vn.dvc.pay.reconciliation.difference;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.payment.Movements;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Problem;

/** Returns money that the bank took in excess, for the differences that show it. */
@Component
public class GivingBack {
  private final Movements movements;

  GivingBack(Movements movements) {
    this.movements = movements;
  }

  /**
   * Possible for a second booking of a debit, and for the debit of an attempt that certainly failed
   * in our records and whose payment has ended, paid by another attempt or unpaid. We are not
   * entitled to return anything else.
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
  void requirePossible(Difference it) {
    if (!isPossible(it)) {
      throw Problem.conflict("difference-not-reversible");
    }
  }

  void giveBack(Difference it, String caseId) {
    requirePossible(it);
    movements.giveBack(
        it.bank(),
        it.money(),
        it.kind() == LineClass.DUPLICATE ? it.key() : null,
        it.payment(),
        Money.dong(it.bankAmount()),
        "DVC Pay, case " + caseId);
  }
}
