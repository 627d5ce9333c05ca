package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/** A task that nobody serves is a fault in the node's configuration and is reported as one. */
@EngineTest
class PartiesHealthTest {
  @Autowired Processes processes;
  @Autowired RuntimeService runtime;

  @Autowired
  @Qualifier("parties")
  HealthIndicator health;

  @Test
  void openTaskForAPartyThatNobodyServesMakesTheHealthDown() {
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    String instance =
        processes.start("call-outside", "unserved", Map.of("order", "unserved", "bank", "closed"));
    try {
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
      assertThat(health.health().getDetails().toString()).contains("bank.closed");
    } finally {
      runtime.deleteProcessInstance(instance, "test");
    }
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }
}
