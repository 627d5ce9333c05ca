package vn.dvc.pay.clarification.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.payment.outcome.DoubtFixture.SILENCE;
import static vn.dvc.pay.payment.outcome.DoubtFixture.found;
import static vn.dvc.pay.payment.outcome.DoubtFixture.soon;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.clarification.AttemptOwners;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.InquiryRequests.By;
import vn.dvc.pay.payment.InquiryRequests.Result;
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

/** What comes after a decision, or while the bank is being asked: nothing of it is dropped. */
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
  @Autowired InquiryRequests inquiries;
  @Autowired TransactionInquiry asking;
  @Autowired AttemptOwners owners;
  @Autowired Reversals reversals;
  @Autowired Audit audit;

  @Test
  void debitThatTheBankTellsAfterTwoPersonsSaidOtherwisePays() {
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
  void debitThatTheBankTellsAfterThePaymentEndedGoesBackAtOnce() {
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

    // A worker that stood still brings home what it asked long ago.
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
    assertThat(output)
        .contains(
            doubts.attemptOf(id) + " is settled as DEBITED, but an inquiry answers NOT_FOUND");
    assertThat(cases.isOpen("bank-contradiction", doubts.attemptOf(id).toString())).isTrue();
  }

  /** However late it is recorded, the bank had looked when it was asked. */
  @Test
  void earlyWordThatNothingHappenedIsNotFinalByBeingRecordedLate() {
    var held = new HeldAnswer(found(TransactionState.NOT_FOUND));
    doubts.bankFinds(() -> held.apply(null));
    var id = doubts.inDoubt();
    time.travel(Duration.ofSeconds(6));
    held.isAsked();
    time.travel(Duration.ofMinutes(3));
    doubts.bankFinds(() -> SILENCE);
    held.comes();

    soon(() -> assertThat(inquiriesCounted(id)).isEqualTo(1));
    assertThat(calls.attempt(doubts.attemptOf(id)).state()).isEqualTo(Attempt.State.UNKNOWN);
  }

  @Test
  void lateAnswerOfTheBankEndsTheDoubtAtOnce() {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    var debit = fixture.asked(id).get(0).call();
    inVainUntilAnHour(id);
    transaction.executeWithoutResult(
        on -> calls.record(new Answered(debit, found(TransactionState.DEBITED))));

    assertThat(fixture.payment(id).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void inquiriesMadeForNoticesUseNoneOfTheSchedule() {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    var planned = nextInquiry(id);
    for (int notices = 1; notices <= 4; notices++) {
      var before = doubts.asked(id, Operation.INQUIRY);
      doubts.notice(doubts.attemptOf(id));
      soon(() -> assertThat(doubts.asked(id, Operation.INQUIRY)).isGreaterThan(before));
      soon(() -> assertThat(isAwaited(id)).isTrue());
    }
    assertThat(inquiriesCounted(id)).isLessThanOrEqualTo(1);
    assertThat(Duration.between(planned, nextInquiry(id)))
        .isLessThanOrEqualTo(Duration.ofSeconds(16));
  }

  @Test
  void noticeAboutAReversalThatComesDuringAnInquiryIsAnsweredAfterIt() {
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

  @Test
  void payerMayHaveTheBankAskedOnceAMinute() {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    inVainUntilAnHour(id);
    var before = doubts.asked(id, Operation.INQUIRY);

    assertThat(inquiries.askNow(id, By.payer()).result()).isEqualTo(Result.ASKED);
    soon(() -> assertThat(doubts.asked(id, Operation.INQUIRY)).isEqualTo(before + 1));
    var early = inquiries.askNow(id, By.payer());
    assertThat(early.result()).isEqualTo(Result.TOO_EARLY);
    assertThat(early.next()).isBetween(time.now().plusSeconds(30), time.now().plusSeconds(61));
    assertThat(doubts.asked(id, Operation.INQUIRY)).isEqualTo(before + 1);

    doubts.bankFinds(() -> found(TransactionState.DEBITED));
    soon(() -> assertThat(isAwaited(id)).isTrue());
    time.travel(Duration.ofMinutes(20));
    assertThat(inquiries.askNow(id, By.payer()).result()).isEqualTo(Result.ASKED);
    fixture.reaches(id, PaymentStatus.PAID);
    assertThat(inquiries.askNow(id, By.payer()).result()).isEqualTo(Result.NOT_IN_DOUBT);
    assertThat(inquiries.nextInquiryAt(id)).isEmpty();
  }

  @Test
  void payerMayHaveTheBankAskedSoOftenADay() {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    for (int minute = 0; minute < 20; minute++) {
      time.travel(Duration.ofSeconds(61L * minute));
      assertThat(inquiries.askNow(id, By.payer()).result()).isEqualTo(Result.ASKED);
    }
    time.travel(Duration.ofHours(2));
    var refused = inquiries.askNow(id, By.payer());
    assertThat(refused.result()).isEqualTo(Result.TOO_EARLY);
    assertThat(refused.next()).isAfter(time.now().plus(Duration.ofHours(20)));
  }

  @Test
  void staffHaveTheBankAskedAndItIsWrittenDown() {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    assertThatThrownBy(() -> inquiries.askNow(id, By.staff("operator-1", " ")))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("reason-missing"));
    assertThat(inquiries.askNow(id, By.staff("operator-1", "Người nộp gọi điện")).result())
        .isEqualTo(Result.ASKED);
    soon(() -> assertThat(doubts.asked(id, Operation.INQUIRY)).isPositive());
    assertThat(audit.about(id.text()))
        .extracting(Audit.Entry::actor, Audit.Entry::action, Audit.Entry::reason)
        .containsExactly(tuple("operator-1", "outcome-asked", "Người nộp gọi điện"));
  }

  @Test
  void caseShowsTheCallsAndTheStatementLineThatAlreadyTells() {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    inVainUntilAnHour(id);
    time.travel(Duration.ofHours(2));
    soon(
        () ->
            assertThat(cases.isOpen("unknown-outcome", doubts.attemptOf(id).toString())).isTrue());
    var before = doubts.asked(id, Operation.INQUIRY);
    inquiries.noteStatementLine(doubts.attemptOf(id), "Sao kê 28/11/2026, dòng 7: ghi có 30.000");

    soon(() -> assertThat(doubts.asked(id, Operation.INQUIRY)).isGreaterThan(before));
    var evidence = cases.ofPayment(id.text()).get(0).evidence();
    assertThat(evidence).containsEntry("statementLine", "Sao kê 28/11/2026, dòng 7: ghi có 30.000");
    assertThat(evidence.get("calls")).contains("DEBIT", "UNKNOWN no-answer", "INQUIRY");
  }

  /** Whoever settles has the payment and wants the case; whoever decides wants both, too. */
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

  /** The step that refuses is called by the engine, which wraps what it says. */
  private static Problem refusedWith(RuntimeException refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    throw refused;
  }

  /** Transactions that wait for another's row, on this database. */
  private int waiting() {
    return jdbc.sql("select count(*) from information_schema.sessions where blocker_id is not null")
        .query(Integer.class)
        .single();
  }

  private static Attempt.State notExecuted() {
    return Attempt.State.NOT_EXECUTED;
  }

  /** Asked five times less one, so that the next inquiry is an hour away. */
  private void inVainUntilAnHour(PaymentId id) {
    var passed = Duration.ZERO;
    for (var pause : new int[] {6, 20, 70, 310}) {
      soon(() -> assertThat(isAwaited(id)).isTrue());
      var before = inquiriesCounted(id);
      passed = passed.plusSeconds(pause);
      time.travel(passed);
      soon(() -> assertThat(inquiriesCounted(id)).isEqualTo(before + 1));
    }
    soon(() -> assertThat(isAwaited(id)).isTrue());
  }

  private int inquiriesCounted(PaymentId id) {
    return jdbc.sql("select inquiries from clarification where payment = ?")
        .param(id.text())
        .query(Integer.class)
        .single();
  }

  private Instant nextInquiry(PaymentId id) {
    return jdbc.sql("select next_inquiry_at from clarification where payment = ?")
        .param(id.text())
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .single();
  }

  /** Whether nobody asks just now: the process waits for its time or for news. */
  private boolean isAwaited(PaymentId id) {
    return jdbc.sql(
                """
                select count(*) from act_ru_event_subscr s
                join act_ru_execution e on e.id_ = s.execution_id_
                join act_ru_execution i on i.id_ = e.proc_inst_id_
                where s.event_name_ = 'outcomeNoticed' and i.business_key_ = ?""")
            .param(doubts.attemptOf(id).toString())
            .query(Integer.class)
            .single()
        == 1;
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
