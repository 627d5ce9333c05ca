package vn.dvc.pay.payment.counter;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.Timers;
import vn.dvc.pay.payment.settlement.PaymentClosure;
import vn.dvc.pay.values.PaymentId;

/**
 * What counter-payment.bpmn may ask of us. Each method is one task of that model, or a timer's
 * date.
 */
@ProcessSteps("counterPayment")
public class CounterPaymentSteps { // public only because the engine calls it by reflection
  private final CounterPayments payments;
  private final PaymentClosure unpaidEnd;
  private final Timers timers;

  CounterPaymentSteps(CounterPayments payments, PaymentClosure unpaidEnd, Timers timers) {
    this.payments = payments;
    this.unpaidEnd = unpaidEnd;
    this.timers = timers;
  }

  public void openInstruction(String paymentId) {
    payments.openInstruction(PaymentId.of(paymentId));
  }

  public String checkCollection(String paymentId) {
    return payments.checkCollection(PaymentId.of(paymentId)).name();
  }

  public void remindPayer(String paymentId) {
    payments.remindPayer(PaymentId.of(paymentId));
  }

  public String endWindow(String paymentId) {
    return payments.endWindow(PaymentId.of(paymentId)).name();
  }

  public void returnHeld(String paymentId) {
    payments.returnHeld(PaymentId.of(paymentId));
  }

  public String finishUnpaid(String paymentId) {
    return unpaidEnd.finish(PaymentId.of(paymentId)).name();
  }

  /** When the payer is reminded, for the timer of the model (ISO 8601). */
  public String reminderDue(String paymentId) {
    return timers.at(payments.reminderDue(PaymentId.of(paymentId)));
  }

  /** When the instruction's window ends, for the timer of the model (ISO 8601). */
  public String windowEnds(String paymentId) {
    return timers.at(payments.windowEnds(PaymentId.of(paymentId)));
  }
}
