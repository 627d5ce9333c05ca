package vn.dvc.pay.payment.settlement;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.dvc.pay.testing.CoversWholeModel;
import vn.dvc.pay.testing.ModelEngine;

/** The only path through settle-dossiers.bpmn. */
@ExtendWith(CoversWholeModel.class)
@Deployment(resources = "processes/settle-dossiers.bpmn")
class SettleDossiersProcessTest {
  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE = ModelEngine.running("settle-dossiers");

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
