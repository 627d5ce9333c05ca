package vn.dvc.pay.reconciliation.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.reconciliation.difference.Differences;
import vn.dvc.pay.reconciliation.report.ReconciliationService;
import vn.dvc.pay.reconciliation.report.ReportRepository;
import vn.dvc.pay.reconciliation.statement.StoredStatements;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

/** A day that does not end is reported in a case, and continues. */
@OperatorsTest
class DayWatchTest {
  private static final String BANK = "970499";
  private static final LocalDate DAY = LocalDate.of(2001, 11, 24);
  private static final String ID = DayOfBank.id(BANK, DAY);
  private static final String STUCK = "statement-stuck";

  @Autowired DayWatch watch;
  @Autowired DayPlan plan;
  @Autowired DayRepository days;
  @Autowired ReportRepository reports;
  @Autowired StoredStatements statements;
  @Autowired Differences differences;
  @Autowired Processes processes;
  @Autowired DatabaseTime time;
  @Autowired Cases cases;
  @Autowired HumanTasks tasks;
  @Autowired JdbcClient jdbc;
  @Autowired ProcessEngine engine;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void aDayRuns() {
    jdbc.sql("delete from reconciliation where bank = ?").param(BANK).update();
    plan.plan(BANK, DAY);
    transaction.executeWithoutResult(status -> plan.start(days.lock(ID)));
  }

  @AfterEach
  void end() {
    transaction.executeWithoutResult(status -> cases.settle(STUCK, ID, "day-goes-on"));
    engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(ID)
        .list()
        .forEach(
            it ->
                engine.getRuntimeService().deleteProcessInstance(it.getId(), "no bank serves it"));
    jdbc.sql("delete from reconciliation where bank = ?").param(BANK).update();
  }

  @Test
  void runningDayIsLeftAlone() {
    watch.checkRunning();
    assertThat(cases.isOpen(STUCK, ID)).isFalse();
    assertThat(row().isRunning()).isTrue();
  }

  @Test
  void dayWhoseStepFailedFinallyIsACaseAndTwoPersonsMayRestartIt() {
    fails();
    watch.checkRunning();
    watch.checkRunning();
    var file = stuckCase();
    assertThat(file.evidence().get("stuckStep")).startsWith("Lấy sao kê: the bank is on fire");

    decide(file.id(), "RUN_AGAIN");

    assertThat(retriesLeft()).isEqualTo(1);
    watch.checkRunning();
    assertThat(cases.isOpen(STUCK, ID)).isFalse();
  }

  @Test
  void caseClosesItselfWhenTheDayGoesOn() {
    fails();
    watch.checkRunning();
    engine.getExternalTaskService().setRetries(call(), 1);
    watch.checkRunning();
    assertThat(cases.isOpen(STUCK, ID)).isFalse();
  }

  @Test
  void dayThatRunsTooLongIsACaseUntilTwoPersonsLetItContinue() {
    longAgo();
    watch.checkRunning();
    decide(stuckCase().id(), "RUN_AGAIN");
    watch.checkRunning();
    assertThat(cases.isOpen(STUCK, ID)).isFalse();
  }

  @Test
  void dayWithACaseOfItsMissingStatementIsNoSecondCase() {
    longAgo();
    var missing =
        transaction.execute(
            status -> cases.open("statement-missing", ID, null, "UNKNOWN", Map.of("bank", BANK)));
    watch.checkRunning();
    decide(missing, "ACKNOWLEDGED");
    watch.checkRunning();
    assertThat(cases.isOpen(STUCK, ID)).isFalse();
  }

  @Test
  void dayWhoseProcessIsGoneStartsAgain() {
    var gone = row().processInstance();
    engine.getRuntimeService().deleteProcessInstance(gone, "somebody deleted it");
    watch.checkRunning();
    assertThat(row().processInstance()).isNotEqualTo(gone);
    assertThat(processes.isRunning(row().processInstance())).isTrue();
  }

  @Test
  void requestForAStatementIsRefusedWithTheStateOfTheDay() {
    assertThatThrownBy(this::importNow)
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.code()).isEqualTo("day-at-work"));
    fails();
    assertThatThrownBy(this::importNow)
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.code()).isEqualTo("day-stuck"));
    var gone = row().processInstance();
    engine.getRuntimeService().deleteProcessInstance(gone, "somebody deleted it");
    importNow();
    assertThat(row().processInstance()).isNotEqualTo(gone);
  }

  private void longAgo() {
    jdbc.sql(
            """
            update reconciliation set runs_since = current_timestamp - interval '25' hour
            where id = ?""")
        .param(ID)
        .update();
  }

  private void importNow() {
    var banks = mock(Banks.class);
    when(banks.find(anyString())).thenReturn(Optional.of(mock(Bank.class)));
    Reconciliations desk =
        new ReconciliationService(
            banks, days, reports, statements, differences, plan, watch, processes, time);
    transaction.executeWithoutResult(status -> desk.importNow(BANK, DAY));
  }

  private void fails() {
    var calls = engine.getExternalTaskService();
    calls.lock(call(), "test", 60_000);
    calls.handleFailure(call(), "test", "the bank is on fire", 0, 0);
  }

  private String call() {
    return engine
        .getExternalTaskService()
        .createExternalTaskQuery()
        .processInstanceId(row().processInstance())
        .singleResult()
        .getId();
  }

  private int retriesLeft() {
    return engine
        .getExternalTaskService()
        .createExternalTaskQuery()
        .externalTaskId(call())
        .singleResult()
        .getRetries();
  }

  private DayOfBank row() {
    return days.find(ID).orElseThrow();
  }

  private Cases.Case stuckCase() {
    var id =
        jdbc.sql("select id from case_file where open_key = ?")
            .param(STUCK + ":" + ID)
            .query(String.class)
            .single();
    return cases.find(id).orElseThrow();
  }

  private void decide(String caseId, String decision) {
    var decide = tasks.openOf(caseId).get(0).id();
    tasks.complete(decide, "operator-1", Map.of("decision", decision, "reason", "đã sửa"));
    var confirm = tasks.openOf(caseId).get(0).id();
    tasks.complete(confirm, "operator-2", Map.of("agreed", "AGREED", "reason", "đúng"));
  }
}
