package vn.dvc.pay.payment.late;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.dvc.pay.clarification.inquiry.ClarifyOutcomeSteps;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.testing.ModelEngine;

/** Every path through late-success.bpmn. */
@Deployment(resources = {"processes/late-success.bpmn", "processes/clarify-outcome.bpmn"})
class LateSuccessProcessTest {
  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("late-success");

  @RegisterExtension static final ModelCoverage COVERAGE = ModelCoverage.of("late-success", ENGINE);

  private final LateSuccessSteps steps = mock(LateSuccessSteps.class);
  private final ClarifyOutcomeSteps clarify = mock(ClarifyOutcomeSteps.class);

  @BeforeEach
  void scriptTheSteps() {
    when(clarify.nextInquiryAt(anyString())).thenReturn(Instant.now().plusSeconds(60).toString());
    when(clarify.prepareInquiry(anyString())).thenReturn("CERTAIN");
    Mocks.register("lateSuccess", steps);
    Mocks.register("clarifyOutcome", clarify);
  }

  @AfterEach
  void forget() {
    Mocks.reset();
  }

  @Test
  void moneyThatMovedAfterAllGoesBack() {
    when(steps.weighFinding("A1")).thenReturn("MONEY_MOVED");
    ModelEngine.endedAt(word(), "moneyGoesBack");
    verify(steps).giveBack("A1");
  }

  @Test
  void falseMessageIsDiscarded() {
    when(steps.weighFinding("A1")).thenReturn("NOTHING_MOVED");
    ModelEngine.endedAt(word(), "nothingMoved");
    verify(steps, never()).giveBack("A1");
  }

  @Test
  void inquiriesContinueUntilTheOutcomeIsCertain() {
    when(steps.weighFinding("A1")).thenReturn("UNKNOWN", "MONEY_MOVED");
    var word = word();
    ModelEngine.timerFires(ModelEngine.of(ENGINE), "inquiryDue");
    ModelEngine.endedAt(word, "moneyGoesBack");
    verify(clarify, times(2)).closeClarification("A1");
  }

  private static ProcessInstance word() {
    var engine = ModelEngine.of(ENGINE);
    var word =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey(
                "late-success", "A1", Map.of("attemptRef", "A1", "bank", "970415"));
    ModelEngine.timerFires(engine, "inquiryDue");
    return word;
  }
}
