package vn.dvc.pay.payment.counter;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.Timers;
import vn.dvc.pay.payment.settlement.PaymentClosure;
import vn.dvc.pay.values.PaymentId;

/**
 * The steps of counter-payment.bpmn: each method is one task of the model or the date of a timer.
 */
@ProcessSteps(
    value = "counterPayment",
    variables = "paymentId",
    messages = {"collectionNoticed", "cancelRequested"})
public class CounterPaymentSteps { // public because the engine calls it by reflection
  private final CounterPayments payments;
  private final PaymentClosure closure;
  private final Timers timers;

  CounterPaymentSteps(CounterPayments payments, PaymentClosure closure, Timers timers) {
    this.payments = payments;
    this.closure = closure;
    this.timers = timers;
  }

  public void openInstruction(String paymentId) {
    payments.openInstruction(PaymentId.of(paymentId));
  }

  @Verdicts({"COLLECTED", "COLLECTION_AWAITED"})
  public String checkCollection(String paymentId) {
    return payments.checkCollection(PaymentId.of(paymentId)).name();
  }

  public void remindPayer(String paymentId) {
    payments.remindPayer(PaymentId.of(paymentId));
  }

  @Verdicts({"COLLECTION_AWAITED", "ENDED"})
  public String endWindow(String paymentId) {
    return payments.endWindow(PaymentId.of(paymentId)).name();
  }

  public void returnHeld(String paymentId) {
    payments.returnHeld(PaymentId.of(paymentId));
  }

  @Verdicts({"DECLINED", "CANCELLED", "EXPIRED"})
  public String finishUnpaid(String paymentId) {
    return closure.finish(PaymentId.of(paymentId)).name();
  }

  /** When to remind the payer, for the model's timer (ISO 8601). */
  public String reminderDue(String paymentId) {
    return timers.at(payments.reminderDue(PaymentId.of(paymentId)));
  }

  /** When the instruction's window ends, for the model's timer (ISO 8601). */
  public String windowEnds(String paymentId) {
    return timers.at(payments.windowEnds(PaymentId.of(paymentId)));
  }

  /** The verdicts that the gateways of counter-payment.bpmn read. */
  enum Verdict {
    COLLECTED,
    COLLECTION_AWAITED,
    ENDED
  }
}
