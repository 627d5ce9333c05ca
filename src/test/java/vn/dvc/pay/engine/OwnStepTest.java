package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.engine.EngineTestRoom.OwnStepSteps;
import vn.dvc.pay.engine.watch.StuckSteps;

/** Messages to processes and steps in our own database, against the real engine. */
@EngineTest
@ExtendWith(OutputCaptureExtension.class)
class OwnStepTest {
  private static final String CARD = "9704360000000000025";

  @Autowired Processes processes;
  @Autowired StuckSteps stuck;
  @Autowired OwnStepSteps steps;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void messageReachesTheInstanceOnce() {
    String order = UUID.randomUUID().toString();
    String instance = processes.start("own-step", order, Map.of("order", order));
    processes.sendMessage(instance, "goOn", Map.of());
    await().until(() -> steps.written.contains(order));
    assertThatThrownBy(() -> processes.sendMessage(instance, "goOn", Map.of()))
        .isInstanceOf(Processes.NotWaiting.class);
  }

  @Test
  void refusedMessageLeavesTheCallersTransactionUsable() {
    String order = UUID.randomUUID().toString();
    String started =
        new TransactionTemplate(transactions)
            .execute(
                status -> {
                  assertThatThrownBy(() -> processes.sendMessage("nobody", "goOn", Map.of()))
                      .isInstanceOf(Processes.NotWaiting.class);
                  return processes.start("own-step", order, Map.of("order", order));
                });
    processes.sendMessage(started, "goOn", Map.of());
  }

  @Test
  void failedStepKeepsNoForeignTextInTablesOrLog(CapturedOutput output) {
    String order = UUID.randomUUID().toString();
    var tries = new AtomicInteger();
    steps.steps.put(
        order,
        () -> {
          tries.incrementAndGet();
          throw new IllegalArgumentException("unexpected card " + CARD);
        });
    processes.sendMessage(
        processes.start("own-step", order, Map.of("order", order)), "goOn", Map.of());
    await().until(() -> stuck.all().stream().anyMatch(s -> order.equals(s.businessKey())));
    assertThat(tries).hasValue(3);
    var step = stuck.all().stream().filter(s -> order.equals(s.businessKey())).findFirst();
    assertThat(step.orElseThrow().kind()).isEqualTo(StuckSteps.Kind.STEP);
    assertThat(step.orElseThrow().cause()).contains("IllegalArgumentException");
    assertThat(DatabaseText.everything(jdbc)).contains(order).doesNotContain(CARD);
    assertThat(output.getAll()).contains("IllegalArgumentException").doesNotContain(CARD);

    steps.steps.remove(order);
    stuck.retry(step.orElseThrow().id());
    await().until(() -> steps.written.contains(order));
  }

  @Test
  void internalStepIsRepeatedAtOnceAfterAConflictWithoutUsingARetry(CapturedOutput output) {
    String order = UUID.randomUUID().toString();
    var tries = new AtomicInteger();
    steps.steps.put(
        order,
        () -> {
          if (tries.incrementAndGet() <= 4) {
            throw new CannotAcquireLockException("row of " + CARD);
          }
          return null;
        });
    processes.sendMessage(
        processes.start("own-step", order, Map.of("order", order)), "goOn", Map.of());
    await().until(() -> steps.written.contains(order) || isStuck(order));
    assertThat(isStuck(order)).isFalse();
    assertThat(DatabaseText.everything(jdbc)).doesNotContain(CARD);
    assertThat(output.getAll()).doesNotContain(CARD);
  }

  @Test
  void outageUsesNoRetryOfAnInternalStep(CapturedOutput output) {
    String order = UUID.randomUUID().toString();
    var tries = new AtomicInteger();
    steps.steps.put(
        order,
        () -> {
          if (tries.incrementAndGet() <= 7) {
            throw new DataAccessResourceFailureException(CARD, new SQLException(CARD, "53300"));
          }
          return null;
        });
    processes.sendMessage(
        processes.start("own-step", order, Map.of("order", order)), "goOn", Map.of());
    await().until(() -> steps.written.contains(order) || isStuck(order));
    assertThat(isStuck(order)).isFalse();
    assertThat(DatabaseText.everything(jdbc)).doesNotContain(CARD);
    assertThat(output.getAll()).doesNotContain(CARD);
  }

  private boolean isStuck(String order) {
    return stuck.all().stream().anyMatch(s -> order.equals(s.businessKey()));
  }

  @Test
  void failedCommitKeepsNoForeignTextEither(CapturedOutput output) {
    String order = UUID.randomUUID().toString();
    jdbc.sql("create table if not exists card_once (number varchar(30) unique)").update();
    jdbc.sql("merge into card_once key (number) values (?)").param(CARD).update();
    steps.steps.put(
        order,
        () -> {
          jdbc.sql("insert into card_once values (?)").param(CARD).update();
          return null;
        });
    processes.sendMessage(
        processes.start("own-step", order, Map.of("order", order)), "goOn", Map.of());
    await().until(() -> stuck.all().stream().anyMatch(s -> order.equals(s.businessKey())));
    jdbc.sql("drop table card_once").update();
    assertThat(DatabaseText.everything(jdbc)).doesNotContain(CARD);
    assertThat(output.getAll()).doesNotContain(CARD);
  }
}
