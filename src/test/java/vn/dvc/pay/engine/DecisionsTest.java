package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decision tables of the analysts, evaluated by a feature. */
@EngineTest
class DecisionsTest {
  @Autowired Decisions decisions;
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
  void tableWithoutAMatchingRowIsAnError() {
    assertThatThrownBy(() -> decisions.decide("fee-limit", Map.of("kind", "NOBODY")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("fee-limit");
    assertThatThrownBy(() -> decisions.decide("lost", Map.of()))
        .isInstanceOf(IllegalStateException.class);
  }
}
