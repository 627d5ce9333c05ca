package vn.dvc.pay.bank.calls;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.bank.TestBank.signed;
import static vn.dvc.pay.bank.channel.BankFixture.BANK;
import static vn.dvc.pay.values.Money.dong;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.BankFixture;
import vn.dvc.pay.bank.channel.BankRoomTest;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.RegistrationId;

/** Enquiries, mandates, debits and reversals: the state in which each answer leaves the attempt. */
@BankRoomTest
class AccountCallsTest {
  private static final Set<Operation> WITH_MONEY = Set.of(Operation.DEBIT, Operation.REVERSAL);

  @Autowired BankFixture fixture;
  @Autowired BankCalls calls;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({"MANDATE, AUTHORISED", "END_MANDATE, VOIDED", "DEBIT, DEBITED", "REVERSAL, REVERSED"})
  void anApprovalChangesTheAttemptsState(Operation operation, Attempt.State ours) {
    var attempt = readyFor(operation);
    BANK.answers(signed(approved(operation)));

    assertThat(fixture.ask(attempt, operation)).isInstanceOf(BankAnswer.Approved.class);

    assertThat(fixture.stateOf(attempt)).isEqualTo(ours);
    assertThat(calls.attempt(attempt).bankReference()).isEqualTo("B1");
  }

