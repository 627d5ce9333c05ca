package vn.dvc.pay.bank.calls;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankCalls.UnknownCall;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.contract.BankFailure;
import vn.dvc.pay.bank.contract.BankRequest;
import vn.dvc.pay.bank.contract.ContractMapper;
import vn.dvc.pay.clarification.finality.Finality;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/**
 * What may be requested of a bank and what its answer means, for every pair of operation and state.
 * The table is written independently of the one under test and compared with the decisions made
 * from that one, so that only a mistake made twice goes unnoticed.
 */
@Tag("fast")
class OperationTableTest {
  private static final Instant OVER = Instant.parse("2026-11-24T08:00:00Z");

  private static final String AMOUNT = "\"amount\":100,\"currency\":\"VND\",";

  private static final String TABLE =
      """
      AUTHORISE concerns money
        asked in              CREATED
        approved in           PENDING_OTP
        declined in           any
        had its effect in     PENDING_OTP AUTHORISED CAPTURED DEBITED VOIDED REVERSED
        may still happen in   NOT_FOUND
        can leave it in       any
      OTP concerns money
        asked in              PENDING_OTP
        approved in           AUTHORISED CAPTURED DEBITED
        declined in           any
        had its effect in     AUTHORISED CAPTURED DEBITED REVERSED
        may still happen in   NOT_FOUND PENDING_OTP
        can leave it in       any
        leaves us             VOIDED after NOT_FOUND, VOIDED after TOMBSTONED
      RESEND concerns money
        asked in              PENDING_OTP
        approved in           PENDING_OTP
        declined in           any
        had its effect in     PENDING_OTP
        may still happen in   NOT_FOUND
        can leave it in       any
        leaves us             VOIDED after NOT_FOUND, VOIDED after TOMBSTONED
      CAPTURE concerns money
        asked in              AUTHORISED
        approved in           CAPTURED DEBITED
        declined in           any
        had its effect in     CAPTURED DEBITED REVERSED
        may still happen in   NOT_FOUND PENDING_OTP AUTHORISED
        can leave it in       any
        leaves us             VOIDED after NOT_FOUND, VOIDED after TOMBSTONED
      VOID concerns money
        asked in              PENDING_OTP AUTHORISED
        approved in           VOIDED TOMBSTONED
        declined in           any
        had its effect in     NOT_FOUND VOIDED TOMBSTONED
        may still happen in   NOT_FOUND PENDING_OTP AUTHORISED
        can leave it in       any
        leaves us             VOIDED after NOT_FOUND, VOIDED after TOMBSTONED
      ENQUIRY question
        asked in              CREATED
        approved in           NOT_FOUND
        declined in           NOT_FOUND DECLINED
        can leave it in       NOT_FOUND
      MANDATE
        asked in              CREATED NOT_EXECUTED
        approved in           AUTHORISED
        declined in           NOT_FOUND DECLINED
        had its effect in     AUTHORISED VOIDED
        may still happen in   NOT_FOUND
        or, refused as late   DECLINED
        can leave it in       NOT_FOUND AUTHORISED DECLINED VOIDED TOMBSTONED
        or, refused as late   NOT_EXECUTED after DECLINED
      END_MANDATE
        asked in              AUTHORISED
        approved in           VOIDED
        declined in           AUTHORISED
        had its effect in     VOIDED
        may still happen in   AUTHORISED
        can leave it in       AUTHORISED VOIDED
      DEBIT concerns money
        asked in              CREATED NOT_EXECUTED
        approved in           DEBITED
        declined in           NOT_FOUND DECLINED
        had its effect in     CAPTURED DEBITED REVERSED
        may still happen in   NOT_FOUND
        or, refused as late   DECLINED
        can leave it in       NOT_FOUND CAPTURED DEBITED DECLINED REVERSED TOMBSTONED
        or, refused as late   NOT_EXECUTED after DECLINED
      REVERSAL concerns money
        asked in              CREATED NOT_EXECUTED
        approved in           REVERSED
        declined in           NOT_FOUND DECLINED
        had its effect in     REVERSED
        may still happen in   NOT_FOUND
        or, refused as late   DECLINED
        can leave it in       NOT_FOUND DECLINED REVERSED TOMBSTONED
        or, refused as late   NOT_EXECUTED after DECLINED
      INQUIRY question clarifies
        asked in              any
        approved in           any
        can leave it in       any
        or, refused as late   NOT_EXECUTED after DECLINED
      TOMBSTONE question clarifies
        asked in              UNKNOWN
        approved in           TOMBSTONED
        declined in           any
        can leave it in       any
      """;

  @Test
  void theTableRulesEveryOperationInEveryState() {
    assertThat(Stream.of(Operation.values()).map(OperationTableTest::row).collect(joining()))
        .isEqualTo(TABLE);
  }

