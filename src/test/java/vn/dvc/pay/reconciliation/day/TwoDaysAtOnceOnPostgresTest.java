package vn.dvc.pay.reconciliation.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.BankStatements.Fetched;
import vn.dvc.pay.reconciliation.Reconciliations.State;
import vn.dvc.pay.reconciliation.statement.StatementText;
import vn.dvc.pay.testing.Postgres;

/** Two concurrent days of one bank on the production database do not deadlock. */
@OperatorsTest
@ContextConfiguration(initializers = Postgres.Fresh.class)
@DirtiesContext
class TwoDaysAtOnceOnPostgresTest {
  private static final String BANK = "970499";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate BEFORE = DAY.minusDays(1);

  @Autowired BankDays days;
  @Autowired DayMatching matching;
  @Autowired DayRepository dayRecords;
  @Autowired DayPlan plan;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired ExternalTaskService calls;

  @Test
  void neitherDayWaitsForTheOtherWhicheverImportsFirst() throws Exception {
    planned();
    var both = new CountDownLatch(2);
    var first = inOneTransaction(DAY, both, () -> {});
    var second = inOneTransaction(BEFORE, both, this::theOtherIsHeldUpOrDone);
    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(StatementVerdict.CERTAIN);
    assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo(StatementVerdict.CERTAIN);
  }

  @Test
  void bothDaysAreCompletedByTheirProcesses() {
    planned();
    for (var day : List.of(BEFORE, DAY)) {
      transaction.executeWithoutResult(
          status -> plan.start(dayRecords.lock(DayOfBank.id(BANK, day))));
    }
    var both = new CountDownLatch(2);
    var answers =
        List.of(BEFORE, DAY).stream()
            .map(day -> CompletableFuture.runAsync(() -> answer(day, both)))
            .toList();
    answers.forEach(CompletableFuture::join);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(List.of(row(BEFORE).state(), row(DAY).state()))
                    .containsOnly(State.DONE));
    assertThat(List.of(row(BEFORE).incomplete(), row(DAY).incomplete())).containsOnly(0);
  }

  @Test
  void noOtherDayOrCaseWaitsWhileAStatementIsReadAndMatched() {
    planned();
    var id = DayOfBank.id(BANK, DAY);
    days.record(id, file(DAY));
    transaction.executeWithoutResult(
        status -> {
          days.take(id);
          assertThat(locked("reconciliation")).containsOnly(id);
          assertThat(locked("case_desk")).isEmpty();
        });
    transaction.executeWithoutResult(
        status -> {
          matching.matchNext(id);
          assertThat(locked("reconciliation")).containsOnly(id);
          assertThat(locked("case_desk")).isEmpty();
        });
  }

  /** The rows that another session would have to wait for now. */
  private List<String> locked(String table) {
    return CompletableFuture.supplyAsync(
            () ->
                jdbc.sql(
                        """
                        select id from %1$s where id not in
                          (select id from %1$s for update skip locked)"""
                            .formatted(table))
                    .query(String.class)
                    .list())
        .join();
  }

  private void planned() {
    for (int ago = 9; ago >= 0; ago--) {
      plan.plan(BANK, DAY.minusDays(ago));
    }
  }

  /** Imports its statement and matches its lines, as a process without pauses would. */
  private CompletableFuture<StatementVerdict> inOneTransaction(
      LocalDate day, CountDownLatch both, Runnable beforeMatching) {
    var id = DayOfBank.id(BANK, day);
    return CompletableFuture.supplyAsync(
        () ->
            transaction.execute(
                status -> {
                  days.record(id, file(day));
                  days.take(id);
                  meet(both);
                  beforeMatching.run();
                  return matched(id);
                }));
  }

  private StatementVerdict matched(String id) {
    StatementVerdict verdict;
    do {
      matching.matchNext(id);
      verdict = matching.openCases(id);
    } while (verdict == StatementVerdict.MORE);
    return verdict;
  }

  private void theOtherIsHeldUpOrDone() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> row(DAY).nextMatchAt() != null || heldUp() > 0);
  }

  private long heldUp() {
    return jdbc.sql("select count(*) from pg_locks where not granted").query(Long.class).single();
  }

  private void answer(LocalDate day, CountDownLatch both) {
    var id = DayOfBank.id(BANK, day);
    var task = calls.createExternalTaskQuery().processInstanceId(row(day).processInstance());
    calls.lock(task.singleResult().getId(), "test", 60_000);
    transaction.executeWithoutResult(
        status -> {
          var verdict = days.record(id, file(day)).name();
          meet(both);
          calls.complete(task.singleResult().getId(), "test", Map.of("verdict", verdict));
        });
  }

  private DayOfBank row(LocalDate day) {
    return dayRecords.find(DayOfBank.id(BANK, day)).orElseThrow();
  }

  private static void meet(CountDownLatch both) {
    both.countDown();
    try {
      assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Fetched.File file(LocalDate day) {
    var text = StatementText.ofOneDay().text().replace("2026-11-25", "NEXT");
    text = text.replace("2026-11-24", day.toString()).replace("NEXT", day.plusDays(1).toString());
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Fetched.File(bytes, "%064x".formatted(text.hashCode()));
  }
}
