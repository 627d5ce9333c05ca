package vn.dvc.pay.clarification.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.payment.outcome.DoubtFixture.SILENCE;
import static vn.dvc.pay.payment.outcome.DoubtFixture.found;
import static vn.dvc.pay.payment.outcome.DoubtFixture.soon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.BankCommand;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.HeldAnswer;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.clarification.AttemptOwners;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.account.AccountFixture;
import vn.dvc.pay.payment.outcome.DoubtFixture;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * Messages and answers that arrive after a decision or during an inquiry: none of them is dropped.
 */
@ExtendWith(OutputCaptureExtension.class)
@AccountTest
class LateNewsTest {
  @Autowired AccountFixture fixture;
  @Autowired DoubtFixture doubts;
  @Autowired ScriptedBank bank;
  @Autowired BankCalls calls;
  @Autowired Cases cases;
  @Autowired Payments payments;
  @Autowired TransactionTemplate transaction;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionInquiry asking;
  @Autowired AttemptOwners owners;
  @Autowired Reversals reversals;

  @Test
  void debitReportedAfterTwoPersonsDeniedItPays() {
    var held = new HeldAnswer(found(TransactionState.DEBITED));
    doubts.bankFinds(() -> held.apply(null));
    var id = doubts.inDoubt();
    time.travel(Duration.ofSeconds(6));
    held.isAsked();
    doubts.decide(doubts.caseOf(id), "NO_MONEY_MOVED");
    held.comes();

    fixture.reaches(id, PaymentStatus.PAID);
    assertThat(doubts.asked(id, Operation.DEBIT)).isEqualTo(1);
    assertThat(doubts.reversalsOf(id)).isZero();
  }

  @Test
  void debitReportedAfterThePaymentEndedIsReturnedAtOnce() {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    doubts.decide(doubts.caseOf(id), "NO_MONEY_MOVED");
    soon(() -> assertThat(calls.attempt(doubts.attemptOf(id)).state()).isEqualTo(notExecuted()));
    payments.cancel(id);
    bank.answers(
        asked ->
            found(
                asked.operation() == Operation.REVERSAL
                    ? TransactionState.REVERSED
                    : TransactionState.DEBITED));
    time.travel(Duration.ofSeconds(6));
    fixture.reaches(id, PaymentStatus.CANCELLED);

    // A stalled worker delivers an answer that it requested long ago.
    var attempt = doubts.attemptOf(id);
    transaction.executeWithoutResult(on -> calls.prepare(attempt, new BankCommand.Inquire()));
    var asked = asking.ask(attempt);
    transaction.executeWithoutResult(on -> asked.record());
    time.travel(Duration.ofSeconds(20));
    soon(() -> assertThat(reversalStates(id)).containsExactly("DONE"));
  }

  @Test
  void bankContradictingTwoPersonsOpensACase(CapturedOutput output) {
    var held = new HeldAnswer(found(TransactionState.NOT_FOUND));
    doubts.bankFinds(() -> held.apply(null));
    var id = doubts.inDoubt();
    time.travel(Duration.ofMinutes(5));
    held.isAsked();
    doubts.decide(doubts.caseOf(id), "MONEY_MOVED");
    held.comes();

    fixture.reaches(id, PaymentStatus.PAID);
    var attempt = doubts.attemptOf(id);
    soon(
        () ->
            assertThat(output)
                .contains(attempt + " is settled as DEBITED, but an inquiry answers NOT_FOUND"));
    soon(() -> assertThat(cases.isOpen("bank-contradiction", attempt.toString())).isTrue());
  }

  /** However late it is recorded, it shows what the bank knew when it was asked. */
  @Test
  void earlyFindingThatNothingHappenedIsNotFinalThoughRecordedLate() {
    var held = new HeldAnswer(found(TransactionState.NOT_FOUND));
    doubts.bankFinds(() -> held.apply(null));
    var id = doubts.inDoubt();
    time.travel(Duration.ofSeconds(6));
    held.isAsked();
    time.travel(Duration.ofMinutes(3));
    doubts.bankFinds(() -> SILENCE);
    held.comes();

    soon(() -> assertThat(doubts.inquiriesCounted(id)).isEqualTo(1));
    assertThat(calls.attempt(doubts.attemptOf(id)).state()).isEqualTo(Attempt.State.UNKNOWN);
  }

