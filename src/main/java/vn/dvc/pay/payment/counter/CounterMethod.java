package vn.dvc.pay.payment.counter;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.method.PaymentMethod;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRules;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.Problem;

/**
 * Payment at the counter or by transfer. Each operation is one transaction on the locked payment.
 */
@Component
public class CounterMethod implements PaymentMethod {
  private final Instructions instructions;
  private final CounterMoney money;
  private final CounterPaymentWorkflow workflow;
  private final DatabaseTime time;

  CounterMethod(
      Instructions instructions,
      CounterMoney money,
      CounterPaymentWorkflow workflow,
      DatabaseTime time) {
    this.instructions = instructions;
    this.money = money;
    this.workflow = workflow;
    this.time = time;
  }

  @Override
  public Method method() {
    return Method.COUNTER;
  }

  /** When this returns, the payment waits for its money. */
  @Override
  public void start(PaymentEntity payment, PaymentRules rules, @Nullable Person startedBy) {
    instructions.issue(payment, rules);
    workflow.paymentRequested(payment);
  }

  /**
   * When this returns, the payment is cancelled and its dossiers are free; money kept for it goes
   * back.
   *
   * @throws Problem already-processing, money-being-looked-at (409): money that came in may pay it
   */
  @Override
  public void cancelRequested(PaymentEntity payment) {
    if (payment.status() != PaymentStatus.WAITING_FOR_COLLECTION) {
      throw Problem.conflict("already-processing").with("payment", payment.id().text());
    }
    if (money.isLookedAt(payment)) {
      throw Problem.conflict("money-being-looked-at").with("payment", payment.id().text());
    }
    workflow.cancelRequested(payment);
  }

  /** All its money has come in. When this returns, it is paid. */
  public void collected(PaymentEntity payment) {
    payment.moveTo(PaymentStatus.PROCESSING, time.now());
    workflow.moneyChanged(payment);
  }

  /**
   * All its money has come in after it ended unpaid, and its dossiers are reserved for it again.
   * When this returns, it is paid.
   */
  public void collectedLate(PaymentEntity payment) {
    payment.takeUpAgain(time.now());
    workflow.moneyCameLate(payment);
  }

  /** Part of its money is kept; a new instruction asks for the rest. */
  public void restRequested(PaymentEntity payment, Money rest) {
    payment.windowEndsAt(instructions.issueForRest(payment.id(), rest, time.now()).validUntil());
    workflow.moneyChanged(payment);
  }

  /** Money that came in without paying it has been decided about: its window may end now. */
  public void decided(PaymentEntity payment) {
    if (payment.status() == PaymentStatus.WAITING_FOR_COLLECTION) {
      workflow.moneyChanged(payment);
    }
  }
}
