package vn.dvc.pay.bank.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.bank.TestBank.signed;
import static vn.dvc.pay.bank.channel.BankFixture.BANK;
import static vn.dvc.pay.bank.channel.BankFixture.PENDING_OTP;
import static vn.dvc.pay.bank.channel.BankFixture.answer;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.channel.BankFixture;
import vn.dvc.pay.bank.channel.BankRoomTest;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;

/** A call is prepared before it is sent, sent at most once, and never inside a transaction. */
@BankRoomTest
class BankCallsTest {
  @Autowired BankFixture fixture;
  @Autowired BankCalls calls;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource pool;
  @Autowired SealedValueSweep sweep;

  @Test
  void onlyOneOfEightConcurrentSendsReachesTheBank() {
    BANK.answers(signed(PENDING_OTP).withFixedDelay(300));
    var attempt = fixture.attempt();
    fixture.prepare(attempt, Operation.AUTHORISE);

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
    var attempt = fixture.attempt();
    var first = fixture.ask(attempt, Operation.AUTHORISE);

    assertThat(calls.send(attempt, Operation.AUTHORISE).answer()).isEqualTo(first);
    assertThat(BANK.requests()).hasSize(1);
  }

  @Test
  void claimRemovesTheSealedValueFromTheDatabase() {
    BANK.answers(signed(PENDING_OTP));
    var attempt = fixture.attempt();
    fixture.prepare(attempt, Operation.AUTHORISE, "once.only.sealed.value.x");

    calls.send(attempt, Operation.AUTHORISE);

    assertThat(column("sealed", attempt)).isNull();
    assertThat(BANK.requests().get(0).getBodyAsString()).contains("once.only.sealed.value.x");
  }

  @Test
  void unclaimedSealedValueIsDeletedAfterTwoMinutes() {
    var attempt = fixture.attempt();
    fixture.prepare(attempt, Operation.AUTHORISE);
    sweep.forget();
    assertThat(column("sealed", attempt)).isNotNull();

    time.travel(Duration.ofSeconds(121));
    sweep.forget();

    assertThat(column("sealed", attempt)).isNull();
  }

  @Test
  void callWithoutItsSealedValueIsNotSent() {
    var attempt = fixture.attempt();
    fixture.prepare(attempt, Operation.AUTHORISE);
    calls.forgetSealed(attempt);

    assertThat(calls.send(attempt, Operation.AUTHORISE).answer())
        .isEqualTo(new BankAnswer.NotSent("sealed-value-forgotten"));
    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.NOT_EXECUTED);
    assertThat(BANK.requests()).isEmpty();
  }

  @Test
  void expiredCallIsNotSent() {
    var attempt = fixture.attempt();
    fixture.prepare(attempt, Operation.AUTHORISE);
    time.travel(Duration.ofSeconds(61));

    var answered = calls.send(attempt, Operation.AUTHORISE);

    assertThat(answered.answer()).isEqualTo(new BankAnswer.NotSent("request-expired"));
    assertThat(fixture.record(answered)).isEqualTo(answered.answer());
    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.NOT_EXECUTED);
    assertThat(BANK.requests()).isEmpty();
  }

  @Test
  void noBankIsCalledInsideATransaction() {
    var attempt = fixture.attempt();
    fixture.prepare(attempt, Operation.AUTHORISE);

    assertThatThrownBy(() -> fixture.in(() -> calls.send(attempt, Operation.AUTHORISE)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(BANK.requests()).isEmpty();
  }

  @Test
  void hangingBankHoldsNoDatabaseConnection() {
    BANK.answers(signed(PENDING_OTP).withFixedDelay(1500));
    var attempt = fixture.attempt();
    fixture.prepare(attempt, Operation.AUTHORISE);
    var connections = ((HikariDataSource) pool).getHikariPoolMXBean();

    var sending = CompletableFuture.supplyAsync(() -> calls.send(attempt, Operation.AUTHORISE));
    await().until(() -> BANK.requests().size() == 1);

    assertThat(connections.getActiveConnections()).isZero();
    assertThat(sending).isNotDone();
    assertThat(sending.join().answer()).isInstanceOf(BankAnswer.Approved.class);
  }

  @Test
  void moneyOperationNeedsAnAmount() {
    var amountless =
        fixture.in(() -> calls.open(Subject.of(RegistrationId.fresh()), "970415", null));
    assertThatThrownBy(() -> fixture.prepare(amountless, Operation.AUTHORISE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("needs an amount");
    assertThatThrownBy(
            () -> fixture.in(() -> calls.open(Subject.of(PaymentId.fresh()), "970415", null)))
        .satisfies(no -> assertThat(no.getMessage()).containsIgnoringCase("attempt_has_amount"));
  }

  @Test
  void unpreparedCallCannotBeSent() {
    var attempt = fixture.attempt();

    assertThatThrownBy(() -> calls.send(attempt, Operation.AUTHORISE))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void retryGetsTheNextSequenceNumber() {
    BANK.answers(signed(answer("DECLINED", "PENDING_OTP")));
    var attempt = fixture.pendingOtp();
    BANK.answers(signed(answer("DECLINED", "PENDING_OTP")));

    fixture.ask(attempt, Operation.OTP);
    fixture.ask(attempt, Operation.OTP);

    assertThat(
            jdbc.sql("select seq from bank_call where attempt_ref = ? and operation = 'OTP'")
                .param(attempt.id())
                .query(Integer.class)
                .list())
        .isEqualTo(List.of(1, 2));
    assertThat(BANK.requests()).hasSize(3);
  }

  private Object column(String name, AttemptRef attempt) {
    return jdbc.sql("select " + name + " from bank_call where attempt_ref = ?")
        .param(attempt.id())
        .query((row, number) -> Optional.ofNullable(row.getObject(1)))
        .single()
        .orElse(null);
  }
}
