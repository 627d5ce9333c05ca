package vn.dvc.pay.payment.settlement;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.values.Money;

/** Evidence by the payment's own bank attempt. */
@Component
class AttemptFundsEvidence implements FundsEvidence {
  private static final Set<Attempt.State> NOTHING_HELD =
      EnumSet.of(
          Attempt.State.DECLINED,
          Attempt.State.VOIDED,
          Attempt.State.NOT_EXECUTED,
          Attempt.State.REVERSED);

  private final BankCalls calls;

  AttemptFundsEvidence(BankCalls calls) {
    this.calls = calls;
  }

  @Override
  public boolean covers(Method method) {
    return method == Method.CARD || method == Method.ACCOUNT;
  }

  @Override
  public void requireReceived(PaymentEntity payment) {
    var attempt = calls.lock(payment.money().attempt());
    var lines = payment.lines().stream().mapToLong(PaymentLine::amount).sum();
    if (attempt.state() != Attempt.State.DEBITED
        || !attempt.subject().equals(Subject.of(payment.id()))
        || !Money.dong(lines).equals(attempt.amount())
        || payment.amount().dong() != lines) {
      throw new IllegalStateException(
          "No debit matches these lines exactly, so nothing is marked paid");
    }
  }

  @Override
  public void requireNothingHeld(PaymentEntity payment) {
    var attempt = payment.money().attempt();
    if (attempt == null) {
      return;
    }
    var state = calls.lock(attempt).state();
    // An attempt that was authorised and then not executed may still be held until released.
    if (state == Attempt.State.NOT_EXECUTED && calls.wasAuthorised(attempt)) {
      throw new IllegalStateException("The payment cannot end unpaid while its hold may stand");
    }
    if (!NOTHING_HELD.contains(state)) {
      throw new IllegalStateException(
          "The payment cannot end unpaid while its attempt is " + state);
    }
    calls.forgetSealed(attempt);
  }
}
