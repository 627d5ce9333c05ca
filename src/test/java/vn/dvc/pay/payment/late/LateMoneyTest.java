package vn.dvc.pay.payment.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.LateAnswer.OutcomeContradicted;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.payment.LateDebits.LateDebit;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.event.UnusedMoneyEvents;
import vn.dvc.pay.payment.late.LateSuccessSteps.Verdict;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.reversal.ReversalDone;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** Reactions to a bank's message that an attempt was executed after all. */
@Tag("fast")
class LateMoneyTest {
  private static final AttemptRef REF = AttemptRef.fresh();
  private static final PaymentId PAYMENT = PaymentId.fresh();

  private final BankCalls calls = mock(BankCalls.class);
  private final PaymentRepository payments = mock(PaymentRepository.class);
  private final PaymentEntity payment = mock(PaymentEntity.class, RETURNS_DEEP_STUBS);
  private final LateSuccessRepository lateSuccesses = mock(LateSuccessRepository.class);
  private final Processes processes = mock(Processes.class);
  private final Reversals reversals = mock(Reversals.class);
  private final Cases cases = mock(Cases.class);
  private final LateSuccessDetector detector =
      new LateSuccessDetector(calls, payments, lateSuccesses, processes, mock(DatabaseTime.class));
  private final UnusedMoneyEvents events = mock(UnusedMoneyEvents.class);
  private final LateSuccesses successes =
      new LateSuccesses(calls, lateSuccesses, reversals, cases, events);

  @BeforeEach
  void aPaymentThatWasDeclined() {
    when(payments.lock(PAYMENT)).thenReturn(payment);
    when(payment.status()).thenReturn(PaymentStatus.DECLINED);
    when(payment.money().attempt()).thenReturn(REF);
    when(calls.doubtAgain(REF)).thenReturn(true);
  }

  @Test
  void bankIsAskedAboutAnEndedPayment() {
    assertThat(detector.detect(attempt(Attempt.State.DECLINED))).isTrue();
    verify(processes).start(eq("late-success"), eq(REF.toString()), anyMap());
  }

  @Test
  void eachMessageCausesAnInquiryUntilOneIsConfirmed() {
    var late = heard();
    late.inquiryStarted(); // and the inquiry found nothing
    assertThat(detector.detect(attempt(Attempt.State.DECLINED))).isTrue();
    verify(processes).start(eq("late-success"), eq(REF.toString()), anyMap());

    late.goesBackBy("R1");
    assertThat(detector.detect(attempt(Attempt.State.DECLINED))).isTrue();
    verifyNoMoreInteractions(processes);
  }

  @Test
  void messageReceivedDuringAnInquiryKeepsTheEarlierOne() {
    heard().inquiryStarted();
    when(calls.doubtAgain(REF)).thenReturn(false);
    assertThat(detector.detect(attempt(Attempt.State.UNKNOWN))).isTrue();
    verify(lateSuccesses, never()).delete(any());
  }

  @Test
  void moneyThatMayStillMoveIsNotReversed() {
    when(calls.doubtAgain(REF)).thenReturn(false);
    assertThat(detector.detect(attempt(Attempt.State.UNKNOWN))).isTrue();
    verifyNoInteractions(processes);
  }

  @Test
  void messageAboutTheCurrentAttemptIsDeferred() {
    when(payment.status()).thenReturn(PaymentStatus.PROCESSING);
    assertThat(detector.detect(attempt(Attempt.State.NOT_EXECUTED))).isFalse();
    verify(calls, never()).doubtAgain(any());
  }

  @Test
  void contradictionAboutTheCurrentAttemptIsDeferred() {
    when(payment.status()).thenReturn(PaymentStatus.PROCESSING);
    when(calls.attempt(REF)).thenReturn(attempt(Attempt.State.NOT_EXECUTED));
    detector.on(new OutcomeContradicted(REF));
    verify(lateSuccesses).saveAndFlush(argThat(LateSuccessEntity::waits));
    verifyNoInteractions(processes);
  }

  @Test
  void deferredMessageIsDeletedOnceThePaymentHasItsMoney() {
    var kept = heard();
    when(payment.status()).thenReturn(PaymentStatus.PAID);
    when(calls.doubtAgain(REF)).thenReturn(false);
    assertThat(detector.detect(attempt(Attempt.State.DEBITED))).isTrue();
    verify(lateSuccesses).delete(kept);
    verifyNoInteractions(processes);
  }

  @Test
  void inquiryIsMadeAboutAnEarlierAttemptOfARunningPayment() {
    when(payment.status()).thenReturn(PaymentStatus.PROCESSING);
    when(payment.money().attempt()).thenReturn(AttemptRef.fresh());
    assertThat(detector.detect(attempt(Attempt.State.NOT_EXECUTED))).isTrue();
    verify(processes).start(eq("late-success"), eq(REF.toString()), anyMap());
  }

