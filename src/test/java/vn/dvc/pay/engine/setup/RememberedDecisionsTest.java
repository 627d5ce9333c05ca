package vn.dvc.pay.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.engine.EngineTest;

/** The engine reads a table's expressions once for each question. */
@EngineTest
class RememberedDecisionsTest {
  @Autowired ProcessEngineConfigurationImpl engine;
  @Autowired DecisionService service;

  @Test
  void sameQuestionIsAskedOnceAndRefusalsEachTime() {
    var watched = mock(DecisionService.class, AdditionalAnswers.delegatesTo(service));
    var decisions = new EngineDecisions(engine, watched);

    for (int i = 0; i < 3; i++) {
      assertThat(decisions.decide("fee-limit", Map.of("kind", "INDIVIDUAL")).amount("limit"))
          .isEqualTo(5_000_000);
    }
    verify(watched, times(1)).evaluateDecisionById(any());

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> decisions.decide("fee-limit", Map.of("kind", "NOBODY")))
          .hasMessageContaining("yields 0 rows");
    }
    verify(watched, times(3)).evaluateDecisionById(any());
  }
}
