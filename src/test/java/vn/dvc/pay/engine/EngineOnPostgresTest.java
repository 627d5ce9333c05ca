package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.testing.Postgres;

/** The same engine on PostgreSQL: made by Flyway, a process runs to its end. */
@SpringBootTest(
    webEnvironment = WebEnvironment.MOCK,
    properties = "dvc.models=src/test/resources/engine-models")
@ActiveProfiles("test")
@Import(EngineTestRoom.class)
@ContextConfiguration(initializers = Postgres.Fresh.class)
@DirtiesContext
class EngineOnPostgresTest {
  @Autowired Processes processes;
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
}