  @Test
  void lateAnswerOfTheBankEndsTheDoubtAtOnce() {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    var debit = fixture.asked(id).get(0).call();
    doubts.inVainUntilAnHour(id);
    transaction.executeWithoutResult(
        on -> calls.record(new Answered(debit, found(TransactionState.DEBITED))));

    assertThat(fixture.payment(id).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void noticeReceivedDuringAnInquiryAboutAReversalIsHandledAfterIt() {
    bank.answers(asked -> found(TransactionState.DEBITED));
    var id = fixture.pay(fixture.owing(30_000));
    fixture.reaches(id, PaymentStatus.PAID);
    var held = new HeldAnswer(found(TransactionState.NOT_FOUND));
    var inquiry = new AtomicInteger();
    bank.answers(
        asked ->
            asked.operation() == Operation.REVERSAL
                ? SILENCE
                : inquiry.incrementAndGet() == 1
                    ? held.apply(asked)
                    : found(TransactionState.REVERSED));
    var reversal =
        transaction.execute(
            on ->
                reversals.giveBack(
                    OriginalMoney.debited("970415", doubts.attemptOf(id)),
                    id.text(),
                    Money.dong(30_000),
                    "came too late"));
    soon(() -> assertThat(reversalStates(id)).containsExactly("BEING_CHECKED"));
    time.travel(Duration.ofSeconds(6));
    held.isAsked();
    doubts.notice(attemptOfReversal(reversal));
    held.comes();

    // Before the next inquiry of the schedule is due.
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(reversalStates(id)).containsExactly("DONE"));
    assertThat(inquiry).hasValue(2);
    assertThat(doubts.asked(id, Operation.REVERSAL)).isEqualTo(1);
  }

  /** Settling holds the payment and needs the case; deciding needs both, too. */
  @Test
  void decisionAndSettlementDoNotDeadlock() throws Exception {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    var attempt = doubts.attemptOf(id);
    var file = doubts.caseOf(id);
    doubts.says(
        file, "operator-1", Map.of("decision", "MONEY_MOVED", "reason", "Ngân hàng xác nhận"));
    var threads = Executors.newFixedThreadPool(2);
    try {
      var both =
          transaction.execute(
              on -> {
                owners.lock(attempt);
                var settles = threads.submit(() -> settles(attempt));
                soon(() -> assertThat(waiting()).isEqualTo(1));
                var decides = threads.submit(() -> agrees(file));
                soon(() -> assertThat(waiting()).isEqualTo(2));
                return List.of(settles, decides);
              });
      assertThat(both.get(0).get()).isEqualTo("settled");
      assertThat(both.get(1).get()).isIn("agreed", "case-closed", "task-not-found");
    } finally {
      threads.shutdownNow();
    }
  }

  private String settles(AttemptRef attempt) {
    transaction.executeWithoutResult(
        on -> {
          owners.lock(attempt);
          cases.settle("unknown-outcome", attempt.toString(), "outcome-known");
        });
    return "settled";
  }

  private String agrees(String file) {
    try {
      doubts.says(file, "operator-2", Map.of("agreed", "AGREED", "reason", "Đã kiểm tra"));
      return "agreed";
    } catch (RuntimeException refused) {
      return refusedWith(refused).code();
    }
  }

  /** The engine calls the step that refuses, and wraps its exception. */
  private static Problem refusedWith(RuntimeException refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    throw refused;
  }

  /** The number of transactions in this database that wait for another's row. */
  private int waiting() {
    return jdbc.sql("select count(*) from information_schema.sessions where blocker_id is not null")
        .query(Integer.class)
        .single();
  }

  private static Attempt.State notExecuted() {
    return Attempt.State.NOT_EXECUTED;
  }

  private List<String> reversalStates(PaymentId id) {
    return jdbc.sql("select state from reversal where payment = ?")
        .param(id.text())
        .query(String.class)
        .list();
  }

  private AttemptRef attemptOfReversal(String reversal) {
    return new AttemptRef(
        jdbc.sql("select attempt_ref from reversal where id = ?")
            .param(reversal)
            .query(UUID.class)
            .single());
  }
}
