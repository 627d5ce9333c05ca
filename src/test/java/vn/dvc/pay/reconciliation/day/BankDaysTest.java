package vn.dvc.pay.reconciliation.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.dvc.pay.reconciliation.LineClass.AMOUNT_DIFFERS;
import static vn.dvc.pay.reconciliation.LineClass.BANK_ONLY;
import static vn.dvc.pay.reconciliation.LineClass.DUPLICATE;
import static vn.dvc.pay.reconciliation.LineClass.MATCHED;
import static vn.dvc.pay.reconciliation.LineClass.OURS_ONLY;
import static vn.dvc.pay.reconciliation.LineClass.UNREADABLE;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.BankStatements.Fetched;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.reconciliation.Reconciliations.Row;
import vn.dvc.pay.reconciliation.statement.StatementText;
import vn.dvc.pay.values.PaymentId;

/**
 * A bank's day from file to report, with real tables and cases. The bank is unknown to the
 * application and the year far away, so that no background job touches it.
 */
@OperatorsTest
class BankDaysTest {
  private static final String BANK = "970499";
  private static final LocalDate DAY = LocalDate.of(2999, 11, 24);
  private static final LocalDate LONG_AGO = LocalDate.of(2001, 11, 24);
  private static final String NOON = "2999-11-24T05:00:00Z";
  private static final String ID = DayOfBank.id(BANK, DAY);

  @Autowired BankDays days;
  @Autowired DayMatching matching;
  @Autowired DayRepository dayRecords;
  @Autowired DayPlan plan;
  @Autowired Reconciliations reconciliations;
  @Autowired Cases cases;
  @Autowired HumanTasks tasks;
  @Autowired JdbcClient jdbc;
  @Autowired ProcessEngine engine;

  @BeforeEach
  void aDay() {
    forget();
    plan.plan(BANK, DAY);
  }

  @AfterEach
  void forget() {
    jdbc.sql("delete from difference").update();
    jdbc.sql("delete from statement_line").update();
    jdbc.sql("delete from statement").update();
    jdbc.sql("delete from reconciliation where bank = ?").param(BANK).update();
    jdbc.sql(
            """
            delete from bank_call where attempt_ref in
              (select attempt_ref from attempt where bank = ?)""")
        .param(BANK)
        .update();
    jdbc.sql("delete from attempt where bank = ?").param(BANK).update();
    jdbc.sql("delete from collection where bank = ?").param(BANK).update();
    jdbc.sql("delete from reversal where bank = ?").param(BANK).update();
    jdbc.sql("delete from payment where policy_source = 'reconciliation-test'").update();
  }

  @Test
  void aDayOfEveryClass() {
    var matched = attempt("DEBITED", 100);
    var failed = attempt("DECLINED", 200);
    var other = attempt("DEBITED", 300);
    var missing = attempt("DEBITED", 400);
    imports(
        StatementText.ofOneDay()
            .credit(matched, 100)
            .credit(failed, 200)
            .credit(other, 301)
            .credit(matched, 100)
            .garbled("x", 5, "many"));

    assertThat(differences())
        .extracting(Row::kind, Row::line, Row::reference, Row::state)
        .containsExactlyInAnyOrder(
            tuple(BANK_ONLY, 2, failed, "OPEN"),
            tuple(AMOUNT_DIFFERS, 3, other, "OPEN"),
            tuple(DUPLICATE, 4, matched, "OPEN"),
            tuple(UNREADABLE, 5, null, "OPEN"),
            tuple(OURS_ONLY, null, missing, "OPEN"));
    assertThat(report().day().counts())
        .isEqualTo(
            Map.of(
                MATCHED,
                1L,
                BANK_ONLY,
                1L,
                AMOUNT_DIFFERS,
                1L,
                DUPLICATE,
                1L,
                UNREADABLE,
                1L,
                OURS_ONLY,
                1L));
    assertThat(differences())
        .allSatisfy(each -> assertThat(cases.find(each.caseId()).orElseThrow().closed()).isNull());
    assertThat(differences()).extracting(Row::caseId).doesNotHaveDuplicates();
  }

