package vn.dvc.pay.payment.account;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.engine.Timers;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.settlement.PaymentClosure;
import vn.dvc.pay.values.PaymentId;

/**
 * The steps of account-payment.bpmn: each method is one task of the model or the date of a timer.
 */
@ProcessSteps(
    value = "accountPayment",
    variables = {"paymentId", "bank"},
    messages = {"approved", "approvalRefused", "cancelRequested"})
public class AccountPaymentSteps { // public because the engine calls it by reflection
  private final AccountPayments accounts;
  private final PaymentRepository payments;
  private final PaymentClosure closure;
  private final Timers timers;

  AccountPaymentSteps(
      AccountPayments accounts, PaymentRepository payments, PaymentClosure closure, Timers timers) {
    this.accounts = accounts;
    this.payments = payments;
    this.closure = closure;
    this.timers = timers;
  }

  @Verdicts({"PREPARED", "NEEDS_APPROVAL", "ENDED"})
  public String prepareDebit(String paymentId) {
    return accounts.prepareDebit(PaymentId.of(paymentId)).name();
  }

  @Verdicts({"DEBITED", "NOT_SENT", "ENDED", "UNKNOWN"})
  public RecordedAnswer debitAccount(String paymentId) {
    return accounts.debit(PaymentId.of(paymentId));
  }

  @Verdicts({"DEBITED", "NOT_SENT", "ENDED", "UNKNOWN"})
  public String resumeFromFinding(String paymentId) {
    return accounts.resumeFromFinding(PaymentId.of(paymentId));
  }

  @Verdicts({"DECLINED", "CANCELLED", "EXPIRED"})
  public String finishUnpaid(String paymentId) {
    return closure.finish(PaymentId.of(paymentId)).name();
  }

  /** Until when a second person may approve it, for the model's timer (ISO 8601). */
  public String approvalEnds(String paymentId) {
    return timers.at(accounts.approvalEnds(PaymentId.of(paymentId)));
  }

  /** When to try the debit again, for the model's timer (ISO 8601). */
  public String nextTryAt(String paymentId) {
    return timers.at(accounts.nextTryAt(PaymentId.of(paymentId)));
  }

  /** The attempt in doubt, for clarify-outcome.bpmn. */
  public String attemptRef(String paymentId) {
    return payments.attemptOf(PaymentId.of(paymentId)).toString();
  }

  /**
   * The verdicts that the gateways of account-payment.bpmn read. A verdict that a gateway does not
   * name takes the default flow, which never moves money.
   */
  enum Verdict {
    /** The debit has been recorded and may be sent. */
    PREPARED,
    /** A second person of the organisation must approve it first; nothing has been recorded. */
    NEEDS_APPROVAL,
    /** The money has been debited. */
    DEBITED,
    /** The debit certainly never happened and is to be retried. */
    NOT_SENT,
    /** No money was taken, and there will be no further try. */
    ENDED,
    /** We do not know what the bank did. */
    UNKNOWN
  }
}
