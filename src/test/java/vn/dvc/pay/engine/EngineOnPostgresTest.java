package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.engine.EngineTestRoom.CallOutsideSteps;
import vn.dvc.pay.engine.EngineTestRoom.OwnStepSteps;
import vn.dvc.pay.testing.Postgres;

/** The same engine on PostgreSQL, where other sessions hold row locks for any length of time. */
@SpringBootTest(
    webEnvironment = WebEnvironment.MOCK,
    properties = "dvc.models=src/test/resources/engine-models")
@ActiveProfiles("test")
@Import(EngineTestRoom.class)
@ContextConfiguration(initializers = Postgres.Fresh.class)
@DirtiesContext
class EngineOnPostgresTest {
  private static final Duration SOON = Duration.ofSeconds(12);

  @Autowired Processes processes;
  @Autowired CallOutsideSteps steps;
  @Autowired OwnStepSteps ownSteps;
  @Autowired ManagementService jobs;
  @Autowired TransactionTemplate transaction;
  @Autowired Environment environment;
  @Autowired HistoryService history;
  @Autowired JdbcClient jdbc;

  @Test
  void processRunsToItsEnd() {
    assertThat(
            jdbc.sql("select script from flyway_schema_history where version = '1'")
                .query(String.class)
                .single())
        .contains("V1__Engine");
    String order = UUID.randomUUID().toString();
    String instance =
        processes.start("call-outside", order, Map.of("order", order, "bank", EngineTestRoom.WELL));
    await()
        .until(
            () ->
                history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .finished()
                        .count()
                    == 1);
  }

  @Test
  void taskWhoseRowIsLockedDelaysNoOtherTask() throws Exception {
    var hang = new CountDownLatch(1);
    var held = order();
    try {
      for (var order : List.of(order(), order())) { // all slots of this bank
        steps.banks.put(
            order,
            () -> {
              hang.await();
              return () -> "APPROVED";
            });
        call(order, EngineTestRoom.HUNG);
        await().until(() -> steps.asked.contains(order));
      }
      call(held, EngineTestRoom.HUNG);
      try (var other = anotherSession()) {
        holds(
            other,
            "select t.id_ from act_ru_ext_task t join act_ru_execution e on e.id_ ="
                + " t.proc_inst_id_ where e.business_key_ = '"
                + held
                + "' for update of t");
        hang.countDown(); // frees its slot
        var second = order();
        call(second, EngineTestRoom.WELL);
        await().atMost(SOON).until(() -> steps.noted.contains(second + " APPROVED"));
        var third = order();
        call(third, EngineTestRoom.HUNG);
        await().atMost(SOON).until(() -> steps.noted.contains(third + " APPROVED"));
        assertThat(steps.asked).doesNotContain(held);
      }
      await().until(() -> steps.noted.contains(held + " APPROVED"));
    } finally {
      hang.countDown();
    }
  }

  @Test
  void jobWhoseRowIsLockedDelaysNoOtherJob() throws Exception {
    var held = order();
    var due = Instant.now().plusSeconds(4);
    var job =
        transaction.execute(
            status -> {
              var instance = ownStep(held);
              var id = jobs.createJobQuery().processInstanceId(instance).singleResult().getId();
              jobs.setJobDuedate(id, Date.from(due));
              return id;
            });
    try (var other = anotherSession()) {
      holds(other, "select id_ from act_ru_job where id_ = '" + job + "' for update");
      await().until(() -> Instant.now().isAfter(due));
      var second = order();
      ownStep(second);
      await().atMost(SOON).until(() -> ownSteps.written.contains(second));
      assertThat(ownSteps.written).doesNotContain(held);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> ownSteps.written.contains(held));
  }

  private void call(String order, String bank) {
    processes.start("call-outside", order, Map.of("order", order, "bank", bank));
  }

  private String ownStep(String order) {
    var instance = processes.start("own-step", order, Map.of("order", order));
    processes.sendMessage(instance, "goOn", Map.of());
    return instance;
  }

  private Connection anotherSession() throws SQLException {
    return DriverManager.getConnection(
        environment.getRequiredProperty("spring.datasource.url"), "postgres", "postgres");
  }

  private static void holds(Connection session, String rows) throws SQLException {
    session.setAutoCommit(false);
    try (var found = session.createStatement().executeQuery(rows)) {
      assertThat(found.next()).as("a row is held").isTrue();
    }
  }

  private static String order() {
    return "O-" + UUID.randomUUID();
  }
}
