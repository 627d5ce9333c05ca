package vn.dvc.scenario;

import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dvc.pay.PayApplication;

/** The scenario on H2. */
@SpringBootTest(classes = PayApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("test")
class CounterPaymentScenarioTest extends CounterPaymentScenario {
  private static final ScenarioSandbox WORLD = ScenarioSandbox.start();

  @DynamicPropertySource
  static void places(DynamicPropertyRegistry properties) {
    properties.add("server.port", () -> WORLD.appPort);
    properties.add("dvc.sandbox-url", WORLD::url);
  }

  @AfterAll
  static void sandboxStops() {
    WORLD.stop();
  }

  @Override
  ScenarioSandbox world() {
    return WORLD;
  }
}
