package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decision tables of the analysts, evaluated by a feature. */
@EngineTest
class DecisionsTest {
  @Autowired Decisions decisions;
  @Autowired RepositoryService repository;
  @Autowired JdbcClient jdbc;

  @Test
  void decisionNamesItsVersionAndLeavesNoHistory() {
    var decision = decisions.decide("fee-limit", Map.of("kind", "INDIVIDUAL"));
    assertThat(decision.amount("limit")).isEqualTo(5_000_000);
    assertThat(decision.yes("allowed")).isTrue();
    assertThat(decision.source()).isEqualTo("fee-limit:1");
    assertThat(jdbc.sql("select count(*) from act_hi_decinst").query(Long.class).single()).isZero();
  }

  @Test
  void anotherVersionCountsAtOnceAlthoughAnswersAreRemembered() {
    deploy("5000000");
    var before = decisions.decide("other-limit", Map.of("kind", "INDIVIDUAL"));
    deploy("6000000");
    var after = decisions.decide("other-limit", Map.of("kind", "INDIVIDUAL"));

    assertThat(List.of(before.source(), before.amount("limit")))
        .isEqualTo(List.of("other-limit:1", 5_000_000L));
    assertThat(List.of(after.source(), after.amount("limit")))
        .isEqualTo(List.of("other-limit:2", 6_000_000L));
  }

  private void deploy(String limit) {
    var table = getClass().getResourceAsStream("/engine-models/fee-limit.dmn");
    var changed =
        Dmn.convertToString(Dmn.readModelFromStream(table))
            .replace("\"fee-limit\"", "\"other-limit\"")
            .replace("5000000", limit);
    repository.createDeployment().addString("other-limit.dmn", changed).deploy();
  }

  @Test
  void tableWithoutAMatchingRowIsAnError() {
    assertThatThrownBy(() -> decisions.decide("fee-limit", Map.of("kind", "NOBODY")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("fee-limit");
    assertThatThrownBy(() -> decisions.decide("lost", Map.of()))
        .isInstanceOf(IllegalStateException.class);
  }
}
