package vn.dvc.pay.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** One configuration for the engine's tests, so that they share one application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "dvc.models=src/test/resources/engine-models",
      "dvc.inbox.retry-pause=50ms",
      "dvc.inbox.poll=200ms",
      "dvc.inbox.idle=200ms",
      "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=R3/PT0S"
    })
@ActiveProfiles("test")
@Import(EngineTestRoom.class)
public @interface EngineTest {}