  @Test
  void moneyThatMovedIsReturnedOnceAndShownAsACase() {
    var late = heard();
    when(calls.lock(REF)).thenReturn(attempt(Attempt.State.DEBITED));
    when(reversals.left(any())).thenReturn(45_000L);
    when(reversals.giveBack(any(), anyString(), any(), anyString())).thenReturn("R1");

    successes.giveBack(REF);
    successes.giveBack(REF);

    assertThat(late.goesBack()).isTrue();
    verify(reversals, times(1))
        .giveBack(any(), eq(PAYMENT.text()), eq(Money.dong(45_000)), anyString());
    verify(cases, times(1))
        .open(eq("late-success"), eq(REF.toString()), eq(PAYMENT.text()), any(), anyMap());
    verifyNoInteractions(events);
  }

  @Test
  void moneyAlreadyReturnedIsNotReturnedAgain() {
    var late = heard();
    when(calls.lock(REF)).thenReturn(attempt(Attempt.State.DEBITED));
    when(reversals.newestOf(any())).thenReturn(Optional.of("R2"));
    when(reversals.doneAt("R2")).thenReturn(Optional.of(Instant.EPOCH));

    successes.giveBack(REF);

    assertThat(late.goesBack()).isTrue();
    verify(reversals, never()).giveBack(any(), any(), any(), any());
    verifyNoInteractions(cases);
    verify(events).returned(PAYMENT, "970415", REF.toString(), Money.dong(45_000));
  }

  @ParameterizedTest
  @EnumSource(value = Attempt.State.class, mode = EnumSource.Mode.EXCLUDE, names = "DEBITED")
  void moneyThatDidNotMoveIsNotReversed(Attempt.State state) {
    heard();
    when(calls.lock(REF)).thenReturn(attempt(state));
    assertThatThrownBy(() -> successes.giveBack(REF)).isInstanceOf(IllegalStateException.class);
    verifyNoInteractions(reversals, cases);
  }

  @ParameterizedTest
  @CsvSource({
    "DEBITED, MONEY_MOVED",
    "UNKNOWN, UNKNOWN",
    "CREATED, UNKNOWN",
    "DECLINED, NOTHING_MOVED",
    "NOT_EXECUTED, NOTHING_MOVED",
    "VOIDED, NOTHING_MOVED",
    "REVERSED, NOTHING_MOVED"
  })
  void attemptsStateSaysWhetherMoneyMoved(Attempt.State state, Verdict verdict) {
    when(calls.lock(REF)).thenReturn(attempt(state));
    assertThat(successes.weigh(REF)).isEqualTo(verdict);
  }

  @Test
  void caseIsResolvedAndPayerAndPortalAreToldWhenTheMoneyIsReturned() {
    var late = heard();
    when(lateSuccesses.findByReversal("R1")).thenReturn(Optional.of(late));
    when(calls.attempt(REF)).thenReturn(attempt(Attempt.State.DEBITED));
    successes.on(new ReversalDone("R1", PAYMENT.text()));
    verify(cases).settle("late-success", REF.toString(), "money-returned");
    verify(events).returned(PAYMENT, "970415", REF.toString(), Money.dong(45_000));
  }

  @Test
  void debitIsToldOnceItGoesBackAndWithTheTimeWhenItIsBack() {
    var late = heard();
    when(lateSuccesses.findByPaymentOrderByHeardAt(PAYMENT.text())).thenReturn(List.of(late));
    when(calls.attempt(REF)).thenReturn(attempt(Attempt.State.DEBITED));
    assertThat(successes.of(PAYMENT)).isEmpty();
    late.goesBackBy("R1");
    assertThat(successes.of(PAYMENT)).containsExactly(debit(null));
    var back = Instant.EPOCH.plusSeconds(60);
    when(reversals.doneAt("R1")).thenReturn(Optional.of(back));
    assertThat(successes.of(PAYMENT)).containsExactly(debit(back));
  }

  private static LateDebit debit(@Nullable Instant returnedAt) {
    return new LateDebit("970415", REF.toString(), Money.dong(45_000), Instant.EPOCH, returnedAt);
  }

  private LateSuccessEntity heard() {
    var late = new LateSuccessEntity(REF.id(), PAYMENT.text(), Instant.EPOCH);
    when(lateSuccesses.findById(REF.id())).thenReturn(Optional.of(late));
    return late;
  }

  private static Attempt attempt(Attempt.State state) {
    return new Attempt(
        REF, Subject.of(PAYMENT), "970415", Money.dong(45_000), state, null, null, null);
  }
}
