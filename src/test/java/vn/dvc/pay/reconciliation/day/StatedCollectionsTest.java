package vn.dvc.pay.reconciliation.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.payment.collection.CollectionFixture.atOnce;
import static vn.dvc.pay.payment.collection.CollectionFixture.refused;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.BankStatements.Fetched;
import vn.dvc.pay.bank.notices.CollectionReceived;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.reconciliation.statement.DayWindow;
import vn.dvc.pay.reconciliation.statement.StatementText;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Money;

/**
 * A collection that appears only in the bank's signed statement is accepted by two persons, once.
 */
@OperatorsTest
class StatedCollectionsTest {
  private static final String BANK = "970415";
  private static final String BANK_ONLY = "statement-bank-only";

  @Autowired CollectionFixture fixture;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  @Autowired BankDays days;
  @Autowired DayMatching matching;
  @Autowired DayPlan plan;
  @Autowired TransactionTemplate transaction;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final LocalDate day = VietnamTime.dayOf(now.minusSeconds(600));
  private final Instant end = DayWindow.of(day).end();
  private final Instant last = now.isBefore(end) ? now : end;
  private final String id = DayOfBank.id(BANK, day);

  @BeforeEach
  void theDayIsPlanned() {
    forget();
    plan.plan(BANK, day);
  }

