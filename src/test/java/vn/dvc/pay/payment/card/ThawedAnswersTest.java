package vn.dvc.pay.payment.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.AnsweringBank;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * A worker stalls after its bank has answered, and the payment continues without it. Its late
 * answer is recorded with its own call, but does not change what the payer may do.
 */
class ThawedAnswersTest extends CardFixture {
  private static final BankAnswer WRONG_OTP =
      new BankAnswer.Declined("otp-wrong", TransactionState.PENDING_OTP, Optional.of(2));

  @Autowired CardAnswers answers;
  @Autowired MoneyCalls money;

  @Test
  void authorisationOfAnEarlierCardGivesNoFurtherEntry() {
    says(
        asked ->
            switch (asked.operation()) {
              case AUTHORISE -> SILENCE;
              case INQUIRY -> AnsweringBank.approved(TransactionState.NOT_FOUND);
              default -> well(asked.operation());
            });
    var id = waitingForCard();
    entersCard(id);
    reaches(id, PaymentStatus.BEING_CHECKED);
    quiet();
    var old = last(Operation.AUTHORISE).call();
    passes(Duration.ofSeconds(10));
    reaches(id, PaymentStatus.WAITING_FOR_CARD);
    assertThat(payment(id).card().entriesLeft()).isEqualTo(3);

    unchangedBy(id, () -> thaws(id, new Answered(old, NOT_SENT), answers::authorised));
    says(asked -> well(asked.operation()));
    entersCard(id);
    reaches(id, PaymentStatus.WAITING_FOR_OTP);
    unchangedBy(id, () -> thaws(id, new Answered(old, NOT_SENT), answers::authorised));
    assertThat(payment(id).card().entriesLeft()).isEqualTo(2);
  }

  @Test
  void earlierCodeCallsForNoNewChallengeAndCountsNoTry() {
    var old = doubted(Operation.OTP, TransactionState.PENDING_OTP);
    reaches(old.id, PaymentStatus.WAITING_FOR_OTP);
    unchangedBy(
        old.id, () -> thaws(old.id, new Answered(old.call, WRONG_OTP), answers::otpVerified));
  }

  @Test
  void earlierResendCallsForNoNewChallenge() {
    var old = doubted(Operation.RESEND, TransactionState.PENDING_OTP);
    reaches(old.id, PaymentStatus.WAITING_FOR_OTP);
    unchangedBy(
        old.id,
        () -> thaws(old.id, new Answered(old.call, well(Operation.RESEND)), answers::resent));
  }

  @Test
  void codeThatCameBeforeTheCaptureLetsNobodyCancelIt() throws Exception {
    var old = doubted(Operation.OTP, TransactionState.PENDING_OTP);
    reaches(old.id, PaymentStatus.WAITING_FOR_OTP);
    whileCaptureIsUnderWay(
        () -> payments.enterOtp(old.id, "sealed"),
        () -> {
          thaws(old.id, new Answered(old.call, WRONG_OTP), answers::otpVerified);
          assertThatThrownBy(() -> payments.cancel(old.id)).isInstanceOf(Problem.class);
        });
    reaches(old.id, PaymentStatus.PAID);
  }

  @Test
  void earlierCaptureLetsNobodyCancelTheNextOne() throws Exception {
    says(
        asked ->
            switch (asked.operation()) {
              case CAPTURE -> SILENCE;
              case INQUIRY -> AnsweringBank.approved(TransactionState.AUTHORISED);
              default -> well(asked.operation());
            });
    var id = entersOtp();
    reaches(id, PaymentStatus.BEING_CHECKED);
    quiet();
    var old = last(Operation.CAPTURE).call();
    passes(Duration.ofSeconds(60));
    whileCaptureIsUnderWay(
        () -> time.travel(Duration.ofSeconds(100)),
        () -> {
          thaws(id, new Answered(old, NOT_SENT), answers::captured);
          assertThatThrownBy(() -> payments.cancel(id)).isInstanceOf(Problem.class);
        });
    reaches(id, PaymentStatus.PAID);
    assertThat(payment(id).lastDecline()).isNull();
  }

