package vn.dvc.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import vn.dvc.pay.PayApplication;
import vn.dvc.pay.testing.Fixture;

/**
 * The whole application against a real sandbox of its own, over real HTTP. What usually waits
 * longer, the first inquiry and the next try of a step, waits one second.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = PayApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ExtendWith(Fixture.Lifecycle.class)
@ContextConfiguration(initializers = SandboxBeside.class)
@Import(Scenario.class)
@TestPropertySource(
    properties = {
      "dvc.mailing.intake=1s",
      "dvc.inquiries.pauses=1s,15s,1m,5m,1h",
      "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=R3/PT1S"
    })
@DirtiesContext
@ActiveProfiles("test")
@interface ScenarioTest {}
