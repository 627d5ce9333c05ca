package vn.dvc.pay.engine.wakeups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.testing.Postgres;

/**
 * What a node without work asks of the database. The engine's two workers are watched for a while.
 * Everything else that is done by the clock is done once and its statements are counted; how often
 * a minute it is done, its settings say.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.MOCK,
    properties = {"dvc.reconciliation.look=1m", "dvc.outbox.poll=30s"} /* as in production */)
@ActiveProfiles("test")
@Import(AllStatements.class)
@ContextConfiguration(initializers = Postgres.Fresh.class)
@DirtiesContext
class IdleNodeTest {
  private static final double CEILING = 60;

  private static final Duration QUIET = Duration.ofMillis(250);

  private static final Duration LONG = Duration.ofMinutes(1);

  private static final Duration LATE_ON_A_BUSY_MACHINE = Duration.ofMillis(700);

  @Autowired ProcessEngine engine;
  @Autowired ScheduledTaskHolder schedule;
  @Autowired AllStatements statements;
  @Autowired JdbcClient jdbc;

  private final List<String> list = new ArrayList<>();

  @Test
  void sendsAtMostSixtyStatementsAMinute() {
    double perMinute = watchedWorkers();
    for (var task : schedule.getScheduledTasks()) {
      if (task.getTask() instanceof IntervalTask repeated) {
        perMinute +=
            counted(task.toString(), repeated.getIntervalDuration(), repeated.getRunnable());
      }
    }

    assertThat(perMinute).as(String.join("\n", list)).isLessThanOrEqualTo(CEILING);
    assertThat(list).hasSizeGreaterThan(8);
  }

  /** No commit announces it, since it is due only after the longest sleep. */
  @Test
  void aTimerFiresOnTime() {
    deploy(
        Bpmn.createExecutableProcess("timed")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .intermediateCatchEvent()
            .timerWithDuration("PT8S")
            .endEvent()
            .done());
    var started = engine.getRuntimeService().startProcessInstanceByKey("timed").getId();
    var history =
        engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceId(started)
            .finished();

    var ended = await().atMost(LONG).until(history::singleResult, Objects::nonNull);

    assertThat(Duration.ofMillis(ended.getDurationInMillis()))
        .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(8).plus(LATE_ON_A_BUSY_MACHINE));
  }

  /** As the nightly sweep of the engine's history does. */
  @Test
  void whatIsFinishedIsForgottenAfterItsTimeAndNothingElse() {
    deploy(
        Bpmn.createExecutableProcess("short")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .endEvent()
            .done());
    var old = engine.getRuntimeService().startProcessInstanceByKey("short").getId();
    var young = engine.getRuntimeService().startProcessInstanceByKey("short").getId();
    jdbc.sql("update act_hi_procinst set removal_time_ = now() - interval '1 minute' where id_ = ?")
        .params(old)
        .update();

    engine.getHistoryService().cleanUpHistoryAsync(true);

    await().atMost(LONG).until(() -> !isRemembered(old));
    assertThat(isRemembered(young)).isTrue();
  }

  private boolean isRemembered(String instance) {
    return engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceId(instance)
            .count()
        == 1;
  }

  private void deploy(BpmnModelInstance model) {
    engine.getRepositoryService().createDeployment().addModelInstance("timed.bpmn", model).deploy();
  }

  private double watchedWorkers() {
    untilQuiet();
    return watched("job executor", IdleNodeTest::acquiresJobs)
        + watched("external tasks", IdleNodeTest::fetchesTasks);
  }

  /** From one round to a later one: a span that begins anywhere would count one too many. */
  private double watched(String what, Predicate<String> worker) {
    var first = more(statements.of(worker), 1, worker);
    var began = System.nanoTime();
    var last = more(first, 3, worker);
    return perMinute(what, last - first, Duration.ofNanos(System.nanoTime() - began));
  }

  private long more(long seen, int rounds, Predicate<String> worker) {
    return await().atMost(LONG).until(() -> statements.of(worker), found -> found >= seen + rounds);
  }

  /** The smaller of two counts, because something else may be done by the clock meanwhile. */
  private double counted(String what, Duration pause, Runnable work) {
    return perMinute(what, Math.min(counted(work), counted(work)), pause);
  }

  private double perMinute(String what, long count, Duration in) {
    list.add(String.format(Locale.ROOT, "%s: %d in %s", what, count, in));
    return count * 60_000.0 / in.toMillis();
  }

  private long counted(Runnable work) {
    untilQuiet();
    var before = ofOthers();
    work.run();
    untilQuiet();
    return ofOthers() - before;
  }

  private void untilQuiet() {
    var last = new AtomicLong(-1);
    await().pollInterval(QUIET).until(() -> last.getAndSet(ofOthers()) == ofOthers());
  }

  private long ofOthers() {
    return statements.of(thread -> !isWorker(thread));
  }

  private static boolean isWorker(String thread) {
    return acquiresJobs(thread) || fetchesTasks(thread);
  }

  private static boolean acquiresJobs(String thread) {
    return thread.startsWith("JobExecutor[");
  }

  private static boolean fetchesTasks(String thread) {
    return thread.equals("task-inbox");
  }
}