  @Test
  void repeatedImportGivesTheSameReportAndNoSecondCase() {
    var file = StatementText.ofOneDay().credit(attempt("DECLINED", 200), 200).credit("C-9", 7);
    imports(file);
    var first = report();
    var opened = cases();

    imports(file);

    assertThat(report()).isEqualTo(first);
    assertThat(cases()).isEqualTo(opened);
    assertThat(jdbc.sql("select count(*) from statement").query(Long.class).single()).isOne();
    assertThat(jdbc.sql("select count(*) from statement_line").query(Long.class).single())
        .isEqualTo(2);
  }

  @Test
  void unknownMovementIsMatchedOnceItSettles() {
    var doubtful = attempt("UNKNOWN", 100);
    var file = StatementText.ofOneDay().credit(doubtful, 100);

    assertThat(imports(file)).isEqualTo(StatementVerdict.PENDING);
    assertThat(differences())
        .extracting(Row::state, Row::caseId)
        .containsExactly(tuple("PENDING", null));

    settled(doubtful, "DEBITED");
    assertThat(matches()).isEqualTo(StatementVerdict.CERTAIN);
    assertThat(differences()).isEmpty();
    assertThat(report().day().counts()).containsEntry(MATCHED, 1L);
  }

  @Test
  void caseOfAnUnknownMovementClosesOnceItSettles() {
    var doubtful = attempt("UNKNOWN", 100);
    var file = StatementText.ofOneDay().credit(doubtful, 100);
    imports(file);
    for (int pause = 0; pause < 5; pause++) {
      matches();
    }
    var caseId = differences().get(0).caseId();
    assertThat(cases.find(caseId).orElseThrow().closed()).isNull();

    settled(doubtful, "DEBITED");
    imports(file);

    assertThat(differences()).isEmpty();
    assertThat(cases.find(caseId).orElseThrow().closed()).isNotNull();
    assertThat(cases.find(caseId).orElseThrow().reason()).isEqualTo("statement-matched");
  }

  @Test
  void aMovementNearTheEndMayBelongToTheNextStatement() {
    attempt("DEBITED", 100, "2999-11-24T16:57:00Z");
    imports(StatementText.ofOneDay());
    assertThat(differences()).isEmpty();
  }

  @Test
  void lostLineMakesTheFileNoneAndACase() {
    var file = StatementText.ofOneDay().credit(attempt("DEBITED", 100), 100).credit("C-1", 5);
    assertThat(imports(file.losing(1))).isEqualTo(StatementVerdict.REFUSED);
    days.openRefusedCase(ID);
    assertThat(report().statement()).isNull();
    assertThat(report().day().missing()).isEqualTo("statement-totals-differ");
    assertThat(jdbc.sql("select count(*) from statement_line").query(Long.class).single()).isZero();
    assertThat(cases.isOpen("statement-refused", ID)).isTrue();

    imports(StatementText.ofOneDay());
    assertThat(cases.isOpen("statement-refused", ID)).isFalse();
  }

  @Test
  void fileOfAnotherDayIsRefused() {
    assertThat(fetched(StatementText.ofOneDay().text().replace("24T00:00", "23T00:00")))
        .isEqualTo(StatementVerdict.REFUSED);
    assertThat(report().day().missing()).isEqualTo("statement-of-another-day");
  }

  @Test
  void statementThatStaysAwayIsAskedForAtLongerPausesAndAtLastACase() {
    for (int tries = 1; tries < 4; tries++) {
      days.record(ID, new Fetched.Missing("not-there-yet"));
      assertThat(days.planNextFetch(ID)).isEqualTo(StatementVerdict.ASK_AGAIN);
    }
    assertThat(days.planNextFetch(ID)).isEqualTo(StatementVerdict.CASE_NEEDED);
    days.openMissingCase(ID);
    assertThat(days.planNextFetch(ID)).isEqualTo(StatementVerdict.ASK_AGAIN);
    assertThat(cases.isOpen("statement-missing", ID)).isTrue();
    imports(StatementText.ofOneDay());
    assertThat(cases.isOpen("statement-missing", ID)).isFalse();
  }

