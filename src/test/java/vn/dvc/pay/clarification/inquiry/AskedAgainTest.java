package vn.dvc.pay.clarification.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.dvc.pay.payment.outcome.DoubtFixture.SILENCE;
import static vn.dvc.pay.payment.outcome.DoubtFixture.found;
import static vn.dvc.pay.payment.outcome.DoubtFixture.soon;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.InquiryRequests.By;
import vn.dvc.pay.payment.InquiryRequests.Result;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.account.AccountFixture;
import vn.dvc.pay.payment.outcome.DoubtFixture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Who may have the bank asked before the schedule does, and what is then known. */
@AccountTest
class AskedAgainTest {
  @Autowired AccountFixture fixture;
  @Autowired DoubtFixture doubts;
  @Autowired Cases cases;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired InquiryRequests inquiries;
  @Autowired Audit audit;

  @Test
  void payerMayHaveTheBankAskedOnceAMinute() {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    doubts.inVainUntilAnHour(id);
    var before = doubts.asked(id, Operation.INQUIRY);

    assertThat(inquiries.askNow(id, By.payer()).result()).isEqualTo(Result.ASKED);
    soon(() -> assertThat(doubts.asked(id, Operation.INQUIRY)).isEqualTo(before + 1));
    var early = inquiries.askNow(id, By.payer());
    assertThat(early.result()).isEqualTo(Result.TOO_EARLY);
    assertThat(early.next()).isBetween(time.now().plusSeconds(30), time.now().plusSeconds(61));
    assertThat(doubts.asked(id, Operation.INQUIRY)).isEqualTo(before + 1);

    doubts.bankFinds(() -> found(TransactionState.DEBITED));
    soon(() -> assertThat(doubts.isAwaited(id)).isTrue());
    time.travel(Duration.ofMinutes(20));
    assertThat(inquiries.askNow(id, By.payer()).result()).isEqualTo(Result.ASKED);
    fixture.reaches(id, PaymentStatus.PAID);
    assertThat(inquiries.askNow(id, By.payer()).result()).isEqualTo(Result.NOT_IN_DOUBT);
    assertThat(inquiries.nextInquiryAt(id)).isEmpty();
  }

  @Test
  void payerMayHaveTheBankAskedALimitedNumberOfTimesADay() {
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
  void inquiryRequestedByStaffIsAudited() {
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
  void inquiriesPromptedByNoticesDoNotCountTowardsTheSchedule() {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    var planned = nextInquiry(id);
    for (int notices = 1; notices <= 4; notices++) {
      var before = doubts.asked(id, Operation.INQUIRY);
      doubts.notice(doubts.attemptOf(id));
      soon(() -> assertThat(doubts.asked(id, Operation.INQUIRY)).isGreaterThan(before));
      soon(() -> assertThat(doubts.isAwaited(id)).isTrue());
    }
    assertThat(doubts.inquiriesCounted(id)).isLessThanOrEqualTo(1);
    assertThat(Duration.between(planned, nextInquiry(id)))
        .isLessThanOrEqualTo(Duration.ofSeconds(16));
  }

  @Test
  void caseShowsTheCallsAndTheStatementLineThatReportsTheOutcome() {
    doubts.bankFinds(() -> SILENCE);
    var id = doubts.inDoubt();
    doubts.inVainUntilAnHour(id);
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

  private Instant nextInquiry(PaymentId id) {
    return jdbc.sql("select next_inquiry_at from clarification where payment = ?")
        .param(id.text())
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .single();
  }
}
