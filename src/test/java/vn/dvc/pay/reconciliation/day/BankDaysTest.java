package vn.dvc.pay.reconciliation.day;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.reconciliation.day.BankDayFixture.BANK;
import static vn.dvc.pay.reconciliation.day.BankDayFixture.DAY;
import static vn.dvc.pay.reconciliation.day.BankDayFixture.ID;
import static vn.dvc.pay.reconciliation.day.BankDayFixture.file;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.BankStatements.Fetched;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.reconciliation.statement.StatementText;

/** A bank's day from the file to its end, also when the file is late, wrong or never whole. */
@OperatorsTest
class BankDaysTest {
  private static final LocalDate LONG_AGO = LocalDate.of(2001, 11, 24);

  @Autowired BankDayFixture fixture;
  @Autowired BankDays days;
  @Autowired DayRepository dayRecords;
  @Autowired DayPlan plan;
  @Autowired Reconciliations reconciliations;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  @Autowired ProcessEngine engine;

  @BeforeEach
  void aDay() {
    fixture.begins();
  }

  @AfterEach
  void forget() {
    fixture.forget();
  }

  @Test
  void dueDayIsStartedOnceAmongManyNodes() {
    jdbc.sql(
            "update reconciliation set due_at = current_timestamp - interval '1' minute where id = ?")
        .param(ID)
        .update();
    plan.startDue();
    plan.startDue();
    var running =
        engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(ID);
    assertThat(running.list()).hasSize(1);
    assertThat(fixture.report().day().state()).isEqualTo(Reconciliations.State.RUNNING);
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
  void fileThatLacksALineIsRefusedAndACase() {
    var file =
        StatementText.ofOneDay().credit(fixture.attempt("DEBITED", 100), 100).credit("C-1", 5);
    assertThat(fixture.imports(file.losing(1))).isEqualTo(StatementVerdict.REFUSED);
    days.openRefusedCase(ID);
    assertThat(fixture.report().statement()).isNull();
    assertThat(fixture.report().day().missing()).isEqualTo("statement-totals-differ");
    assertThat(jdbc.sql("select count(*) from statement_line").query(Long.class).single()).isZero();
    assertThat(cases.isOpen("statement-refused", ID)).isTrue();

    fixture.imports(StatementText.ofOneDay());
    assertThat(cases.isOpen("statement-refused", ID)).isFalse();
  }

  @Test
  void fileOfAnotherDayIsRefused() {
    assertThat(fixture.fetched(StatementText.ofOneDay().text().replace("24T00:00", "23T00:00")))
        .isEqualTo(StatementVerdict.REFUSED);
    assertThat(fixture.report().day().missing()).isEqualTo("statement-of-another-day");
  }

  @Test
  void missingStatementIsRequestedAtGrowingPausesAndFinallyACase() {
    for (int tries = 1; tries < 4; tries++) {
      days.record(ID, new Fetched.Missing("not-there-yet"));
      assertThat(days.planNextFetch(ID)).isEqualTo(StatementVerdict.ASK_AGAIN);
    }
    assertThat(days.planNextFetch(ID)).isEqualTo(StatementVerdict.CASE_NEEDED);
    days.openMissingCase(ID);
    assertThat(days.planNextFetch(ID)).isEqualTo(StatementVerdict.ASK_AGAIN);
    assertThat(cases.isOpen("statement-missing", ID)).isTrue();
    fixture.imports(StatementText.ofOneDay());
    assertThat(cases.isOpen("statement-missing", ID)).isFalse();
  }

  @Test
  void statementUpToTheLastSecondIsComplete() {
    fixture.imports(endingAt("2999-11-24T23:59:59+07:00"));
    days.end(ID);
    assertThat(fixture.report().day().state()).isEqualTo(Reconciliations.State.DONE);
  }

  @Test
  void incompleteStatementIsRequestedAtGrowingPausesAndFinallyACase() {
    plan.plan(BANK, LONG_AGO);
    var id = DayOfBank.id(BANK, LONG_AGO);
    var pauses = new ArrayList<Duration>();
    for (int run = 1; run <= 6; run++) {
      fixture.fetched(id, endingAt("2001-11-24T20:00:00+07:00").text(), "2001");
      var before = Instant.now();
      days.end(id);
      pauses.add(
          Duration.between(before, dayRecords.find(id).orElseThrow().dueAt())
              .truncatedTo(ChronoUnit.MINUTES));
      assertThat(cases.isOpen("statement-missing", id)).isEqualTo(run >= 4);
    }
    assertThat(pauses).isSorted().doesNotHaveDuplicates();
    fixture.fetched(id, StatementText.ofOneDay().text(), "2001");
    days.end(id);
    assertThat(cases.isOpen("statement-missing", id)).isFalse();
  }

  @Test
  void yesterdaysFileServedForTodayIsRefusedByNameAndRequestedAgain() {
    fixture.imports(StatementText.ofOneDay());
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
    assertThat(fixture.openCase("statement-refused", tomorrow).evidence())
        .containsEntry("statementOf", "24/11/2999");
    assertThat(fixture.report().statement()).isNotNull();
  }

  @Test
  void fileFirstServedForAnotherDayIsImportedForItsOwn() {
    var yesterday = DayOfBank.id(BANK, DAY.minusDays(1));
    plan.plan(BANK, DAY.minusDays(1));
    assertThat(fixture.fetched(yesterday, StatementText.ofOneDay().text(), "2999"))
        .isEqualTo(StatementVerdict.REFUSED);
    assertThat(fixture.imports(StatementText.ofOneDay())).isEqualTo(StatementVerdict.CERTAIN);
    assertThat(fixture.report().statement()).isNotNull();
  }

  private StatementText endingAt(String moment) {
    return StatementText.ofOneDay().endingAt(moment);
  }
}