  /** Deletes movements of other tests, which would be differences here, with their cases. */
  @AfterEach
  void forget() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select id, kind from difference where bank = ?")
              .param(BANK)
              .query(
                  (row, number) -> {
                    var kind = row.getString(2).toLowerCase(Locale.ROOT);
                    cases.settle(
                        "statement-" + kind.replace('_', '-'),
                        row.getString(1),
                        "statement-matched");
                    return number;
                  })
              .list();
          jdbc.sql("delete from difference where bank = ?").param(BANK).update();
          jdbc.sql("update reconciliation set statement = null where bank = ?")
              .param(BANK)
              .update();
          jdbc.sql("delete from stated_collection").update();
          jdbc.sql(
                  "delete from statement_line where statement in"
                      + " (select id from statement where bank = ?)")
              .param(BANK)
              .update();
          jdbc.sql("delete from statement where bank = ?").param(BANK).update();
        });
  }

  @Test
  void collectionTakenInByTwoPersonsFollowsTheRulesOfANoticeThatMayComeLater() {
    var payment = fixture.instructed(200_000);
    var notice = notice(payment);
    imports(notice);
    var file = caseOfLine(notice);
    assertThat(file.evidence())
        .containsEntry("proposal", "Ghi nhận khoản thu theo sao kê đã ký của ngân hàng")
        .containsEntry("transferText", notice.text());

    fixture.decide(file, "TAKE_IN", "ngân hàng xác nhận");

    await().until(() -> fixture.status(payment) == PaymentStatus.PAID);
    assertThat(
            jdbc.sql("select line_no from stated_collection where collection = ?")
                .param(collectionOf(notice))
                .query(Integer.class)
                .single())
        .isOne();

    fixture.tell(notice);

    collectionOf(notice);
    assertThat(fixture.isHandled(notice)).isTrue();
    assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    match();
    assertThat(classOf(notice)).isEqualTo("MATCHED");
  }

  @Test
  void noticeThatArrivesBetweenTheTwoPersonsIsTheSameCollection() {
    var payment = fixture.instructed(200_000);
    var notice = notice(payment);
    imports(notice);
    var file = caseOfLine(notice);
    fixture.propose(file, "TAKE_IN", "ngân hàng xác nhận");
    fixture.tell(notice);
    await().until(() -> fixture.status(payment) == PaymentStatus.PAID);

    fixture.confirm(file);

    collectionOf(notice);
    assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    assertThat(stateOf(notice)).isEqualTo("DECIDED");
  }

  @Test
  void noticeAndConfirmationAtOnceMakeOneCollection() throws Exception {
    var payment = fixture.instructed(200_000);
    var notice = notice(payment);
    imports(notice);
    var file = caseOfLine(notice);
    fixture.propose(file, "TAKE_IN", "ngân hàng xác nhận");

    atOnce(() -> fixture.tell(notice), () -> confirmUnlessOvertaken(file));
    if (cases.isOpen(BANK_ONLY, file.subject())) {
      fixture.confirm(file);
    }

    collectionOf(notice);
    assertThat(fixture.collections(payment)).containsExactly("BOUND");
    await().until(() -> fixture.status(payment) == PaymentStatus.PAID);
    assertThat(fixture.isHandled(notice)).isTrue();
    assertThat(stateOf(notice)).isEqualTo("DECIDED");
    assertThat(cases.ofPayment(payment.id().text())).isEmpty();
  }

  @Test
  void noticeThatDiffersFromWhatWasTakenInIsACaseAndChangesNothing() {
    var payment = fixture.instructed(200_000);
    var stated = notice(payment);
    imports(stated);
    fixture.decide(caseOfLine(stated), "TAKE_IN", "ngân hàng xác nhận");
    await().until(() -> fixture.status(payment) == PaymentStatus.PAID);

    fixture.tell(of(stated, 150_000));

    collectionOf(stated);
    assertThat(fixture.isHandled(stated)).isTrue();
    var file = fixture.onlyCase(payment);
    assertThat(file.kind()).isEqualTo("bank-contradiction");
    assertThat(file.evidence())
        .containsEntry("ourAmount", "200.000")
        .containsEntry("bankAmount", "150.000")
        .containsEntry("reference", stated.reference());
    fixture.decide(file, "ACKNOWLEDGED", "ngân hàng đính chính");
    assertThat(fixture.collections(payment)).containsExactly("BOUND");
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void collectionThatNobodyOwesIsTakenInAndBecomesACaseLikeANotice() {
    var notice = fixture.message("TIEN GUI XE", 5_000);
    imports(notice);
    fixture.decide(caseOfLine(notice), "TAKE_IN", "ngân hàng xác nhận");
    assertThat(fixture.caseOf(notice).kind()).isEqualTo("collection-unknown-code");
  }

  @Test
  void debitOfAnAttemptIsNotACollection() {
    var debit = StatementText.ofOneDay().credit(UUID.randomUUID().toString(), 5_000);
    imports(debit, "?");
    var file = caseOf("select id from difference where kind = 'BANK_ONLY' and bank_amount = 5000");
    refused(
        "difference-not-collection", () -> fixture.propose(file, "TAKE_IN", "ngân hàng xác nhận"));
  }

  private CollectionReceived notice(Payment payment) {
    return fixture.message("NOP PHI " + payment.instruction().code(), payment.amount().dong());
  }

  private static CollectionReceived of(CollectionReceived received, long amount) {
    return new CollectionReceived(
        received.message(),
        received.bank(),
        received.reference(),
        received.account(),
        Money.dong(amount),
        received.text(),
        received.collectedAt(),
        received.receivedAt());
  }

  /** The loser of the race finds the collection already inserted, and must try again. */
  private void confirmUnlessOvertaken(Cases.Case file) {
    try {
      fixture.confirm(file);
    } catch (RuntimeException overtaken) {
      assertThat(cases.isOpen(BANK_ONLY, file.subject())).isTrue();
    }
  }

  private void imports(CollectionReceived received) {
    imports(
        StatementText.ofOneDay().credit(received.reference(), received.amount().dong()),
        received.text());
  }

  private void imports(StatementText statement, String text) {
    var bytes =
        statement
            .endingAt(written(last))
            .text()
            .replace("2026-11-24T10:00:00+07:00", written(last.minusSeconds(600)))
            .replace("2026-11-24T00:00:00", day + "T00:00:00")
            .replace("NOP LE PHI", text)
            .getBytes(StandardCharsets.UTF_8);
    days.record(
        id, new Fetched.File(bytes, UUID.randomUUID().toString().replace("-", "").repeat(2)));
    assertThat(days.take(id)).isEqualTo(StatementVerdict.IMPORTED);
    match();
  }

  private void match() {
    do {
      matching.matchNext(id);
    } while (matching.openCases(id) == StatementVerdict.MORE);
  }

  private Cases.Case caseOfLine(CollectionReceived received) {
    return caseOf("select id from difference where money = '" + received.reference() + "'");
  }

  private Cases.Case caseOf(String difference) {
    var file =
        jdbc.sql("select id from case_file where kind = ? and subject = (" + difference + ")")
            .param(BANK_ONLY)
            .query(String.class)
            .single();
    return cases.find(file).orElseThrow();
  }

  /** Requires exactly one. */
  private UUID collectionOf(CollectionReceived received) {
    return jdbc.sql("select id from collection where reference = ?")
        .param(received.reference())
        .query(UUID.class)
        .single();
  }

  private String classOf(CollectionReceived received) {
    return jdbc.sql("select line_class from statement_line where reference = ?")
        .param(received.reference())
        .query(String.class)
        .single();
  }

  private String stateOf(CollectionReceived received) {
    return jdbc.sql("select state from difference where money = ?")
        .param(received.reference())
        .query(String.class)
        .single();
  }

  private static String written(Instant moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        moment.atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toOffsetDateTime());
  }
}
