package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.dvc.pay.engine.StuckSteps;
import vn.dvc.pay.time.DatabaseTime;

/**
 * The whole application against the real sandbox, over real HTTP, with the queries that tests make
 * of both. What usually waits longer, the first inquiry and the next try of a step, waits one
 * second.
 */
@DirtiesContext
@TestPropertySource(
    properties = {
      "dvc.inquiries.pauses=1s,15s,1m,5m,1h",
      "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=R3/PT1S"
    })
abstract class Scenario {
  @Autowired DatabaseTime time;
  @Autowired StuckSteps stuckSteps;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource database;
  Portal portal;
  Json sandbox;

  abstract ScenarioSandbox world();

  @BeforeEach
  void everybodyIsThere() {
    portal = new Portal("http://localhost:" + world().appPort);
    sandbox = Json.at(world().url() + "/sandbox");
  }

  @AfterEach
  void everythingIsAsItWas() {
    time.travel(Duration.ZERO);
    sandbox.delete("/faults");
  }

  void reaches(String payment, String status) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(status(payment)).isEqualTo(status));
  }

  String status(String payment) {
    return portal.payment(payment).path("status").asText();
  }

  List<String> history(String payment) {
    return texts(portal.payment(payment).path("history"), "status");
  }

  List<Long> debits(String payment) {
    var amounts = new ArrayList<Long>();
    for (var line : sandbox.get("/ledger").body()) {
      if (attempts(payment).contains(line.path("attemptRef").asText())) {
        amounts.add(line.path("amount").asLong());
      }
    }
    return amounts;
  }

  List<String> ledger(String payment, String query) {
    var kinds = new ArrayList<String>();
    for (var line : sandbox.get("/ledger" + query).body()) {
      if (attempts(payment).contains(line.path("attemptRef").asText())) {
        kinds.add(line.path("kind").asText());
      }
    }
    return kinds;
  }

  /** What the bank received for the payment, without inquiries. */
  List<String> requests(String payment) {
    var operations = new ArrayList<String>();
    for (var receipt : sandbox.get("/receipts").body()) {
      if (attempts(payment).contains(receipt.path("attemptRef").asText())
          && !receipt.path("operation").asText().equals("inquiry")) {
        operations.add(receipt.path("operation").asText());
      }
    }
    return operations;
  }

  List<String> webhooks(String payment) {
    var seen = new ArrayList<String>();
    for (var hook : sandbox.get("/portal/webhooks").body()) {
      var event = hook.path("event");
      if (event.path("data").path("payment").asText().equals(payment)) {
        seen.add(event.path("type").asText() + (hook.path("valid").asBoolean() ? " valid" : " ?"));
      }
    }
    return seen;
  }

  void fault(String bank, String operation, String fault, int times) {
    var order = Map.of("bank", bank, "operation", operation, "fault", fault, "times", times);
    assertThat(sandbox.post("/faults", order).status()).isBetween(200, 299);
  }

  String attempt(String payment) {
    return jdbc.sql("select attempt_ref from payment where id = ?")
        .param(payment)
        .query(UUID.class)
        .single()
        .toString();
  }

  private List<String> attempts(String payment) {
    return jdbc
        .sql("select attempt_ref from attempt where subject = ?")
        .param(payment)
        .query(UUID.class)
        .list()
        .stream()
        .map(UUID::toString)
        .toList();
  }

  private static List<String> texts(JsonNode list, String field) {
    var texts = new ArrayList<String>();
    list.forEach(node -> texts.add(node.path(field).asText()));
    return texts;
  }
}