  @Test
  void dueDayIsStartedOnceByManyNodes() {
    jdbc.sql(
            "update reconciliation set due_at = current_timestamp - interval '1' minute where id = ?")
        .param(ID)
        .update();
    plan.startDue();
    plan.startDue();
    var running =
        engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(ID);
    assertThat(running.list()).hasSize(1);
    assertThat(report().day().state()).isEqualTo(Reconciliations.State.RUNNING);
    assertThat(
            jdbc.sql(
                    "select count(*) from reconciliation where bank = '970415' and state = 'PLANNED'")
                .query(Long.class)
                .single())
        .isPositive();
    engine
        .getRuntimeService()
        .deleteProcessInstance(running.singleResult().getId(), "no bank serves it");
  }

  @Test
  void secondBookingGoesBackWhenTwoPersonsSaySo() {
    var paid = attempt("DEBITED", 100);
    imports(StatementText.ofOneDay().credit(paid, 100).credit(paid, 100));
    var duplicate = differences().get(0);
    assertThat(cases.find(duplicate.caseId()).orElseThrow().evidence())
        .containsEntry("proposal", "Hoàn trả khoản thu cho người nộp");

    decide(duplicate.caseId(), "REVERSE");

    assertThat(differences())
        .extracting(Row::state, Row::decision)
        .containsExactly(tuple("DECIDED", "REVERSE"));
    var reversal =
        jdbc.sql("select amount, process_instance from reversal where original_attempt = ?")
            .param(UUID.fromString(paid))
            .query()
            .singleRow();
    assertThat(reversal.get("amount")).isEqualTo(100L);
    engine
        .getRuntimeService()
        .deleteProcessInstance(reversal.get("process_instance").toString(), "no bank serves it");
  }

  @Test
  void foreignMoneyCannotBeProposedForReturn() {
    imports(StatementText.ofOneDay().credit("C-404", 70));
    var caseId = differences().get(0).caseId();
    var task = tasks.openOf(caseId).get(0).id();
    assertThatThrownBy(
            () ->
                tasks.complete(task, "operator-1", Map.of("decision", "REVERSE", "reason", "try")))
        .hasStackTraceContaining("Không thể hoàn trả khoản này");
    decide(caseId, "ACKNOWLEDGED");
    assertThat(differences()).extracting(Row::state).containsExactly("DECIDED");
  }

  @Test
  void referencesAreComparedByTheValueThatTheyMean() {
    var upper = attempt("DEBITED", 100).toUpperCase(Locale.ROOT);
    var bare = attempt("DEBITED", 200).replace("-", "");
    var both = attempt("DEBITED", 300).replace("-", "").toUpperCase(Locale.ROOT);
    imports(StatementText.ofOneDay().credit(upper, 100).credit(bare, 200).credit(both, 300));
    assertThat(differences()).isEmpty();
    assertThat(report().day().counts()).containsEntry(MATCHED, 3L);
  }

  @Test
  void bookingSpelledTwiceIsReportedTwice() {
    var paid = attempt("DEBITED", 100);
    imports(StatementText.ofOneDay().credit(paid, 100).credit(paid.replace("-", ""), 100));
    assertThat(differences()).extracting(Row::kind).containsExactly(DUPLICATE);
  }

  @Test
  void cutReferenceMeansTheOneAttemptThatBeginsLikeIt() {
    var paid = attempt("DEBITED", 100);
    imports(StatementText.ofOneDay().credit(paid.substring(0, 35), 100));
    assertThat(differences()).isEmpty();
    assertThat(report().day().counts()).containsEntry(MATCHED, 1L);
  }

  @Test
  void cutReferenceThatMayMeanTwoAttemptsIsOneCase() {
    var one = UUID.randomUUID().toString().substring(0, 35);
    attempt("DEBITED", 100, NOON, UUID.fromString(one + "1"));
    attempt("DEBITED", 100, NOON, UUID.fromString(one + "2"));
    imports(StatementText.ofOneDay().credit(one, 100));
    assertThat(differences())
        .extracting(Row::kind, Row::reference)
        .containsExactly(tuple(BANK_ONLY, one));
  }

  @Test
  void statementToTheLastSecondIsWhole() {
    imports(endingAt("2999-11-24T23:59:59+07:00"));
    days.end(ID);
    assertThat(report().day().state()).isEqualTo(Reconciliations.State.DONE);
  }

