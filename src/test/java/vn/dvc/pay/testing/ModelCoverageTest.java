package vn.dvc.pay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

  private static final Pattern COVERAGE =
      Pattern.compile("ModelCoverage\\.\\w+\\(\\s*\"([a-z-]+)\"");

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

  @Test
  void everyModelIsCoveredBySomeTest() throws IOException {
    var covered = new TreeSet<String>();
    try (var tests = Files.walk(Path.of("src/test/java"))) {
      for (var test : tests.filter(file -> file.toString().endsWith("ProcessTest.java")).toList()) {
        COVERAGE.matcher(Files.readString(test)).results().forEach(it -> covered.add(it.group(1)));
      }
    }
    try (var models = Files.list(Path.of("processes"))) {
      assertThat(models.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".bpmn"))
          .allSatisfy(name -> assertThat(covered).contains(name.replace(".bpmn", "")));
    }
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
