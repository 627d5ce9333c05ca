package vn.dvc.pay.payment.settlement;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.testing.ModelEngine;

/** The only path through settle-dossiers.bpmn. */
@Deployment(resources = "processes/settle-dossiers.bpmn")
class SettleDossiersProcessTest {
  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("settle-dossiers");

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of("settle-dossiers", ENGINE);

  @Test
  void paymentWhoseMoneyMovedIsSettled() {
    var engine = ModelEngine.of(ENGINE);
    var steps = mock(SettleDossiersSteps.class);
    Mocks.register("settleDossiers", steps);
    var settled =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("settle-dossiers", Map.of("paymentId", "P1"));
    ModelEngine.endedAt(settled, "settled");
    verify(steps).settlePayment("P1");
    Mocks.reset();
  }
}