  @Test
  void statementThatIsNeverWholeIsAskedForAtLongerPausesAndAtLastACase() {
    plan.plan(BANK, LONG_AGO);
    var id = DayOfBank.id(BANK, LONG_AGO);
    var pauses = new ArrayList<Duration>();
    for (int run = 1; run <= 6; run++) {
      fetched(id, endingAt("2001-11-24T20:00:00+07:00").text(), "2001");
      var before = Instant.now();
      days.end(id);
      pauses.add(
          Duration.between(before, dayRecords.find(id).orElseThrow().dueAt())
              .truncatedTo(ChronoUnit.MINUTES));
      assertThat(cases.isOpen("statement-missing", id)).isEqualTo(run >= 4);
    }
    assertThat(pauses).isSorted().doesNotHaveDuplicates();
    fetched(id, StatementText.ofOneDay().text(), "2001");
    days.end(id);
    assertThat(cases.isOpen("statement-missing", id)).isFalse();
  }

  @Test
  void yesterdaysFileServedForTodayIsRefusedByNameAndAskedForAgain() {
    imports(StatementText.ofOneDay());
    var tomorrow = DayOfBank.id(BANK, DAY.plusDays(1));
    plan.plan(BANK, DAY.plusDays(1));
    for (int tries = 1; tries <= 4; tries++) {
      assertThat(days.record(tomorrow, file(StatementText.ofOneDay().text(), "2999")))
          .isEqualTo(StatementVerdict.MISSING);
      assertThat(cases.isOpen("statement-refused", tomorrow)).isFalse();
      if (days.planNextFetch(tomorrow) == StatementVerdict.CASE_NEEDED) {
        days.openMissingCase(tomorrow);
      }
    }
    assertThat(reconciliations.find(BANK, DAY.plusDays(1)).orElseThrow().day().missing())
        .isEqualTo("statement-of-another-day");
    assertThat(cases.isOpen("statement-refused", tomorrow)).isTrue();
    assertThat(openCase("statement-refused", tomorrow).evidence())
        .containsEntry("statementOf", "24/11/2999");
    assertThat(report().statement()).isNotNull();
  }

  @Test
  void fileFirstServedForAnotherDayIsImportedForItsOwn() {
    var yesterday = DayOfBank.id(BANK, DAY.minusDays(1));
    plan.plan(BANK, DAY.minusDays(1));
    assertThat(fetched(yesterday, StatementText.ofOneDay().text(), "2999"))
        .isEqualTo(StatementVerdict.REFUSED);
    assertThat(imports(StatementText.ofOneDay())).isEqualTo(StatementVerdict.CERTAIN);
    assertThat(report().statement()).isNotNull();
  }

  @Test
  void batchIsMatchedMovementByMovement() {
    var paid = attempt("DEBITED", 100);
    var failed = attempt("DECLINED", 100);
    imports(StatementText.ofOneDay().batch(100, paid, failed));
    assertThat(differences())
        .extracting(Row::kind, Row::line, Row::reference)
        .containsExactly(tuple(BANK_ONLY, 2, failed));
    assertThat(report().day().counts()).containsEntry(MATCHED, 1L);
  }

  @Test
  void secondBookingThatTheBankTookBackIsNoCase() {
    var paid = attempt("DEBITED", 100);
    imports(
        StatementText.ofOneDay().credit(paid, 100).credit(paid, 100).takingBack(paid, 100, "DBIT"));
    assertThat(differences()).isEmpty();
    assertThat(report().day().counts()).containsEntry(MATCHED, 3L);
  }

  @Test
  void secondBookingIsSettledByTheStatementThatTakesItBack() {
    var paid = attempt("DEBITED", 100);
    imports(StatementText.ofOneDay().credit(paid, 100).credit(paid, 100));
    var caseId = differences().get(0).caseId();
    imports(
        StatementText.ofOneDay().credit(paid, 100).credit(paid, 100).takingBack(paid, 100, "DBIT"));
    assertThat(differences()).isEmpty();
    assertThat(cases.find(caseId).orElseThrow().reason()).isEqualTo("statement-matched");
  }

