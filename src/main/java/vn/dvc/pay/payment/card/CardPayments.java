package vn.dvc.pay.payment.card;

import static vn.dvc.pay.payment.PaymentStatus.PROCESSING;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_CARD;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCommand.Capture;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.payment.card.CardPaymentSteps.Verdict;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/** The steps of card-payment.bpmn between two bank calls: wait, prepare the capture, stop. */
@Component
class CardPayments {
  private final PaymentRepository payments;
  private final BankCalls attempts;
  private final MoneyCalls calls;
  private final CardStanding standing;
  private final HoldCases holdCases;
  private final RetrySchedule schedule;
  private final DatabaseTime time;

  CardPayments(
      PaymentRepository payments,
      BankCalls attempts,
      MoneyCalls calls,
      CardStanding standing,
      HoldCases holdCases,
      RetrySchedule schedule,
      DatabaseTime time) {
    this.payments = payments;
    this.attempts = attempts;
    this.calls = calls;
    this.standing = standing;
    this.holdCases = holdCases;
    this.schedule = schedule;
    this.time = time;
  }

  /** Opens card entry with a new challenge. */
  @Transactional
  void openCardEntry(PaymentId id) {
    var payment = payments.lock(id);
    payment.card().challenge(Challenges.fresh());
    payment.money().moving(false); // the earlier attempt has certainly ended
    payment.moveTo(WAITING_FOR_CARD, time.now());
  }

  AttemptRef attemptOf(PaymentId id) {
    return payments.attemptOf(id);
  }

  Instant windowEnds(PaymentId id) {
    return existing(id).windowEndsAt();
  }

  Instant otpExpires(PaymentId id) {
    return existing(id).card().otpExpiresAt();
  }

  /** Expires the OTP, by database time, because the engine's timer may fire early. */
  @Transactional
  Verdict endOtpValidity(PaymentId id) {
    var payment = payments.lock(id);
    var expired = !time.now().isBefore(payment.card().otpExpiresAt());
    return expired ? Verdict.OTP_EXPIRED : Verdict.OTP_AWAITED;
  }

  /** Stops the payment if its window has ended, by database time. */
  @Transactional
  Verdict endWindow(PaymentId id) {
    var payment = payments.lock(id);
    var now = time.now();
    var waitsForCard = payment.status() == WAITING_FOR_CARD;
    if (now.isBefore(payment.windowEndsAt())) {
      return waitsForCard ? Verdict.CARD_AWAITED : Verdict.OTP_AWAITED;
    }
    payment.requestStop(StopReason.WINDOW_ENDED);
    payment.moveTo(PROCESSING, now);
    return waitsForCard ? Verdict.ENDED : Verdict.STOP_WANTED;
  }

  /** Records the capture, unless the payment is to stop. */
  @Transactional
  Verdict prepareCapture(PaymentId id) {
    var payment = payments.lock(id);
    var now = time.now();
    if (!now.isBefore(payment.windowEndsAt())) {
      payment.requestStop(StopReason.WINDOW_ENDED);
    }
    if (payment.stopIsRequested()) {
      return Verdict.STOP_WANTED;
    }
    payment.moveTo(PROCESSING, now);
    payment.money().moving(true);
    calls.prepare(payment, new Capture());
    return Verdict.AUTHORISED;
  }

  /**
   * When to resend a capture that certainly never happened, at the latest at the end of the window.
   */
  Instant nextCaptureAt(PaymentId id) {
    var payment = existing(id);
    var tries = attempts.tries(payment.money().attempt(), Operation.CAPTURE);
    var next = time.now().plus(schedule.pauseAfter(tries));
    return next.isBefore(payment.windowEndsAt()) ? next : payment.windowEndsAt();
  }

  /** Continues from the finding of clarify-outcome.bpmn. */
  @Transactional
  String resumeFromFinding(PaymentId id) {
    return calls.resume(
        id,
        (payment, attempt, now) -> {
          payment.card().last4(attempt.last4());
          var stands = standing.of(payment, attempt.state(), now);
          holdCases.closeCase(attempt.ref(), stands);
          return stands;
        });
  }

  private PaymentEntity existing(PaymentId id) {
    return payments.require(id);
  }
}
