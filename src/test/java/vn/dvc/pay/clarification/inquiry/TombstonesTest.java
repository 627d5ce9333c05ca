package vn.dvc.pay.clarification.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.clarification.AttemptOwners;
import vn.dvc.pay.clarification.inquiry.ClarifyOutcomeSteps.Verdict;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** What follows from a bank's answer to the request for a tombstone. */
@Tag("fast")
class TombstonesTest {
  private static final AttemptRef ATTEMPT = AttemptRef.fresh();

  private final BankCalls calls = mock(BankCalls.class);
  private final Tombstones tombstones = new Tombstones(calls, mock(AttemptOwners.class));

  @Test
  void agreementOfTheBankMakesTheOutcomeCertain() {
    is(Attempt.State.UNKNOWN);
    assertThat(record(approved())).isEqualTo(Verdict.CERTAIN);
    verify(calls)
        .settleUnknown(eq(ATTEMPT), eq(TransactionState.TOMBSTONED), contains("tombstone "));
  }

  /** A bank that refuses knows the attempt by now, so it may have executed it. */
  @ParameterizedTest
  @MethodSource
  void anyOtherAnswerSettlesNothing(BankAnswer answer) {
    is(Attempt.State.UNKNOWN);
    assertThat(record(answer)).isEqualTo(Verdict.UNKNOWN);
    verify(calls, never()).settleUnknown(any(), any(), any());
  }

  static Stream<BankAnswer> anyOtherAnswerSettlesNothing() {
    return Stream.of(
        new BankAnswer.Declined("attempt-known", TransactionState.DEBITED, Optional.empty()),
        new BankAnswer.Declined("attempt-known", TransactionState.PENDING_OTP, Optional.empty()),
        new BankAnswer.Unknown("no-answer"),
        new BankAnswer.NotSent("breaker-open"));
  }

  @Test
  void outcomeThatBecameKnownMeanwhileStands() {
    is(Attempt.State.DEBITED);
    assertThat(record(approved())).isEqualTo(Verdict.CERTAIN);
    verify(calls, never()).settleUnknown(any(), any(), any());
  }

  private void is(Attempt.State state) {
    when(calls.lock(ATTEMPT))
        .thenReturn(
            new Attempt(
                ATTEMPT,
                Subject.of(PaymentId.fresh()),
                "970415",
                Money.dong(1_000),
                state,
                null,
                null,
                null));
  }

  private Verdict record(BankAnswer answer) {
    var answered = new Answered(CallRef.fresh(), answer);
    when(calls.record(answered)).thenReturn(answer);
    return tombstones.record(ATTEMPT, answered);
  }

  private static BankAnswer approved() {
    return new BankAnswer.Approved(TransactionState.TOMBSTONED, null, null, null, null, null);
  }
}
