package vn.dvc.pay.bank.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.calls.CallClaims.Claim;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/** Who may send a recorded call, and what may no longer be sent. */
@Tag("fast")
class CallClaimsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
  private static final AttemptRef ATTEMPT = new AttemptRef(UUID.randomUUID());
  private static final UUID CALL = UUID.randomUUID();

  private final CallRepository calls = mock(CallRepository.class);
  private final AnswerRecorder recorder = mock(AnswerRecorder.class);
  private final DatabaseTime time = mock(DatabaseTime.class);
  private final CallClaims claims = new CallClaims(calls, recorder, mock(Banks.class), time);

  @BeforeEach
  void nobodyHasClaimedIt() {
    when(time.now()).thenReturn(NOW);
    when(calls.claim(CALL, NOW)).thenReturn(1);
    when(recorder.unsent(any(), any())).thenAnswer(written -> written.getArgument(1));
  }

  @Test
  void callerWhoseUpdateChangesTheRowSends() {
    prepared(Operation.DEBIT, CallState.CREATED, NOW.plusSeconds(1));
    var claim = claim(Operation.DEBIT, null);
    assertThat(claim)
        .isInstanceOfSatisfying(
            Claim.Won.class, won -> assertThat(won.request().amount().dong()).isEqualTo(30_000));
  }

  @Test
  void callerWhoseUpdateChangesNothingDoesNotSend() {
    prepared(Operation.DEBIT, CallState.CREATED, NOW.plusSeconds(1));
    when(calls.claim(CALL, NOW)).thenReturn(0);
    when(calls.require(CALL)).thenReturn(call(Operation.DEBIT, CallState.SENDING, NOW));
    assertLost(claim(Operation.DEBIT, null), new BankAnswer.Unknown("being-sent"));
  }

  @ParameterizedTest
  @EnumSource(value = CallState.class, names = "CREATED", mode = Mode.EXCLUDE)
  void callThatWasClaimedOnceIsNeverClaimedAgain(CallState state) {
    prepared(Operation.DEBIT, state, NOW.plusSeconds(1));
    assertThat(claim(Operation.DEBIT, null)).isInstanceOf(Claim.Lost.class);
    verify(calls, never()).claim(any(), any());
  }

  @ParameterizedTest
  @EnumSource(value = Operation.class, names = "INQUIRY", mode = Mode.EXCLUDE)
  void expiredCallIsNotSent(Operation operation) {
    prepared(operation, CallState.CREATED, NOW);
    notSent(claim(operation, null), "request-expired");
  }

  @Test
  void inquiryDoesNotExpire() {
    prepared(Operation.INQUIRY, CallState.CREATED, NOW.minusSeconds(1));
    assertThat(claim(Operation.INQUIRY, null)).isInstanceOf(Claim.Won.class);
  }

  @ParameterizedTest
  @CsvSource({"AUTHORISE, false", "OTP, false", "CAPTURE, true", "DEBIT, true"})
  void callWhoseSealedValueWasDeletedIsNotSent(Operation operation, boolean sends) {
    prepared(operation, CallState.CREATED, NOW.plusSeconds(1), null);
    var claim = claim(operation, null);
    if (sends) {
      assertThat(claim).isInstanceOf(Claim.Won.class);
    } else {
      notSent(claim, "sealed-value-forgotten");
    }
  }

  @Test
  void objectionPreventsTheCall() {
    prepared(Operation.DEBIT, CallState.CREATED, NOW.plusSeconds(1));
    notSent(claim(Operation.DEBIT, "mandate-suspended"), "mandate-suspended");
  }

  private void notSent(Claim claim, String cause) {
    assertLost(claim, new BankAnswer.NotSent(cause));
    verify(calls, never()).claim(any(), any());
  }

  private static void assertLost(Claim claim, BankAnswer answer) {
    assertThat(claim)
        .isInstanceOfSatisfying(
            Claim.Lost.class, lost -> assertThat(lost.answer()).isEqualTo(answer));
  }

  private Claim claim(Operation operation, String objection) {
    return claims.claim(ATTEMPT, operation, () -> Optional.ofNullable(objection));
  }

  private void prepared(Operation operation, CallState state, Instant validUntil) {
    prepared(operation, state, validUntil, "sealed");
  }

  private void prepared(Operation operation, CallState state, Instant validUntil, String sealed) {
    when(calls.prepared(ATTEMPT.id(), operation))
        .thenReturn(
            Optional.of(
                new CallRepository.Prepared(
                    call(operation, state, validUntil), sealed, "P1", "970415", 30_000L)));
  }

  private static CallView call(Operation operation, CallState state, Instant validUntil) {
    return new CallView(
        CALL, ATTEMPT.id(), operation, 1, state, Attempt.State.CREATED, validUntil, "{}", null);
  }
}
