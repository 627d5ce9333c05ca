package vn.dvc.pay.payment.card;

import static vn.dvc.pay.payment.PaymentStatus.PROCESSING;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_CARD;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/** What card-payment.bpmn asks between two calls to the bank: to wait, to capture, to stop. */
@Component
class CardPayments {
  private final PaymentRepository book;
  private final BankCalls attempts;
  private final MoneyCalls calls;
  private final CardStanding standing;
  private final HoldCases holds;
  private final RetrySchedule schedule;
  private final DatabaseTime time;

  CardPayments(
      PaymentRepository book,
      BankCalls attempts,
      MoneyCalls calls,
      CardStanding standing,
      HoldCases holds,
      RetrySchedule schedule,
      DatabaseTime time) {
    this.book = book;
    this.attempts = attempts;
    this.calls = calls;
    this.standing = standing;
    this.holds = holds;
    this.schedule = schedule;
    this.time = time;
  }

  /** Waits for a card, with a new challenge. */
  @Transactional
  void openCardEntry(PaymentId id) {
    var row = book.lock(id);
    row.card().challenge(Challenges.fresh());
    row.money().moving(false); // an earlier attempt is surely over
    row.moveTo(WAITING_FOR_CARD, time.now());
  }

  AttemptRef attemptOf(PaymentId id) {
    return book.attemptOf(id);
  }

  Instant windowEnds(PaymentId id) {
    return row(id).windowEndsAt();
  }

  Instant otpExpires(PaymentId id) {
    return row(id).card().otpExpiresAt();
  }

  /** Whether the code's time is over, by database time: the engine's timer may come early. */
  @Transactional
  CardVerdict endOtpValidity(PaymentId id) {
    var row = book.lock(id);
    var expired = !time.now().isBefore(row.card().otpExpiresAt());
    return expired ? CardVerdict.OTP_EXPIRED : CardVerdict.OTP_AWAITED;
  }

  /** Stops the payment when its window is over, by database time. */
  @Transactional
  CardVerdict endWindow(PaymentId id) {
    var row = book.lock(id);
    var now = time.now();
    var waitsForCard = row.status() == WAITING_FOR_CARD;
    if (now.isBefore(row.windowEndsAt())) {
      return waitsForCard ? CardVerdict.CARD_AWAITED : CardVerdict.OTP_AWAITED;
    }
    row.requestStop(StopReason.WINDOW_ENDED);
    row.moveTo(PROCESSING, now);
    return waitsForCard ? CardVerdict.ENDED : CardVerdict.STOP_WANTED;
  }

  /** Writes the capture down, unless the payment shall stop. */
  @Transactional
  CardVerdict prepareCapture(PaymentId id) {
    var row = book.lock(id);
    var now = time.now();
    if (!now.isBefore(row.windowEndsAt())) {
      row.requestStop(StopReason.WINDOW_ENDED);
    }
    if (row.stopIsRequested()) {
      return CardVerdict.STOP_WANTED;
    }
    row.moveTo(PROCESSING, now);
    row.money().moving(true);
    calls.prepare(row, Operation.CAPTURE, now, null, Map.of());
    return CardVerdict.AUTHORISED;
  }

  /** When a capture that surely never happened is sent again; the window's end is the last time. */
  Instant nextCaptureAt(PaymentId id) {
    var row = row(id);
    var tries = attempts.tries(row.money().attempt(), Operation.CAPTURE);
    var next = time.now().plus(schedule.pauseAfter(tries));
    return next.isBefore(row.windowEndsAt()) ? next : row.windowEndsAt();
  }

  /** Goes on from what clarify-outcome.bpmn found out. */
  @Transactional
  String resumeFromFinding(PaymentId id) {
    return calls.resume(
        id,
        (row, attempt, now) -> {
          row.card().last4(attempt.last4());
          var stands = standing.of(row, attempt.state(), now);
          holds.closeCase(attempt.ref(), stands);
          return stands;
        });
  }

  private PaymentEntity row(PaymentId id) {
    return book.find(id).orElseThrow();
  }
}
