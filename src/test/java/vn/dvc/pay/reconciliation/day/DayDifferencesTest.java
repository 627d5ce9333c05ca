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

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.reconciliation.Reconciliations.Row;
import vn.dvc.pay.reconciliation.statement.StatementText;

/** Where a statement and our records differ, and what becomes of each difference. */
@OperatorsTest
class DayDifferencesTest {
  @Autowired BankDayFixture fixture;
  @Autowired Cases cases;
  @Autowired HumanTasks tasks;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aDay() {
    fixture.begins();
  }

  @AfterEach
  void forget() {
    fixture.forget();
  }

  @Test
  void aDayMayHaveEveryClassOfDifference() {
    var matched = fixture.attempt("DEBITED", 100);
    var failed = fixture.attempt("DECLINED", 200);
    var other = fixture.attempt("DEBITED", 300);
    var missing = fixture.attempt("DEBITED", 400);
    fixture.imports(
        StatementText.ofOneDay()
            .credit(matched, 100)
            .credit(failed, 200)
            .credit(other, 301)
            .credit(matched, 100)
            .garbled("x", 5, "many"));

    assertThat(fixture.differences())
        .extracting(Row::kind, Row::line, Row::reference, Row::state)
        .containsExactlyInAnyOrder(
            tuple(BANK_ONLY, 2, failed, "OPEN"),
            tuple(AMOUNT_DIFFERS, 3, other, "OPEN"),
            tuple(DUPLICATE, 4, matched, "OPEN"),
            tuple(UNREADABLE, 5, null, "OPEN"),
            tuple(OURS_ONLY, null, missing, "OPEN"));
    assertThat(fixture.report().day().counts())
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
    assertThat(fixture.differences())
        .allSatisfy(each -> assertThat(cases.find(each.caseId()).orElseThrow().closed()).isNull());
    assertThat(fixture.differences()).extracting(Row::caseId).doesNotHaveDuplicates();
  }

  @Test
  void repeatedImportGivesTheSameReportAndNoSecondCase() {
    var file =
        StatementText.ofOneDay().credit(fixture.attempt("DECLINED", 200), 200).credit("C-9", 7);
    fixture.imports(file);
    var first = fixture.report();
    var opened = fixture.numberOfCases();

    fixture.imports(file);

    assertThat(fixture.report()).isEqualTo(first);
    assertThat(fixture.numberOfCases()).isEqualTo(opened);
    assertThat(jdbc.sql("select count(*) from statement").query(Long.class).single()).isOne();
    assertThat(jdbc.sql("select count(*) from statement_line").query(Long.class).single())
        .isEqualTo(2);
  }

  @Test
  void unknownMovementIsMatchedOnceItSettles() {
    var doubtful = fixture.attempt("UNKNOWN", 100);
    var file = StatementText.ofOneDay().credit(doubtful, 100);

    assertThat(fixture.imports(file)).isEqualTo(StatementVerdict.PENDING);
    assertThat(fixture.differences())
        .extracting(Row::state, Row::caseId)
        .containsExactly(tuple("PENDING", null));

    fixture.settled(doubtful, "DEBITED");
    assertThat(fixture.matches()).isEqualTo(StatementVerdict.CERTAIN);
    assertThat(fixture.differences()).isEmpty();
    assertThat(fixture.report().day().counts()).containsEntry(MATCHED, 1L);
  }

  @Test
  void caseOfAnUnknownMovementClosesOnceItSettles() {
    var doubtful = fixture.attempt("UNKNOWN", 100);
    var file = StatementText.ofOneDay().credit(doubtful, 100);
    fixture.imports(file);
    for (int pause = 0; pause < 5; pause++) {
      fixture.matches();
    }
    var caseId = fixture.differences().get(0).caseId();
    assertThat(cases.find(caseId).orElseThrow().closed()).isNull();

    fixture.settled(doubtful, "DEBITED");
    fixture.imports(file);

    assertThat(fixture.differences()).isEmpty();
    assertThat(cases.find(caseId).orElseThrow().closed()).isNotNull();
    assertThat(cases.find(caseId).orElseThrow().reason()).isEqualTo("statement-matched");
  }

  @Test
  void aMovementNearMidnightMayBelongToTheNextStatement() {
    fixture.attempt("DEBITED", 100, "2999-11-24T16:57:00Z");
    fixture.imports(StatementText.ofOneDay());
    assertThat(fixture.differences()).isEmpty();
  }

  @Test
  void moneyThatIsNotOursCannotBeProposedForReturn() {
    fixture.imports(StatementText.ofOneDay().credit("C-404", 70));
    var caseId = fixture.differences().get(0).caseId();
    var task = tasks.openOf(caseId).get(0).id();
    assertThatThrownBy(
            () ->
                tasks.complete(task, "operator-1", Map.of("decision", "REVERSE", "reason", "try")))
        .hasStackTraceContaining("Không thể hoàn trả khoản này");
    fixture.decide(caseId, "ACKNOWLEDGED");
    assertThat(fixture.differences()).extracting(Row::state).containsExactly("DECIDED");
  }

  @Test
  void unreadableLineIsACaseWithItsReason() {
    fixture.imports(StatementText.ofOneDay().garbled("x", 5, "many"));
    var file = cases.find(fixture.differences().get(0).caseId()).orElseThrow();
    assertThat(file.evidence()).containsEntry("unreadable", "Không đọc được số tiền");
  }

  @Test
  void statementOfManyLinesIsMatchedInPieces() {
    var file = StatementText.ofOneDay();
    var first = fixture.attempt("DEBITED", 100);
    file.credit(first, 100);
    for (int line = 2; line <= 1_050; line++) {
      file.credit(fixture.attempt("DEBITED", 100), 100);
    }
    fixture.imports(file.credit(first, 100));
    assertThat(fixture.differences())
        .extracting(Row::kind, Row::line, Row::reference)
        .containsExactly(tuple(DUPLICATE, 1_051, first));
    assertThat(fixture.report().day().counts()).containsEntry(MATCHED, 1_050L);
  }
}