  @Test
  void moneyThatTheBankTookBackIsACase() {
    var paid = attempt("DEBITED", 100);
    imports(StatementText.ofOneDay().credit(paid, 100).takingBack(paid, 100, "DBIT"));
    assertThat(differences())
        .extracting(Row::kind, Row::line, Row::reference, Row::credit)
        .containsExactly(tuple(BANK_ONLY, 2, paid, false));
  }

  @Test
  void reversalThatWeAskedForIsRecognisedUnderTheOriginalsReference() {
    var paid = attempt("DEBITED", 100);
    returned(paid, null, 100);
    returned(null, "C-7", 30);
    collected("C-7", 70);
    imports(
        StatementText.ofOneDay()
            .credit(paid, 100)
            .credit("C-7", 70)
            .takingBack(paid, 100, "DBIT")
            .takingBack("C-7", 30, "DBIT"));
    assertThat(differences()).isEmpty();
    assertThat(report().day().counts()).containsEntry(MATCHED, 4L);
  }

  @Test
  void reversalOfAnotherAmountThanWeAskedForIsACase() {
    var paid = attempt("DEBITED", 100);
    var back = returned(paid, null, 40);
    imports(StatementText.ofOneDay().credit(paid, 100).takingBack(paid, 41, "DBIT"));
    assertThat(differences())
        .extracting(Row::kind, Row::line, Row::reference)
        .containsExactlyInAnyOrder(tuple(BANK_ONLY, 2, paid), tuple(OURS_ONLY, null, back));
  }

  @Test
  void secondBookingThatIsStillThereIsNotHiddenByAReversalOfOurs() {
    var paid = attempt("DEBITED", 100);
    returned(paid, null, 100);
    imports(
        StatementText.ofOneDay().credit(paid, 100).credit(paid, 100).takingBack(paid, 100, "DBIT"));
    assertThat(differences())
        .extracting(Row::kind, Row::line, Row::reference)
        .containsExactly(tuple(DUPLICATE, 2, paid));
  }

  @Test
  void unreadableLineIsACaseWithItsReason() {
    imports(StatementText.ofOneDay().garbled("x", 5, "many"));
    var file = cases.find(differences().get(0).caseId()).orElseThrow();
    assertThat(file.evidence()).containsEntry("unreadable", "Không đọc được số tiền");
  }

  @Test
  void statementOfManyLinesIsMatchedInPieces() {
    var file = StatementText.ofOneDay();
    var first = attempt("DEBITED", 100);
    file.credit(first, 100);
    for (int line = 2; line <= 1_050; line++) {
      file.credit(attempt("DEBITED", 100), 100);
    }
    imports(file.credit(first, 100));
    assertThat(differences())
        .extracting(Row::kind, Row::line, Row::reference)
        .containsExactly(tuple(DUPLICATE, 1_051, first));
    assertThat(report().day().counts()).containsEntry(MATCHED, 1_050L);
  }

  private StatementText endingAt(String moment) {
    return StatementText.ofOneDay().endingAt(moment);
  }

  private Cases.Case openCase(String kind, String subject) {
    return cases
        .find(
            jdbc.sql("select id from case_file where open_key = ?")
                .param(kind + ":" + subject)
                .query(String.class)
                .single())
        .orElseThrow();
  }

  private void decide(String caseId, String decision) {
    var decide = tasks.openOf(caseId).get(0).id();
    tasks.complete(decide, "operator-1", Map.of("decision", decision, "reason", "hỏi ngân hàng"));
    var confirm = tasks.openOf(caseId).get(0).id();
    tasks.complete(confirm, "operator-2", Map.of("agreed", "AGREED", "reason", "đúng"));
  }

  private StatementVerdict imports(StatementText file) {
    var verdict = fetched(ID, file.text(), "2999");
    return verdict == StatementVerdict.IMPORTED ? matches() : verdict;
  }

  private StatementVerdict fetched(String text) {
    return fetched(ID, text, "2999");
  }

  private StatementVerdict fetched(String id, String text, String year) {
    days.record(id, file(text, year));
    return days.take(id);
  }

