package vn.dvc.pay.payment.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.payment.card.CardFixture.NOT_SENT;
import static vn.dvc.pay.payment.card.CardFixture.well;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.HeldAnswer;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * A worker stalls after its bank has answered, and the payment continues without it. Its late
 * answer is recorded with its own call, but does not change what the payer may do.
 */
@CardTest
class ThawedAnswersTest {
  private static final BankAnswer WRONG_OTP =
      new BankAnswer.Declined("otp-wrong", TransactionState.PENDING_OTP, Optional.of(2));

  @Autowired CardFixture fixture;
  @Autowired Payments payments;
  @Autowired DatabaseTime time;
  @Autowired BankCalls calls;
  @Autowired TransactionTemplate transaction;
  @Autowired CardAnswers answers;
  @Autowired MoneyCalls money;

  @Test
  void lateAuthorisationOfAnEarlierCardGivesNoFurtherEntry() {
    var id = fixture.cardThatTheBankNeverSaw();
    var old = fixture.last(Operation.AUTHORISE).call();
    assertThat(fixture.payment(id).card().entriesLeft()).isEqualTo(3);

    unchangedBy(id, () -> thaws(id, new Answered(old, NOT_SENT), answers::authorised));
    fixture.isWell();
    fixture.entersCard(id);
    fixture.reaches(id, PaymentStatus.WAITING_FOR_OTP);
    unchangedBy(id, () -> thaws(id, new Answered(old, NOT_SENT), answers::authorised));
    assertThat(fixture.payment(id).card().entriesLeft()).isEqualTo(2);
  }

  @Test
  void lateAnswerToAnEarlierCodeNeedsNoNewChallengeAndUsesNoTry() {
    var old = doubted(Operation.OTP, TransactionState.PENDING_OTP);
    fixture.reaches(old.id, PaymentStatus.WAITING_FOR_OTP);
    unchangedBy(
        old.id, () -> thaws(old.id, new Answered(old.call, WRONG_OTP), answers::otpVerified));
  }

  @Test
  void lateAnswerToAnEarlierResendNeedsNoNewChallenge() {
    var old = doubted(Operation.RESEND, TransactionState.PENDING_OTP);
    fixture.reaches(old.id, PaymentStatus.WAITING_FOR_OTP);
    unchangedBy(
        old.id,
        () -> thaws(old.id, new Answered(old.call, well(Operation.RESEND)), answers::resent));
  }

  @Test
  void lateAnswerToTheCodeDoesNotMakeTheCaptureCancellable() {
    var old = doubted(Operation.OTP, TransactionState.PENDING_OTP);
    fixture.reaches(old.id, PaymentStatus.WAITING_FOR_OTP);
    whileCaptureIsUnderWay(
        () -> payments.enterOtp(old.id, "sealed"),
        () -> {
          thaws(old.id, new Answered(old.call, WRONG_OTP), answers::otpVerified);
          assertThatThrownBy(() -> payments.cancel(old.id)).isInstanceOf(Problem.class);
        });
    fixture.reaches(old.id, PaymentStatus.PAID);
  }

  @Test
  void lateAnswerToAnEarlierCaptureDoesNotMakeTheNextOneCancellable() {
    fixture.keepsSilent(Operation.CAPTURE, TransactionState.AUTHORISED);
    var id = fixture.entersOtp();
    fixture.reaches(id, PaymentStatus.BEING_CHECKED);
    fixture.quiet();
    var old = fixture.last(Operation.CAPTURE).call();
    fixture.passes(Duration.ofSeconds(60));
    whileCaptureIsUnderWay(
        () -> time.travel(Duration.ofSeconds(100)),
        () -> {
          thaws(id, new Answered(old, NOT_SENT), answers::captured);
          assertThatThrownBy(() -> payments.cancel(id)).isInstanceOf(Problem.class);
        });
    fixture.reaches(id, PaymentStatus.PAID);
    assertThat(fixture.payment(id).lastDecline()).isNull();
  }

