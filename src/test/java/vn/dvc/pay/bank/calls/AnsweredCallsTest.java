package vn.dvc.pay.bank.calls;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.bank.TestBank.signed;
import static vn.dvc.pay.bank.channel.BankFixture.BANK;
import static vn.dvc.pay.bank.channel.BankFixture.PENDING_OTP;
import static vn.dvc.pay.bank.channel.BankFixture.answer;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.BankFixture;
import vn.dvc.pay.bank.channel.BankRoomTest;

/** Where each answer of the bank leaves an attempt by card, also one that comes late or twice. */
@BankRoomTest
class AnsweredCallsTest {
  private static final BankAnswer UNKNOWN = new BankAnswer.Unknown("no-answer");

  @Autowired BankFixture fixture;
  @Autowired BankCalls calls;

  @Test
  void anApprovedCardWaitsForItsOtp() {
    BANK.answers(signed(PENDING_OTP));
    var attempt = fixture.attempt();

    assertThat(fixture.ask(attempt, Operation.AUTHORISE)).isInstanceOf(BankAnswer.Approved.class);

    var known = calls.attempt(attempt);
    assertThat(known.state()).isEqualTo(Attempt.State.PENDING_OTP);
    assertThat(known.bankReference()).isEqualTo("B1");
    assertThat(known.last4()).isEqualTo("4321");
    assertThat(known.cardToken()).isEqualTo("tok-1");
  }

  @Test
  void silenceIsUnknownAndOnlyInquiriesMayFollow() {
    var attempt = fixture.pendingOtp();
    BANK.answers(aResponse().withStatus(503));

    assertThat(fixture.ask(attempt, Operation.OTP)).isEqualTo(new BankAnswer.Unknown("http-503"));

    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.UNKNOWN);
    assertThat(calls.unknownCall(attempt))
        .hasValueSatisfying(call -> assertThat(call.operation()).isEqualTo(Operation.OTP));
    assertThatThrownBy(() -> fixture.prepare(attempt, Operation.OTP))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> fixture.prepare(attempt, Operation.VOID))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void lateAnswerResolvesAnUnknownCall() {
    var attempt = fixture.pendingOtp();
    BANK.answers(signed(answer("APPROVED", "AUTHORISED")));
    fixture.prepare(attempt, Operation.OTP);
    var late = calls.send(attempt, Operation.OTP);
    fixture.record(new Answered(late.call(), UNKNOWN));
    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.UNKNOWN);

    assertThat(fixture.record(late)).isEqualTo(late.answer());

    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.AUTHORISED);
    assertThat(calls.unknownCall(attempt)).isEmpty();
  }

  @Test
  void theFirstCertainAnswerStands() {
    var attempt = fixture.pendingOtp();
    BANK.answers(signed(answer("APPROVED", "AUTHORISED")));
    fixture.prepare(attempt, Operation.OTP);
    var first = calls.send(attempt, Operation.OTP);
    fixture.record(first);
    var other = new BankAnswer.Declined("otp-wrong", TransactionState.PENDING_OTP, Optional.of(2));

    assertThat(fixture.record(new Answered(first.call(), other))).isEqualTo(first.answer());
    assertThat(fixture.record(new Answered(first.call(), UNKNOWN))).isEqualTo(first.answer());

    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.AUTHORISED);
  }

  @Test
  void callThatWasNeverSentLeavesTheAttemptUnchanged() {
    var attempt = fixture.pendingOtp();
    BANK.answers(signed(answer("APPROVED", "AUTHORISED")));
    fixture.prepare(attempt, Operation.OTP);
    var call = calls.send(attempt, Operation.OTP).call();
    fixture.record(new Answered(call, UNKNOWN));

    fixture.record(new Answered(call, new BankAnswer.NotSent("connect-refused")));

    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.PENDING_OTP);
  }

  @ParameterizedTest
  @CsvSource({
    "OTP, APPROVED, AUTHORISED, AUTHORISED",
    "OTP, APPROVED, CAPTURED, DEBITED",
    "OTP, DECLINED, PENDING_OTP, PENDING_OTP",
    "OTP, DECLINED, DECLINED, DECLINED",
    "VOID, APPROVED, VOIDED, VOIDED",
    "VOID, APPROVED, TOMBSTONED, VOIDED",
    "VOID, DECLINED, VOIDED, VOIDED",
    "VOID, DECLINED, NOT_FOUND, UNKNOWN",
    "VOID, DECLINED, TOMBSTONED, UNKNOWN",
    "VOID, DECLINED, PENDING_OTP, UNKNOWN",
    "VOID, DECLINED, AUTHORISED, UNKNOWN",
    "VOID, DECLINED, REVERSED, UNKNOWN",
    "OTP, DECLINED, NOT_FOUND, UNKNOWN",
    "RESEND, DECLINED, TOMBSTONED, UNKNOWN",
    "VOID, DECLINED, CAPTURED, DEBITED"
  })
  void answerChangesTheAttemptsState(
      Operation operation, String result, String bankState, Attempt.State ours) {
    var attempt = fixture.pendingOtp();
    BANK.answers(signed(answer(result, bankState)));

    fixture.ask(attempt, operation);

    assertThat(fixture.stateOf(attempt)).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({"APPROVED, CAPTURED, DEBITED", "DECLINED, AUTHORISED, AUTHORISED"})
  void theCaptureMovesTheMoneyOrLeavesTheHold(String result, String bankState, Attempt.State ours) {
    var attempt = fixture.pendingOtp();
    BANK.answers(signed(answer("APPROVED", "AUTHORISED")));
    fixture.ask(attempt, Operation.OTP);
    BANK.answers(signed(answer(result, bankState)));

    fixture.ask(attempt, Operation.CAPTURE);

    assertThat(fixture.stateOf(attempt)).isEqualTo(ours);
  }
}