  @Test
  void onlyAFindingThatNothingWasExecutedMayLackTheAmount() {
    var without =
        bank(
            Operation.INQUIRY,
            (any, state) -> read(any, "APPROVED", state, "") instanceof Approved);
    assertThat(without).isEqualTo("NOT_FOUND DECLINED TOMBSTONED");
  }

  private static String row(Operation operation) {
    return operation
        + kinds(operation)
        + "\n"
        + line("asked in", ours(state -> operation.mayBeAskedIn(state)))
        + line("approved in", bank(operation, OperationTableTest::canBeApproved))
        + line("declined in", bank(operation, OperationTableTest::canBeDeclined))
        + line("had its effect in", bank(operation, OperationTableTest::hadItsEffect))
        + line("may still happen in", bank(operation, waits("bank-declined")))
        + line("or, refused as late", furtherWaits(operation))
        + line("can leave it in", bank(operation, Operation::canLeaveIn))
        + line("leaves us", left(operation, "bank-declined", AttemptTransitions::of))
        + line("or, refused as late", leftWhenTooLate(operation));
  }

  private static String kinds(Operation operation) {
    return (operation.concernsMoney() ? " concerns money" : "")
        + (operation.isQuestion() ? " question" : "")
        + (operation.clarifies() ? " clarifies" : "");
  }

  /** A column that says nothing about an operation has no line. */
  private static String line(String column, String states) {
    return states.isEmpty() ? "" : "  %-21s %s%n".formatted(column, states);
  }

  private static String ours(Predicate<Attempt.State> asked) {
    return names(List.of(Attempt.State.values()), asked);
  }

  /** The states for which this holds; for an inquiry the question itself is refused. */
  private static String bank(
      Operation operation, BiPredicate<Operation, TransactionState> decides) {
    return names(
        List.of(TransactionState.values()),
        state -> {
          try {
            return decides.test(operation, state);
          } catch (RuntimeException refused) {
            assertThat(operation.isQuestion()).isTrue();
            return false;
          }
        });
  }

  private static <T> String names(List<T> values, Predicate<T> decides) {
    var chosen = values.stream().filter(decides).toList();
    return chosen.equals(values)
        ? "any"
        : chosen.stream().map(Object::toString).collect(joining(" "));
  }

  private static boolean canBeApproved(Operation operation, TransactionState state) {
    return read(operation, "APPROVED", state, AMOUNT) instanceof Approved;
  }

  private static boolean canBeDeclined(Operation operation, TransactionState state) {
    return read(operation, "DECLINED", state, AMOUNT) instanceof Declined;
  }

  private static boolean hadItsEffect(Operation operation, TransactionState finding) {
    return CallSettlement.verdict(operation, finding) == CallState.APPROVED;
  }

  private static BiPredicate<Operation, TransactionState> waits(String reason) {
    return (operation, state) -> {
      var found = new Approved(state, null, null, null, null, reason);
      var call = new UnknownCall(CallRef.fresh(), operation, OVER);
      return !Finality.isFinal(call, found, OVER)
          && Finality.isFinal(call, found, OVER.plusNanos(1));
    };
  }

  private static String furtherWaits(Operation operation) {
    return bank(
        operation,
        (any, state) ->
            waits("request-expired").test(any, state) && !waits("bank-declined").test(any, state));
  }

  private static String leftWhenTooLate(Operation operation) {
    return left(
        operation,
        "request-expired",
        bank -> AttemptTransitions.after(operation, bank, "bank-declined"));
  }

  private static String left(
      Operation operation, String reason, Function<TransactionState, Attempt.State> otherwise) {
    return Stream.of(TransactionState.values())
        .filter(bank -> AttemptTransitions.after(operation, bank, reason) != otherwise.apply(bank))
        .map(bank -> AttemptTransitions.after(operation, bank, reason) + " after " + bank)
        .collect(joining(", "));
  }

  /** Null if the contract reader rejects the answer. */
  private static BankAnswer read(
      Operation operation, String result, TransactionState state, String amount) {
    var request =
        new BankRequest(
            null,
            operation,
            AttemptRef.fresh(),
            CallRef.fresh(),
            OVER,
            Money.dong(100),
            null,
            Map.of());
    var body =
        """
        {"attemptRef":"%s","callRef":"%s","result":"%s","state":"%s","reason":"bank-declined",%s
         "bankRef":"B1","owner":{"name":"AN","identityNumber":"1"}}"""
            .formatted(request.attempt(), request.call(), result, state, amount);
    try {
      return new ContractMapper().read(request, body.getBytes(StandardCharsets.UTF_8));
    } catch (BankFailure disbelieved) {
      return null;
    }
  }
}
