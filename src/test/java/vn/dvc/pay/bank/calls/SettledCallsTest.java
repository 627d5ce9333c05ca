package vn.dvc.pay.bank.calls;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.bank.TestBank.signed;
import static vn.dvc.pay.bank.channel.BankFixture.BANK;
import static vn.dvc.pay.bank.channel.BankFixture.answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.BankFixture;
import vn.dvc.pay.bank.channel.BankRoomTest;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.AttemptRef;

/** An unknown call is settled by what an inquiry found, or by two persons. */
@BankRoomTest
class SettledCallsTest {
  @Autowired BankFixture fixture;
  @Autowired BankCalls calls;

  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND, VOIDED, NOT_SENT",
    "TOMBSTONED, VOIDED, NOT_SENT",
    "PENDING_OTP, PENDING_OTP, NOT_SENT",
    "AUTHORISED, AUTHORISED, APPROVED",
    "CAPTURED, DEBITED, APPROVED",
    "DEBITED, DEBITED, APPROVED",
    "DECLINED, DECLINED, DECLINED",
    "VOIDED, VOIDED, NOT_SENT",
    "REVERSED, REVERSED, APPROVED"
  })
  void findingResolvesAnUnknownCall(TransactionState finding, Attempt.State ours, String verdict) {
    var attempt = fixture.pendingOtp();
    BANK.answers(aResponse().withStatus(503));
    fixture.ask(attempt, Operation.OTP);

    fixture.settle(attempt, finding);

    assertThat(fixture.stateOf(attempt)).isEqualTo(ours);
    assertThat(calls.unknownCall(attempt)).isEmpty();
    assertThat(calls.send(attempt, Operation.OTP).answer().verdict()).isEqualTo(verdict);
  }

  /** Anything but an inquiry would be a guess: only the bank knows what it still holds. */
  @Test
  void refusedReleaseIsUnknownUntilAnInquiry() {
    var attempt = fixture.pendingOtp();
    BANK.answers(signed(answer("DECLINED", "AUTHORISED")));
    assertThat(fixture.ask(attempt, Operation.VOID)).isInstanceOf(BankAnswer.Unknown.class);
    assertThat(calls.unknownCall(attempt))
        .hasValueSatisfying(call -> assertThat(call.operation()).isEqualTo(Operation.VOID));
    assertThat(calls.tries(attempt, Operation.VOID)).isEqualTo(new RetrySchedule.Tries(1, 0));

    fixture.settle(attempt, TransactionState.AUTHORISED);
    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.AUTHORISED);
    assertThat(calls.tries(attempt, Operation.VOID)).isEqualTo(new RetrySchedule.Tries(1, 1));

    BANK.answers(signed(answer("DECLINED", "NOT_FOUND")));
    fixture.ask(attempt, Operation.VOID);
    fixture.settle(attempt, TransactionState.NOT_FOUND);
    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.VOIDED);
  }

  @Test
  void releaseConfirmedByTwoPersonsEndsTheHold() {
    var held = fixture.pendingOtp();
    release(held);
    assertThat(fixture.stateOf(held)).isEqualTo(Attempt.State.VOIDED);

    var doubted = fixture.pendingOtp();
    BANK.answers(aResponse().withStatus(503));
    fixture.ask(doubted, Operation.VOID);
    release(doubted);
    assertThat(fixture.stateOf(doubted)).isEqualTo(Attempt.State.VOIDED);
    assertThat(calls.unknownCall(doubted)).isEmpty();
  }

  @Test
  void findingAfterTheAnswerChangesNothing() {
    var attempt = fixture.pendingOtp();
    BANK.answers(signed(answer("APPROVED", "AUTHORISED")));
    fixture.ask(attempt, Operation.OTP);

    fixture.settle(attempt, TransactionState.NOT_FOUND);

    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.AUTHORISED);
  }

  @Test
  void inquiryIsEvidenceAndDoesNotChangeTheAttempt() {
    var attempt = fixture.pendingOtp();
    BANK.answers(aResponse().withStatus(503));
    fixture.ask(attempt, Operation.OTP);
    assertThat(fixture.ask(attempt, Operation.INQUIRY)).isInstanceOf(BankAnswer.Unknown.class);
    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.UNKNOWN);

    BANK.answers(
        signed(
            """
            {"state":"DECLINED","attemptRef":"{attemptRef}","amount":120000,"currency":"VND",
             "reason":"otp-tries-used","otpTriesLeft":0}"""));
    assertThat(fixture.ask(attempt, Operation.INQUIRY).verdict()).isEqualTo("APPROVED");
    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.UNKNOWN);

    fixture.settle(attempt, TransactionState.DECLINED);
    assertThat(calls.send(attempt, Operation.OTP).answer())
        .isInstanceOfSatisfying(
            BankAnswer.Declined.class, no -> assertThat(no.reason()).isEqualTo("otp-tries-used"));
  }

  private void release(AttemptRef attempt) {
    fixture.in(
        () -> {
          calls.settleReleased(attempt, "case of the test");
          return null;
        });
  }
}
