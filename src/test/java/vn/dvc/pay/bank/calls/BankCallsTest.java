package vn.dvc.pay.bank.calls;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.bank.TestBank.signed;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.BankRoomTest;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;

class BankCallsTest extends BankRoomTest {
  private static final BankAnswer UNKNOWN = new BankAnswer.Unknown("no-answer");

  @Autowired protected JdbcClient jdbc;
  @Autowired protected DataSource pool;
  @Autowired protected SealedValueSweep sweep;

  @Test
  void anApprovedCardWaitsForItsOtp() {
    BANK.answers(signed(PENDING_OTP));
    var attempt = attempt();

    assertThat(ask(attempt, Operation.AUTHORISE)).isInstanceOf(BankAnswer.Approved.class);

    var known = calls.attempt(attempt);
    assertThat(known.state()).isEqualTo(Attempt.State.PENDING_OTP);
    assertThat(known.bankReference()).isEqualTo("B1");
    assertThat(known.last4()).isEqualTo("4321");
    assertThat(known.cardToken()).isEqualTo("tok-1");
  }

  @Test
  void onlyOneOfEightConcurrentSendsReachesTheBank() {
    BANK.answers(signed(PENDING_OTP).withFixedDelay(300));
    var attempt = attempt();
    prepare(attempt, Operation.AUTHORISE);

    var answers =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> calls.send(attempt, Operation.AUTHORISE)))
            .limit(8)
            .toList()
            .stream()
            .map(one -> one.join().answer())
            .toList();

    assertThat(BANK.requests()).hasSize(1);
    assertThat(answers).filteredOn(BankAnswer.Approved.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(BankAnswer.Unknown.class::isInstance).hasSize(7);
    assertThat(column("executions", attempt)).isEqualTo(8);
  }

  @Test
  void aRecordedAnswerIsReturnedAgainWithoutSending() {
    BANK.answers(signed(PENDING_OTP));
    var attempt = attempt();
    var first = ask(attempt, Operation.AUTHORISE);

    assertThat(calls.send(attempt, Operation.AUTHORISE).answer()).isEqualTo(first);
    assertThat(BANK.requests()).hasSize(1);
  }

  @Test
  void claimRemovesTheSealedValueFromTheDatabase() {
    BANK.answers(signed(PENDING_OTP));
    var attempt = attempt();
    prepare(attempt, Operation.AUTHORISE, "once.only.sealed.value.x");

    calls.send(attempt, Operation.AUTHORISE);

    assertThat(column("sealed", attempt)).isNull();
    assertThat(BANK.requests().get(0).getBodyAsString()).contains("once.only.sealed.value.x");
  }

  @Test
  void unclaimedSealedValueIsDeletedAfterTwoMinutes() {
    var attempt = attempt();
    prepare(attempt, Operation.AUTHORISE);
    sweep.forget();
    assertThat(column("sealed", attempt)).isNotNull();

    time.travel(Duration.ofSeconds(121));
    sweep.forget();

    assertThat(column("sealed", attempt)).isNull();
  }

  @Test
  void callWithoutItsSealedValueIsNotSent() {
    var attempt = attempt();
    prepare(attempt, Operation.AUTHORISE);
    calls.forgetSealed(attempt);

    assertThat(calls.send(attempt, Operation.AUTHORISE).answer())
        .isEqualTo(new BankAnswer.NotSent("sealed-value-forgotten"));
    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.NOT_EXECUTED);
    assertThat(BANK.requests()).isEmpty();
  }

  @Test
  void expiredCallIsNotSent() {
    var attempt = attempt();
    prepare(attempt, Operation.AUTHORISE);
    time.travel(Duration.ofSeconds(61));

    var answered = calls.send(attempt, Operation.AUTHORISE);

    assertThat(answered.answer()).isEqualTo(new BankAnswer.NotSent("request-expired"));
    assertThat(record(answered)).isEqualTo(answered.answer());
    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.NOT_EXECUTED);
    assertThat(BANK.requests()).isEmpty();
  }

  @Test
  void noBankIsCalledInsideATransaction() {
    var attempt = attempt();
    prepare(attempt, Operation.AUTHORISE);

    assertThatThrownBy(() -> in(() -> calls.send(attempt, Operation.AUTHORISE)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(BANK.requests()).isEmpty();
  }

  @Test
  void hangingBankHoldsNoDatabaseConnection() {
    BANK.answers(signed(PENDING_OTP).withFixedDelay(1500));
    var attempt = attempt();
    prepare(attempt, Operation.AUTHORISE);
    var connections = ((HikariDataSource) pool).getHikariPoolMXBean();

    var sending = CompletableFuture.supplyAsync(() -> calls.send(attempt, Operation.AUTHORISE));
    await().until(() -> BANK.requests().size() == 1);

    assertThat(connections.getActiveConnections()).isZero();
    assertThat(sending).isNotDone();
    assertThat(sending.join().answer()).isInstanceOf(BankAnswer.Approved.class);
  }

  @Test
  void silenceIsUnknownAndOnlyInquiriesMayFollow() {
    var attempt = pendingOtp();
    BANK.answers(aResponse().withStatus(503));

    assertThat(ask(attempt, Operation.OTP)).isEqualTo(new BankAnswer.Unknown("http-503"));

    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.UNKNOWN);
    assertThat(calls.unknownCall(attempt))
        .hasValueSatisfying(call -> assertThat(call.operation()).isEqualTo(Operation.OTP));
    assertThatThrownBy(() -> prepare(attempt, Operation.OTP))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> prepare(attempt, Operation.VOID))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void lateAnswerResolvesAnUnknownCall() {
    var attempt = pendingOtp();
    BANK.answers(signed(result("APPROVED", "AUTHORISED")));
    prepare(attempt, Operation.OTP);
    var late = calls.send(attempt, Operation.OTP);
    record(new Answered(late.call(), UNKNOWN));
    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.UNKNOWN);

    assertThat(record(late)).isEqualTo(late.answer());

    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.AUTHORISED);
    assertThat(calls.unknownCall(attempt)).isEmpty();
  }

  @Test
  void theFirstCertainAnswerStands() {
    var attempt = pendingOtp();
    BANK.answers(signed(result("APPROVED", "AUTHORISED")));
    prepare(attempt, Operation.OTP);
    var first = calls.send(attempt, Operation.OTP);
    record(first);
    var other = new BankAnswer.Declined("otp-wrong", TransactionState.PENDING_OTP, Optional.of(2));

    assertThat(record(new Answered(first.call(), other))).isEqualTo(first.answer());
    assertThat(record(new Answered(first.call(), UNKNOWN))).isEqualTo(first.answer());

    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.AUTHORISED);
  }

  @Test
  void callThatWasNeverSentLeavesTheAttemptUnchanged() {
    var attempt = pendingOtp();
    BANK.answers(signed(result("APPROVED", "AUTHORISED")));
    prepare(attempt, Operation.OTP);
    var call = calls.send(attempt, Operation.OTP).call();
    record(new Answered(call, UNKNOWN));

    record(new Answered(call, new BankAnswer.NotSent("connect-refused")));

    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.PENDING_OTP);
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
  void bankAnswerMovesTheAttempt(
      Operation operation, String result, String bankState, Attempt.State ours) {
    var attempt = pendingOtp();
    BANK.answers(signed(result(result, bankState)));

    ask(attempt, operation);

    assertThat(stateOf(attempt)).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({"APPROVED, CAPTURED, DEBITED", "DECLINED, AUTHORISED, AUTHORISED"})
  void theCaptureMovesTheMoneyOrLeavesTheHold(String result, String bankState, Attempt.State ours) {
    var attempt = pendingOtp();
    BANK.answers(signed(result("APPROVED", "AUTHORISED")));
    ask(attempt, Operation.OTP);
    BANK.answers(signed(result(result, bankState)));

    ask(attempt, Operation.CAPTURE);

    assertThat(stateOf(attempt)).isEqualTo(ours);
  }

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
    var attempt = pendingOtp();
    BANK.answers(aResponse().withStatus(503));
    ask(attempt, Operation.OTP);

    settle(attempt, finding);

    assertThat(stateOf(attempt)).isEqualTo(ours);
    assertThat(calls.unknownCall(attempt)).isEmpty();
    assertThat(calls.send(attempt, Operation.OTP).answer().verdict()).isEqualTo(verdict);
  }

  /** What is asked next would be a guess: the bank knows best what it still holds. */
  @Test
  void refusedReleaseIsUnknownUntilAnInquiry() {
    var attempt = pendingOtp();
    BANK.answers(signed(result("DECLINED", "AUTHORISED")));
    assertThat(ask(attempt, Operation.VOID)).isInstanceOf(BankAnswer.Unknown.class);
    assertThat(calls.unknownCall(attempt))
        .hasValueSatisfying(call -> assertThat(call.operation()).isEqualTo(Operation.VOID));
    assertThat(calls.tries(attempt, Operation.VOID)).isEqualTo(new RetrySchedule.Tries(1, 0));

    settle(attempt, TransactionState.AUTHORISED);
    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.AUTHORISED);
    assertThat(calls.tries(attempt, Operation.VOID)).isEqualTo(new RetrySchedule.Tries(1, 1));

    BANK.answers(signed(result("DECLINED", "NOT_FOUND")));
    ask(attempt, Operation.VOID);
    settle(attempt, TransactionState.NOT_FOUND);
    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.VOIDED);
  }

  @Test
  void releaseConfirmedByTwoPersonsEndsTheHold() {
    var held = pendingOtp();
    release(held);
    assertThat(stateOf(held)).isEqualTo(Attempt.State.VOIDED);

    var doubted = pendingOtp();
    BANK.answers(aResponse().withStatus(503));
    ask(doubted, Operation.VOID);
    release(doubted);
    assertThat(stateOf(doubted)).isEqualTo(Attempt.State.VOIDED);
    assertThat(calls.unknownCall(doubted)).isEmpty();
  }

  @Test
  void moneyOperationNeedsAnAmount() {
    var amountless = in(() -> calls.open(Subject.of(RegistrationId.fresh()), "970415", null));
    assertThatThrownBy(() -> prepare(amountless, Operation.AUTHORISE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("needs an amount");
    assertThatThrownBy(() -> in(() -> calls.open(Subject.of(PaymentId.fresh()), "970415", null)))
        .satisfies(no -> assertThat(no.getMessage()).containsIgnoringCase("attempt_has_amount"));
  }

  private void release(AttemptRef attempt) {
    in(
        () -> {
          calls.settleReleased(attempt, "case of the test");
          return null;
        });
  }

  @Test
  void findingAfterTheAnswerChangesNothing() {
    var attempt = pendingOtp();
    BANK.answers(signed(result("APPROVED", "AUTHORISED")));
    ask(attempt, Operation.OTP);

    settle(attempt, TransactionState.NOT_FOUND);

    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.AUTHORISED);
  }

  @Test
  void inquiryIsEvidenceAndDecidesNothing() {
    var attempt = pendingOtp();
    BANK.answers(aResponse().withStatus(503));
    ask(attempt, Operation.OTP);
    assertThat(ask(attempt, Operation.INQUIRY)).isInstanceOf(BankAnswer.Unknown.class);
    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.UNKNOWN);

    BANK.answers(
        signed(
            """
            {"state":"DECLINED","attemptRef":"{attemptRef}","amount":120000,"currency":"VND",
             "reason":"otp-tries-used","otpTriesLeft":0}"""));
    assertThat(ask(attempt, Operation.INQUIRY).verdict()).isEqualTo("APPROVED");
    assertThat(stateOf(attempt)).isEqualTo(Attempt.State.UNKNOWN);

    settle(attempt, TransactionState.DECLINED);
    assertThat(calls.send(attempt, Operation.OTP).answer())
        .isInstanceOfSatisfying(
            BankAnswer.Declined.class, no -> assertThat(no.reason()).isEqualTo("otp-tries-used"));
  }

  @Test
  void unpreparedCallCannotBeSent() {
    var attempt = attempt();

    assertThatThrownBy(() -> calls.send(attempt, Operation.AUTHORISE))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void retryGetsTheNextSequenceNumber() {
    BANK.answers(signed(result("DECLINED", "PENDING_OTP")));
    var attempt = pendingOtp();
    BANK.answers(signed(result("DECLINED", "PENDING_OTP")));

    ask(attempt, Operation.OTP);
    ask(attempt, Operation.OTP);

    assertThat(
            jdbc.sql("select seq from bank_call where attempt_ref = ? and operation = 'OTP'")
                .param(attempt.id())
                .query(Integer.class)
                .list())
        .isEqualTo(List.of(1, 2));
    assertThat(BANK.requests()).hasSize(3);
  }

  private AttemptRef pendingOtp() {
    BANK.answers(signed(PENDING_OTP));
    var attempt = attempt();
    ask(attempt, Operation.AUTHORISE);
    return attempt;
  }

  private void settle(AttemptRef attempt, TransactionState finding) {
    in(
        () -> {
          calls.settleUnknown(attempt, finding, "test");
          return null;
        });
  }

  private Object column(String name, AttemptRef attempt) {
    return jdbc.sql("select " + name + " from bank_call where attempt_ref = ?")
        .param(attempt.id())
        .query((row, number) -> Optional.ofNullable(row.getObject(1)))
        .single()
        .orElse(null);
  }

  private static String result(String result, String state) {
    var reason = result.equals("DECLINED") ? ",\"reason\":\"bank-declined\"" : "";
    return """
        {"result":"%s","state":"%s","attemptRef":"{attemptRef}","callRef":"{callRef}",
         "amount":120000,"currency":"VND"%s}"""
        .formatted(result, state, reason);
  }
}
