package vn.dvc.pay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.EventSource;
import org.camunda.community.process_test_coverage.core.model.EventType;
import org.junit.jupiter.api.Test;

class ModelCoverageTest {
  private static final List<String> SETTLE_DOSSIERS =
      List.of(
          "moneyMoved",
          "moneyMoved_to_settlePayment",
          "settlePayment",
          "settlePayment_to_settled",
          "settled");

  private final List<Event> events = new ArrayList<>();

  @Test
  void modelIsCoveredWhenAllItsElementsAreTaken() {
    take("settle-dossiers", SETTLE_DOSSIERS);
    assertThat(missed()).isEmpty();
  }

  @Test
  void otherModelsThatRanMeanwhileDoNotCount() {
    take("settle-dossiers", SETTLE_DOSSIERS);
    take("reverse-payment", List.of("reversalRequested"));
    assertThat(missed()).isEmpty();
  }

  @Test
  void elementOfAnotherModelWithTheSameNameDoesNotCount() {
    take("settle-dossiers", SETTLE_DOSSIERS.subList(0, 4));
    take("card-payment", List.of("settled"));
    assertThat(missed()).containsExactly("settled");
  }

  private Iterable<String> missed() {
    return ModelCoverage.missed("settle-dossiers", events);
  }

  private void take(String model, List<String> elements) {
    for (var element : elements) {
      events.add(new Event(EventSource.FLOW_NODE, EventType.START, element, "flowNode", model, 0));
    }
  }
}