  @Test
  void earlierReleaseDoesNotEndThePause() {
    says(
        asked ->
            switch (asked.operation()) {
              case VOID -> SILENCE;
              case INQUIRY -> AnsweringBank.approved(TransactionState.AUTHORISED);
              default -> well(asked.operation());
            });
    var id = waitingForOtp();
    payments.cancel(id);
    reaches(id, PaymentStatus.BEING_CHECKED);
    quiet();
    var old = last(Operation.VOID).call();
    while (calls.attempt(attempt(id)).state() == Attempt.State.UNKNOWN) {
      passes(Duration.ofSeconds(10));
    }
    unchangedBy(id, () -> thaws(id, new Answered(old, NOT_SENT), answers::voided));
  }

  /**
   * The answer ends the doubt: it counts once, and the process waits where the payer is asked to
   * continue.
   */
  @Test
  void answerThatComesWhileTheBankIsAskedIsReadOnce() {
    says(
        asked ->
            switch (asked.operation()) {
              case OTP -> SILENCE;
              case INQUIRY -> AnsweringBank.approved(TransactionState.PENDING_OTP);
              default -> well(asked.operation());
            });
    var id = entersOtp();
    reaches(id, PaymentStatus.BEING_CHECKED);
    quiet();
    thaws(id, new Answered(last(Operation.OTP).call(), WRONG_OTP), answers::otpVerified);
    reaches(id, PaymentStatus.WAITING_FOR_OTP);
    passes(Duration.ofSeconds(10));
    assertThat(payment(id).card().otp().triesLeft()).isEqualTo(2);
    assertThat(payment(id).card().challenge()).isNotBlank();
    says(asked -> well(asked.operation()));
    payments.enterOtp(id, "sealed");
    reaches(id, PaymentStatus.PAID);
  }

  /** The reason for an earlier card's decline does not apply to this one. */
  @Test
  void cardThatIsFoundDeclinedWithoutAReasonBearsNoEarlierOne() {
    says(Operation.AUTHORISE, AnsweringBank.declined("card-data-wrong", TransactionState.DECLINED));
    var id = waitingForCard();
    entersCard(id);
    reaches(id, PaymentStatus.WAITING_FOR_CARD);
    assertThat(payment(id).lastDecline().code()).isEqualTo("card-data-wrong");
    quiet();
    says(
        asked ->
            switch (asked.operation()) {
              case AUTHORISE -> SILENCE;
              case INQUIRY -> AnsweringBank.approved(TransactionState.DECLINED);
              default -> well(asked.operation());
            });
    entersCard(id);
    reaches(id, PaymentStatus.BEING_CHECKED);
    passes(Duration.ofSeconds(10));
    reaches(id, PaymentStatus.WAITING_FOR_CARD);
    assertThat(payment(id).lastDecline().code()).isEqualTo("bank-declined");
  }

  /** A call without an answer, whose state an inquiry then found at the bank. */
  private Old doubted(Operation operation, TransactionState found) {
    says(
        asked ->
            asked.operation() == operation
                ? SILENCE
                : asked.operation() == Operation.INQUIRY
                    ? AnsweringBank.approved(found)
                    : well(asked.operation()));
    var id = waitingForOtp();
    passes(Duration.ofSeconds(70));
    if (operation == Operation.OTP) {
      payments.enterOtp(id, "sealed");
    } else {
      payments.resendOtp(id);
    }
    reaches(id, PaymentStatus.BEING_CHECKED);
    quiet();
    var call = last(operation).call();
    passes(Duration.ofSeconds(100));
    return new Old(id, call);
  }

  private void whileCaptureIsUnderWay(Runnable goesOn, Runnable then) throws Exception {
    var reached = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    says(
        asked -> {
          if (asked.operation() == Operation.CAPTURE) {
            reached.countDown();
            awaitIt(answer);
          }
          return asked.operation() == Operation.INQUIRY
              ? AnsweringBank.approved(TransactionState.AUTHORISED)
              : well(asked.operation());
        });
    goesOn.run();
    try {
      assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
      then.run();
    } finally {
      answer.countDown();
    }
  }

  private void thaws(PaymentId id, Answered answered, MoneyCalls.Reading reading) {
    transaction.executeWithoutResult(status -> money.record(id, answered, reading));
  }

  private void unchangedBy(PaymentId id, Runnable thaw) {
    var before = payment(id);
    thaw.run();
    assertThat(payment(id)).usingRecursiveComparison().isEqualTo(before);
  }

  private static void awaitIt(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Old(PaymentId id, CallRef call) {}
}
