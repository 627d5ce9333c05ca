package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.engine.EngineTestRoom.CallOutsideSteps;
import vn.dvc.pay.engine.watch.StuckSteps;

/** The external-task worker against the real engine. */
@EngineTest
class ExternalTaskWorkerTest {
  @Autowired Processes processes;
  @Autowired StuckSteps stuck;
  @Autowired CallOutsideSteps steps;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("externalTaskWorker")
  MeterBinder worker;

  @Test
  void callRunsOutsideATransactionAndItsVerdictMovesTheProcess() {
    String order = order();
    var inTransaction = new AtomicInteger();
    steps.banks.put(
        order,
        () -> {
          inTransaction.set(TransactionSynchronizationManager.isActualTransactionActive() ? 1 : -1);
          return () -> "DECLINED";
        });
    start(order, EngineTestRoom.WELL);
    await().until(() -> steps.noted.contains(order + " DECLINED"));
    assertThat(inTransaction).hasValue(-1);
  }

  @Test
  void hungBankFillsItsOwnSlotsOnly() throws Exception {
    var hang = new CountDownLatch(1);
    try {
      String[] hung = {order(), order(), order()};
      for (String order : hung) {
        steps.banks.put(
            order,
            () -> {
              hang.await();
              return () -> "APPROVED";
            });
        start(order, EngineTestRoom.HUNG);
      }
      await().until(() -> steps.asked.contains(hung[0]) && steps.asked.contains(hung[1]));
      for (int i = 0; i < 5; i++) {
        String well = order();
        start(well, EngineTestRoom.WELL);
        await().until(() -> steps.noted.contains(well + " APPROVED"));
      }
      assertThat(steps.asked).doesNotContain(hung[2]);
      hang.countDown();
      await().until(() -> steps.noted.contains(hung[2] + " APPROVED"));
    } finally {
      hang.countDown();
    }
  }

  @Test
  void retryAfterAConflictDoesNotCallTheBankAgain() {
    String order = order();
    var conflicts = new AtomicInteger(2);
    steps.banks.put(
        order,
        () ->
            () -> {
              if (conflicts.getAndDecrement() > 0) {
                throw new OptimisticLockingException("another was faster");
              }
              return "APPROVED";
            });
    start(order, EngineTestRoom.WELL);
    await().until(() -> steps.noted.contains(order + " APPROVED"));
    assertThat(steps.asked.stream().filter(order::equals)).hasSize(1);
  }

  /** The step after the call runs in the transaction that completes the call's task. */
  @Test
  void stepThatFailsWithAConflictIsRepeatedAtOnceWithoutUsingARetry() {
    String order = order();
    var conflicts = new AtomicInteger(2);
    steps.notes.put(
        order,
        () -> {
          if (conflicts.getAndDecrement() > 0) {
            throw new CannotAcquireLockException("row of card 9704150000000018 is held");
          }
          return null;
        });
    start(order, EngineTestRoom.WELL);
    await().until(() -> steps.noted.contains(order + " APPROVED"));
    assertThat(steps.asked.stream().filter(order::equals)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01", "25P03", "HYT00"})
  void databaseFailureNeverUsesARetry(String state) {
    String order = order();
    var failures = new AtomicInteger(7);
    steps.banks.put(
        order,
        () -> {
          if (failures.getAndDecrement() > 0) {
            throw new CannotCreateTransactionException("no", new SQLException("no", state));
          }
          return () -> "APPROVED";
        });
    start(order, EngineTestRoom.WELL);
    await().until(() -> steps.noted.contains(order + " APPROVED") || isStuck(order));
    assertThat(isStuck(order)).isFalse();
  }

  @Test
  void outageInsideAStepUsesNoRetry() {
    String order = order();
    var failures = new AtomicInteger(7);
    steps.notes.put(
        order,
        () -> {
          if (failures.getAndDecrement() > 0) {
            throw new CannotGetJdbcConnectionException(
                "no", new SQLTransientConnectionException("pool is empty"));
          }
          return null;
        });
    start(order, EngineTestRoom.WELL);
    await().until(() -> steps.noted.contains(order + " APPROVED") || isStuck(order));
    assertThat(isStuck(order)).isFalse();
  }

  private boolean isStuck(String order) {
    return stuck.all().stream().anyMatch(s -> order.equals(s.businessKey()));
  }

  @Test
  void answerIsKeptWhenTheProcessCannotGoOnAndTheRetryPays() {
    String order = order();
    var recorded = new AtomicInteger();
    jdbc.sql("create table if not exists kept (order_id varchar(50))").update();
    steps.banks.put(
        order,
        () ->
            () -> {
              jdbc.sql("insert into kept values (?)").param(order).update();
              recorded.incrementAndGet();
              return "APPROVED";
            });
    steps.notes.put(
        order,
        () -> {
          throw new IllegalStateException("settle is broken");
        });
    start(order, EngineTestRoom.WELL);
    await().until(() -> stuck.all().stream().anyMatch(s -> order.equals(s.businessKey())));
    assertThat(steps.asked.stream().filter(order::equals)).hasSize(3);
    assertThat(kept(order)).isEqualTo(3);
    assertThat(recorded).hasValue(6);

    var step = stuckStep(order);
    assertThat(step.kind()).isEqualTo(StuckSteps.Kind.CALL);
    assertThat(step.process()).isEqualTo("call-outside");
    assertThat(step.activity()).isEqualTo("askBank");
    assertThat(step.name()).isEqualTo("Hỏi ngân hàng");

    steps.notes.remove(order);
    stuck.retry(step.id());
    await().until(() -> steps.noted.contains(order + " APPROVED"));
    assertThat(stuck.all()).noneMatch(s -> order.equals(s.businessKey()));
  }

  @Test
  void failingCallReportsTheExceptionsTypeButNotItsText() {
    String order = order();
    steps.banks.put(
        order,
        () -> {
          throw new IllegalArgumentException("card 9704150000000018 is bad");
        });
    start(order, EngineTestRoom.WELL);
    await().until(() -> stuck.all().stream().anyMatch(s -> order.equals(s.businessKey())));
    assertThat(stuckStep(order).cause())
        .startsWith("IllegalArgumentException")
        .doesNotContain("9704");
    assertThat(DatabaseText.everything(jdbc)).doesNotContain("9704150000000018");
  }

  @Test
  void nodeWithAWrongClockFetchesNoTaskUntilTheClockIsRight() {
    String order = order();
    var meters = new SimpleMeterRegistry();
    worker.bindTo(meters);
    var idle = meters.get("dvc.worker.idle.rounds").functionCounter();
    try {
      ClockUtil.offset(Duration.ofMinutes(2).toMillis());
      await().until(() -> idle.count() > 0);
      double before = idle.count();

      start(order, EngineTestRoom.WELL);

      await().until(() -> idle.count() >= before + 3);
      assertThat(steps.asked).doesNotContain(order);
    } finally {
      ClockUtil.reset();
    }
    await().until(() -> steps.noted.contains(order + " APPROVED"));
  }

  private StuckSteps.StuckStep stuckStep(String order) {
    return stuck.all().stream()
        .filter(s -> order.equals(s.businessKey()))
        .findFirst()
        .orElseThrow();
  }

  private int kept(String order) {
    return jdbc.sql("select count(*) from kept where order_id = ?")
        .param(order)
        .query(Integer.class)
        .single();
  }

  private void start(String order, String bank) {
    processes.start("call-outside", order, Map.of("order", order, "bank", bank));
  }

  private static String order() {
    return "O-" + UUID.randomUUID();
  }
}