  private static Fetched.File file(String text, String year) {
    var bytes = text.replace("2026-11-2", year + "-11-2").getBytes(StandardCharsets.UTF_8);
    return new Fetched.File(bytes, sha256(bytes));
  }

  private StatementVerdict matches() {
    StatementVerdict verdict;
    do {
      matching.matchNext(ID);
      verdict = matching.openCases(ID);
    } while (verdict == StatementVerdict.MORE);
    return verdict;
  }

  private Reconciliations.Report report() {
    return reconciliations.find(BANK, DAY).orElseThrow();
  }

  private List<Row> differences() {
    return report().differences();
  }

  private long cases() {
    return jdbc.sql("select count(*) from case_file").query(Long.class).single();
  }

  private String attempt(String state, long amount) {
    return attempt(state, amount, NOON);
  }

  private String attempt(String state, long amount, String at) {
    return attempt(state, amount, at, UUID.randomUUID());
  }

  private String attempt(String state, long amount, String at, UUID ref) {
    var payment = PaymentId.fresh().text();
    declinedPayment(payment, at);
    attempt(ref, payment, "DEBIT", state, amount, at);
    return ref.toString();
  }

  private void attempt(
      UUID ref, String subject, String operation, String state, long amount, String at) {
    jdbc.sql(
            """
            insert into attempt (attempt_ref, subject, bank, amount, currency, state, version,
              opened_at)
            values (?, ?, ?, ?, 'VND', ?, 0, cast(? as timestamp with time zone))""")
        .params(ref, subject, BANK, amount, state, at)
        .update();
    jdbc.sql(
            """
            insert into bank_call (call_ref, attempt_ref, operation, seq, state, version,
              attempt_was, prepared_at, valid_until, body, executions, sent_at, evidence)
            values (?, ?, ?, 1, 'APPROVED', 0, 'CREATED',
              cast(? as timestamp with time zone), cast(? as timestamp with time zone), '{}', 1,
              cast(? as timestamp with time zone), 'test')""")
        .params(UUID.randomUUID(), ref, operation, at, at, at)
        .update();
  }

  /** What was taken by an attempt or collected has gone back, in part or in full. */
  private String returned(String attempt, String collection, long amount) {
    var id = "V" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    var ref = UUID.randomUUID();
    attempt(ref, id, "REVERSAL", "REVERSED", amount, NOON);
    jdbc.sql(
            """
            insert into reversal (id, version, bank, original_attempt, collection_reference, amount,
              reason, state, attempt_ref, asked_at, finished_at)
            values (?, 0, ?, ?, ?, ?, 'test', 'DONE', ?, current_timestamp, current_timestamp)""")
        .params(
            id, BANK, attempt == null ? null : UUID.fromString(attempt), collection, amount, ref)
        .update();
    return ref.toString();
  }

  /** A collection of which money has gone back. */
  private void collected(String reference, long amount) {
    jdbc.sql(
            """
            insert into collection (id, version, bank, reference, account, amount, transfer_text,
              state, reversal, collected_at, received_at)
            select cast(? as uuid), 0, bank, collection_reference, '118000012345', ?, '', 'REVERSED',
              id, cast(? as timestamp with time zone), current_timestamp
            from reversal where bank = ? and collection_reference = ?""")
        .params(UUID.randomUUID().toString(), amount, NOON, BANK, reference)
        .update();
  }

  private void declinedPayment(String id, String at) {
    jdbc.sql(
            """
            insert into payment (id, version, payer_kind, payer_id, payer_name, payment_method,
              amount, status, policy_source, created_at, window_ends_at, card_entries_left, money_moving,
              otp_seconds, otp_tries, otp_tries_left, otp_resends_left, otp_resend_pause)
            values (?, 0, 'INDIVIDUAL', '049012345678', 'Nguyễn Văn A', 'CARD', 100, 'DECLINED',
              'reconciliation-test', cast(? as timestamp with time zone),
              cast(? as timestamp with time zone), 0, false, 0, 0, 0, 0, 0)""")
        .params(id, at, at)
        .update();
  }

  private void settled(String attempt, String state) {
    jdbc.sql("update attempt set state = ? where attempt_ref = ?")
        .params(state, UUID.fromString(attempt))
        .update();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
