package vn.dvc.pay.payment.card;

import static vn.dvc.pay.bank.Operation.AUTHORISE;
import static vn.dvc.pay.bank.Operation.CAPTURE;
import static vn.dvc.pay.bank.Operation.OTP;
import static vn.dvc.pay.bank.Operation.RESEND;
import static vn.dvc.pay.bank.Operation.VOID;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.engine.Timers;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.settlement.PaymentClosure;
import vn.dvc.pay.values.PaymentId;

/** The steps of card-payment.bpmn: each method is one task of the model or the date of a timer. */
@ProcessSteps(
    value = "cardPayment",
    variables = {"paymentId", "bank"},
    messages = {"cardEntered", "otpEntered", "resendRequested", "cancelRequested", "holdDecided"})
public class CardPaymentSteps { // public because the engine calls it by reflection
  private final CardDeadlines deadlines;
  private final CardCapture capture;
  private final MoneyCalls calls;
  private final CardAnswers answers;
  private final HoldRelease release;
  private final PaymentClosure closure;
  private final PaymentRepository payments;
  private final Timers timers;

  CardPaymentSteps(
      CardDeadlines deadlines,
      CardCapture capture,
      MoneyCalls calls,
      CardAnswers answers,
      HoldRelease release,
      PaymentClosure closure,
      PaymentRepository payments,
      Timers timers) {
    this.deadlines = deadlines;
    this.capture = capture;
    this.calls = calls;
    this.answers = answers;
    this.release = release;
    this.closure = closure;
    this.payments = payments;
    this.timers = timers;
  }

  public void openCardEntry(String paymentId) {
    deadlines.openCardEntry(PaymentId.of(paymentId));
  }

  @Verdicts({
    "CARD_AWAITED",
    "OTP_AWAITED",
    "AUTHORISED",
    "CAPTURED",
    "STOP_WANTED",
    "ENDED",
    "UNKNOWN"
  })
  public RecordedAnswer authoriseCard(String paymentId) {
    return calls.ask(PaymentId.of(paymentId), AUTHORISE, answers::authorised);
  }

  @Verdicts({
    "CARD_AWAITED",
    "OTP_AWAITED",
    "AUTHORISED",
    "CAPTURED",
    "STOP_WANTED",
    "ENDED",
    "UNKNOWN",
    "OTP_EXPIRED"
  })
  public RecordedAnswer verifyOtp(String paymentId) {
    return calls.ask(PaymentId.of(paymentId), OTP, answers::otpVerified);
  }

  @Verdicts({
    "CARD_AWAITED",
    "OTP_AWAITED",
    "AUTHORISED",
    "CAPTURED",
    "STOP_WANTED",
    "ENDED",
    "UNKNOWN"
  })
  public RecordedAnswer resendOtp(String paymentId) {
    return calls.ask(PaymentId.of(paymentId), RESEND, answers::resent);
  }

  @Verdicts({"OTP_AWAITED", "OTP_EXPIRED"})
  public String endOtpValidity(String paymentId) {
    return deadlines.endOtpValidity(PaymentId.of(paymentId)).name();
  }

  @Verdicts({"AUTHORISED", "STOP_WANTED"})
  public String prepareCapture(String paymentId) {
    return capture.prepare(PaymentId.of(paymentId)).name();
  }

  @Verdicts({
    "CARD_AWAITED",
    "OTP_AWAITED",
    "AUTHORISED",
    "CAPTURED",
    "STOP_WANTED",
    "ENDED",
    "UNKNOWN",
    "NOT_SENT"
  })
  public RecordedAnswer captureCard(String paymentId) {
    return calls.ask(PaymentId.of(paymentId), CAPTURE, answers::captured);
  }

  @Verdicts({
    "CARD_AWAITED",
    "OTP_AWAITED",
    "AUTHORISED",
    "CAPTURED",
    "STOP_WANTED",
    "ENDED",
    "UNKNOWN"
  })
  public String resumeFromFinding(String paymentId) {
    return calls.resume(PaymentId.of(paymentId), answers::found);
  }

  @Verdicts({"VOID_NOW", "PAUSE", "UNKNOWN"})
  public String planVoid(String paymentId) {
    return release.planVoid(PaymentId.of(paymentId)).name();
  }

  @Verdicts({"PAUSE", "CASE_NEEDED"})
  public String planNextVoid(String paymentId) {
    return release.planNextVoid(PaymentId.of(paymentId)).name();
  }

  public void openHoldCase(String paymentId) {
    release.openCase(PaymentId.of(paymentId));
  }

  public void prepareVoid(String paymentId) {
    release.prepareVoid(PaymentId.of(paymentId));
  }

  @Verdicts({
    "CARD_AWAITED",
    "OTP_AWAITED",
    "AUTHORISED",
    "CAPTURED",
    "STOP_WANTED",
    "ENDED",
    "UNKNOWN",
    "NOT_SENT"
  })
  public RecordedAnswer voidAuthorisation(String paymentId) {
    return calls.ask(PaymentId.of(paymentId), VOID, answers::voided);
  }

  @Verdicts({"CARD_AWAITED", "OTP_AWAITED", "ENDED", "STOP_WANTED"})
  public String endWindow(String paymentId) {
    return deadlines.endWindow(PaymentId.of(paymentId)).name();
  }

  @Verdicts({"DECLINED", "CANCELLED", "EXPIRED"})
  public String finishUnpaid(String paymentId) {
    return closure.finish(PaymentId.of(paymentId)).name();
  }

  /** When the payment window ends, for the model's timers (ISO 8601). */
  public String windowEnds(String paymentId) {
    return timers.at(deadlines.windowEnds(PaymentId.of(paymentId)));
  }

  /** When the latest code expires, for the model's timer (ISO 8601). */
  public String otpExpires(String paymentId) {
    return timers.at(deadlines.otpExpires(PaymentId.of(paymentId)));
  }

  /** When to resend a capture that never left, for the model's timer (ISO 8601). */
  public String nextCaptureAt(String paymentId) {
    return timers.at(capture.nextAt(PaymentId.of(paymentId)));
  }

  /** When to request the hold's release again, for the model's timer (ISO 8601). */
  public String nextVoidAt(String paymentId) {
    return timers.at(release.nextVoidAt(PaymentId.of(paymentId)));
  }

  /** The attempt in doubt, for clarify-outcome.bpmn. */
  public String attemptRef(String paymentId) {
    return payments.attemptOf(PaymentId.of(paymentId)).toString();
  }

  /**
   * The verdicts that the gateways of card-payment.bpmn read. A verdict that a gateway does not
   * name takes the default flow, which never moves money.
   */
  enum Verdict {
    /** The payer may enter a card, or enter one again. */
    CARD_AWAITED,
    /** The bank waits for an OTP. */
    OTP_AWAITED,
    /** The bank waits for an OTP, but the latest code has expired. */
    OTP_EXPIRED,
    /** The bank holds the amount and may be asked to capture it. */
    AUTHORISED,
    /** The money has been captured. */
    CAPTURED,
    /** The bank holds the amount, and the hold is to be released. */
    STOP_WANTED,
    /** The release of the hold is requested now. */
    VOID_NOW,
    /** The release will be requested again later. */
    PAUSE,
    /** As PAUSE, and a case is opened because the bank does not release the hold. */
    CASE_NEEDED,
    /** The request certainly never left; it may be recorded and sent anew. */
    NOT_SENT,
    /** Nothing is held, and there will be no further try. */
    ENDED,
    /** We do not know what the bank did. */
    UNKNOWN
  }
}