  @Test
  void lateAnswerToAnEarlierReleaseDoesNotEndThePause() {
    fixture.keepsSilent(Operation.VOID, TransactionState.AUTHORISED);
    var id = fixture.waitingForOtp();
    payments.cancel(id);
    fixture.reaches(id, PaymentStatus.BEING_CHECKED);
    fixture.quiet();
    var old = fixture.last(Operation.VOID).call();
    while (calls.attempt(fixture.attempt(id)).state() == Attempt.State.UNKNOWN) {
      fixture.passes(Duration.ofSeconds(10));
    }
    unchangedBy(id, () -> thaws(id, new Answered(old, NOT_SENT), answers::voided));
  }

  /**
   * The answer ends the doubt: it counts once, and the process waits where the payer is asked to
   * continue.
   */
  @Test
  void answerReceivedDuringAnInquiryIsAppliedOnce() {
    fixture.keepsSilent(Operation.OTP, TransactionState.PENDING_OTP);
    var id = fixture.entersOtp();
    fixture.reaches(id, PaymentStatus.BEING_CHECKED);
    fixture.quiet();
    thaws(id, new Answered(fixture.last(Operation.OTP).call(), WRONG_OTP), answers::otpVerified);
    fixture.reaches(id, PaymentStatus.WAITING_FOR_OTP);
    fixture.passes(Duration.ofSeconds(10));
    assertThat(fixture.payment(id).card().otp().triesLeft()).isEqualTo(2);
    assertThat(fixture.payment(id).card().challenge()).isNotBlank();
    fixture.isWell();
    payments.enterOtp(id, "sealed");
    fixture.reaches(id, PaymentStatus.PAID);
  }

  /** The reason for an earlier card's decline does not apply to this one. */
  @Test
  void cardFoundDeclinedWithoutAReasonDoesNotKeepAnEarlierOne() {
    fixture.says(
        Operation.AUTHORISE, ScriptedBank.declined("card-data-wrong", TransactionState.DECLINED));
    var id = fixture.waitingForCard();
    fixture.entersCard(id);
    fixture.reaches(id, PaymentStatus.WAITING_FOR_CARD);
    assertThat(fixture.payment(id).lastDecline().code()).isEqualTo("card-data-wrong");
    fixture.quiet();
    fixture.keepsSilent(Operation.AUTHORISE, TransactionState.DECLINED);
    fixture.entersCard(id);
    fixture.reaches(id, PaymentStatus.BEING_CHECKED);
    fixture.passes(Duration.ofSeconds(10));
    fixture.reaches(id, PaymentStatus.WAITING_FOR_CARD);
    assertThat(fixture.payment(id).lastDecline().code()).isEqualTo("bank-declined");
  }

  /** A call without an answer, whose state an inquiry then found at the bank. */
  private Old doubted(Operation operation, TransactionState found) {
    fixture.keepsSilent(operation, found);
    var id = fixture.waitingForOtp();
    fixture.passes(Duration.ofSeconds(70));
    if (operation == Operation.OTP) {
      payments.enterOtp(id, "sealed");
    } else {
      payments.resendOtp(id);
    }
    fixture.reaches(id, PaymentStatus.BEING_CHECKED);
    fixture.quiet();
    var call = fixture.last(operation).call();
    fixture.passes(Duration.ofSeconds(100));
    return new Old(id, call);
  }

  private void whileCaptureIsUnderWay(Runnable goesOn, Runnable then) {
    try (var capture = new HeldAnswer(well(Operation.CAPTURE))) {
      fixture.says(
          asked ->
              switch (asked.operation()) {
                case CAPTURE -> capture.apply(asked);
                case INQUIRY -> ScriptedBank.approved(TransactionState.AUTHORISED);
                default -> well(asked.operation());
              });
      goesOn.run();
      capture.isAsked();
      then.run();
    }
  }

  private void thaws(PaymentId id, Answered answered, MoneyCalls.Reading reading) {
    transaction.executeWithoutResult(status -> money.record(id, answered, reading));
  }

  private void unchangedBy(PaymentId id, Runnable thaw) {
    var before = fixture.payment(id);
    thaw.run();
    assertThat(fixture.payment(id)).usingRecursiveComparison().isEqualTo(before);
  }

  private record Old(PaymentId id, CallRef call) {}
}
