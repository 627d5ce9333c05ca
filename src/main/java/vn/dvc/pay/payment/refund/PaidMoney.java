package vn.dvc.pay.payment.refund;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.collection.CollectedMoney;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Problem;

/**
 * The money that paid a payment: its attempt's debit, or the collections taken for it (several if
 * the rest came in later).
 */
@Component
class PaidMoney {
  private final BankCalls calls;
  private final CollectedMoney collected;
  private final Reversals reversals;

  PaidMoney(BankCalls calls, CollectedMoney collected, Reversals reversals) {
    this.calls = calls;
    this.collected = collected;
    this.reversals = reversals;
  }

  /** The amount that is neither back nor on its way back, in whole dong. */
  long left(PaymentEntity payment) {
    return originals(payment).stream().mapToLong(reversals::left).sum();
  }

  /**
   * Returns this amount, from the oldest money first.
   *
   * @return the reversals that carry it out
   * @throws Problem money-given-back (409) when less is left
   * @throws IllegalStateException when our tables hold no money that paid it
   */
  List<String> giveBack(PaymentEntity payment, Money amount, String reason) {
    var begun = new ArrayList<String>();
    var open = amount.dong();
    for (var original : originals(payment)) {
      var part = Math.min(open, reversals.left(original));
      if (part > 0) {
        begun.add(reversals.giveBack(original, payment.id().text(), Money.dong(part), reason));
        open -= part;
      }
    }
    if (open > 0) {
      throw Problem.conflict("money-given-back").with("payment", payment.id().text());
    }
    return begun;
  }

  private List<OriginalMoney> originals(PaymentEntity payment) {
    if (payment.method() == Method.COUNTER) {
      return collections(payment);
    }
    var attempt = calls.attempt(payment.money().attempt());
    if (attempt.state() != Attempt.State.DEBITED
        || !attempt.subject().equals(Subject.of(payment.id()))) {
      throw new IllegalStateException(
          "There is no debit to return: the attempt is " + attempt.state());
    }
    return List.of(OriginalMoney.debited(attempt.bank(), attempt.ref()));
  }

  private List<OriginalMoney> collections(PaymentEntity payment) {
    var paying = collected.of(payment.id());
    if (paying.isEmpty()) {
      throw new IllegalStateException("There is no collection to return");
    }
    return paying.stream().map(it -> OriginalMoney.collected(it.bank(), it.reference())).toList();
  }
}