  @ParameterizedTest
  @CsvSource({
    "MANDATE, account-blocked, DECLINED",
    "DEBIT, insufficient-funds, DECLINED",
    "REVERSAL, amount-exceeds-original, DECLINED",
    "END_MANDATE, bank-declined, AUTHORISED"
  })
  void declineLeavesTheAttemptInTheStateTheBankReports(
      Operation operation, String reason, TransactionState stands) {
    var attempt = readyFor(operation);
    BANK.answers(signed(declined(operation, stands, reason)));

    assertThat(fixture.ask(attempt, operation)).isInstanceOf(BankAnswer.Declined.class);

    assertThat(fixture.stateOf(attempt)).isEqualTo(AttemptTransitions.of(stands));
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"MANDATE", "DEBIT", "REVERSAL"})
  void requestDeclinedForTheBanksOwnReasonsIsNotRepeated(Operation operation) {
    var attempt = readyFor(operation);
    BANK.answers(signed(declined(operation, TransactionState.DECLINED, "bank-declined")));
    fixture.ask(attempt, operation);

    assertThatThrownBy(() -> fixture.prepare(attempt, operation))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"MANDATE", "END_MANDATE", "DEBIT", "REVERSAL"})
  void requestThatWasNotSentIsRepeatedWithTheNextSequenceNumber(Operation operation) {
    var attempt = readyFor(operation);
    fixture.prepare(attempt, operation);
    time.travel(Duration.ofSeconds(61));
    assertThat(fixture.record(calls.send(attempt, operation)))
        .isEqualTo(new BankAnswer.NotSent("request-expired"));
    assertThat(calls.unknownCall(attempt)).isEmpty();

    BANK.answers(signed(approved(operation)));
    assertThat(fixture.ask(attempt, operation)).isInstanceOf(BankAnswer.Approved.class);

    assertThat(newest(attempt, operation)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "MANDATE, NOT_FOUND, NOT_EXECUTED",
    "MANDATE, DECLINED, NOT_EXECUTED",
    "DEBIT, NOT_FOUND, NOT_EXECUTED",
    "DEBIT, DECLINED, NOT_EXECUTED",
    "REVERSAL, NOT_FOUND, NOT_EXECUTED",
    "REVERSAL, DECLINED, NOT_EXECUTED",
    "END_MANDATE, AUTHORISED, AUTHORISED"
  })
  void expiredCallIsRepeatedWithTheNextSequenceNumber(
      Operation operation, TransactionState stands, Attempt.State ours) {
    var attempt = readyFor(operation);
    BANK.answers(signed(declined(operation, stands, "request-expired")));
    assertThat(fixture.ask(attempt, operation)).isInstanceOf(BankAnswer.Declined.class);
    assertThat(fixture.stateOf(attempt)).isEqualTo(ours);

    BANK.answers(signed(approved(operation)));
    assertThat(fixture.ask(attempt, operation)).isInstanceOf(BankAnswer.Approved.class);

    assertThat(newest(attempt, operation)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"MANDATE", "END_MANDATE", "DEBIT", "REVERSAL"})
  void whileACallIsInDoubtOnlyInquiriesMayFollow(Operation operation) {
    var attempt = inDoubt(operation);

    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.UNKNOWN);
    assertThat(calls.unknownCall(attempt))
        .hasValueSatisfying(call -> assertThat(call.operation()).isEqualTo(operation));
    for (var other : Operation.values()) {
      if (other.clarifies()) {
        fixture.prepare(attempt, other);
      } else {
        assertThatThrownBy(() -> fixture.prepare(attempt, other))
            .isInstanceOf(IllegalStateException.class);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MANDATE, AUTHORISED, AUTHORISED, APPROVED",
    "MANDATE, VOIDED, VOIDED, APPROVED",
    "MANDATE, DECLINED, DECLINED, DECLINED",
    "MANDATE, NOT_FOUND, NOT_EXECUTED, NOT_SENT",
    "MANDATE, TOMBSTONED, NOT_EXECUTED, NOT_SENT",
    "END_MANDATE, VOIDED, VOIDED, APPROVED",
    "END_MANDATE, AUTHORISED, AUTHORISED, NOT_SENT",
    "DEBIT, DEBITED, DEBITED, APPROVED",
    "DEBIT, CAPTURED, DEBITED, APPROVED",
    "DEBIT, REVERSED, REVERSED, APPROVED",
    "DEBIT, DECLINED, DECLINED, DECLINED",
    "DEBIT, NOT_FOUND, NOT_EXECUTED, NOT_SENT",
    "DEBIT, TOMBSTONED, NOT_EXECUTED, NOT_SENT",
    "REVERSAL, REVERSED, REVERSED, APPROVED",
    "REVERSAL, DECLINED, DECLINED, DECLINED",
    "REVERSAL, NOT_FOUND, NOT_EXECUTED, NOT_SENT",
    "REVERSAL, TOMBSTONED, NOT_EXECUTED, NOT_SENT"
  })
  void findingResolvesAnUnknownCall(
      Operation operation, TransactionState finding, Attempt.State ours, String verdict) {
    var attempt = inDoubt(operation);

    fixture.settle(attempt, finding);

    assertThat(fixture.stateOf(attempt)).isEqualTo(ours);
    assertThat(calls.unknownCall(attempt)).isEmpty();
    assertThat(calls.send(attempt, operation).answer().verdict()).isEqualTo(verdict);
    assertThat(operation.mayBeAskedIn(ours)).isEqualTo(verdict.equals("NOT_SENT"));
  }

  @ParameterizedTest
  @CsvSource({
    "MANDATE, DEBITED",
    "MANDATE, PENDING_OTP",
    "END_MANDATE, NOT_FOUND",
    "END_MANDATE, DECLINED",
    "DEBIT, AUTHORISED",
    "DEBIT, VOIDED",
    "REVERSAL, DEBITED"
  })
  void impossibleFindingSettlesNothing(Operation operation, TransactionState finding) {
    var attempt = inDoubt(operation);

    assertThatThrownBy(() -> fixture.settle(attempt, finding))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.UNKNOWN);
    assertThat(calls.unknownCall(attempt)).isPresent();
  }

  @Test
  void callFoundExpiredMayBeRepeated() {
    var attempt = inDoubt(Operation.DEBIT);
    BANK.answers(
        signed(
            """
            {"state":"DECLINED","attemptRef":"{attemptRef}","amount":120000,"currency":"VND",
             "reason":"request-expired"}"""));
    fixture.ask(attempt, Operation.INQUIRY);

    fixture.settle(attempt, TransactionState.DECLINED);

    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.NOT_EXECUTED);
    BANK.answers(signed(approved(Operation.DEBIT)));
    fixture.ask(attempt, Operation.DEBIT);
    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.DEBITED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"approved", "declined", "silent", "late"})
  void anEnquiryNeverChangesTheAttemptAndMayBeRepeated(String outcome) {
    var attempt = readyFor(Operation.ENQUIRY);
    BANK.answers(
        switch (outcome) {
          case "approved" -> signed(approved(Operation.ENQUIRY));
          case "declined" ->
              signed(declined(Operation.ENQUIRY, TransactionState.NOT_FOUND, "account-not-found"));
          default -> aResponse().withStatus(503);
        });
    fixture.prepare(attempt, Operation.ENQUIRY);
    time.travel(Duration.ofSeconds(outcome.equals("late") ? 61 : 0));
    fixture.record(calls.send(attempt, Operation.ENQUIRY));

    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.CREATED);
    assertThat(calls.unknownCall(attempt)).isEmpty();

    BANK.answers(signed(approved(Operation.ENQUIRY)));
    assertThat(fixture.ask(attempt, Operation.ENQUIRY))
        .isInstanceOfSatisfying(
            BankAnswer.Approved.class,
            yes ->
                assertThat(yes.owner()).isEqualTo(new BankAnswer.Owner("AN PHAT", "0100109106")));
    assertThat(fixture.stateOf(attempt)).isEqualTo(Attempt.State.CREATED);
    assertThat(newest(attempt, Operation.ENQUIRY)).isEqualTo(2);
  }

  @Test
  void enquiryInFlightDoesNotBlockAnother() {
    var attempt = readyFor(Operation.ENQUIRY);
    BANK.answers(signed(approved(Operation.ENQUIRY)));
    fixture.prepare(attempt, Operation.ENQUIRY);
    calls.send(attempt, Operation.ENQUIRY);

    assertThat(calls.send(attempt, Operation.ENQUIRY).answer())
        .isEqualTo(new BankAnswer.Unknown("being-sent"));
    assertThat(calls.unknownCall(attempt)).isEmpty();
    assertThat(fixture.ask(attempt, Operation.ENQUIRY)).isInstanceOf(BankAnswer.Approved.class);
  }

  /** An attempt in the state in which the operation is asked for the first time. */
  private AttemptRef readyFor(Operation operation) {
    var amount = WITH_MONEY.contains(operation) ? dong(120_000) : null;
    var attempt =
        fixture.in(() -> calls.open(Subject.of(RegistrationId.fresh()), "970415", amount));
    if (operation == Operation.END_MANDATE) {
      BANK.answers(signed(approved(Operation.MANDATE)));
      fixture.ask(attempt, Operation.MANDATE);
    }
    return attempt;
  }

  private AttemptRef inDoubt(Operation operation) {
    var attempt = readyFor(operation);
    BANK.answers(aResponse().withStatus(503));
    assertThat(fixture.ask(attempt, operation)).isEqualTo(new BankAnswer.Unknown("http-503"));
    return attempt;
  }

  private int newest(AttemptRef attempt, Operation operation) {
    return jdbc.sql("select max(seq) from bank_call where attempt_ref = ? and operation = ?")
        .params(attempt.id(), operation.name())
        .query(Integer.class)
        .single();
  }

  private static String approved(Operation operation) {
    var state =
        switch (operation) {
          case ENQUIRY -> "NOT_FOUND";
          case MANDATE -> "AUTHORISED";
          case END_MANDATE -> "VOIDED";
          case DEBIT -> "DEBITED";
          default -> "REVERSED";
        };
    var more =
        operation == Operation.ENQUIRY
            ? ",\"owner\":{\"name\":\"AN PHAT\",\"identityNumber\":\"0100109106\"}"
            : ",\"bankRef\":\"B1\"";
    return answered(operation, "APPROVED", state, more);
  }

  private static String declined(Operation operation, TransactionState state, String reason) {
    return answered(operation, "DECLINED", state.name(), ",\"reason\":\"" + reason + "\"");
  }

  private static String answered(Operation operation, String result, String state, String more) {
    var money = WITH_MONEY.contains(operation) ? ",\"amount\":120000,\"currency\":\"VND\"" : "";
    return """
        {"result":"%s","state":"%s","attemptRef":"{attemptRef}","callRef":"{callRef}"%s%s}"""
        .formatted(result, state, money, more);
  }
}
