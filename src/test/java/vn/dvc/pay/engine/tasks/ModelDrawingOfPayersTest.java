package vn.dvc.pay.engine.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payer sees shapes, lines and names of a model, and nothing else of it. */
@Tag("fast")
class ModelDrawingOfPayersTest {
  private static final Pattern INTERNAL =
      Pattern.compile(" (?:id|name|topic|expression)=\"(\\w*[a-z][A-Z]\\w*)\"");

  @ParameterizedTest
  @ValueSource(strings = {"card-payment", "account-payment", "counter-payment"})
  void nothingInternalIsInTheDrawing(String model) throws Exception {
    var source = Files.readString(Path.of("processes", model + ".bpmn"));
    var xml = drawing(model).xml();

    assertThat(xml).doesNotContain("camunda", "${", "topic", "documentation", "ondition", model);
    assertThat(INTERNAL.matcher(source).results().map(found -> found.group(1)))
        .hasSizeGreaterThan(20)
        .noneMatch(word -> xml.contains("\"" + word + "\""));
  }

  @Test
  void everyNodeAndLineIsThere() throws Exception {
    var source = Files.readString(Path.of("processes/card-payment.bpmn"));
    var drawing = drawing("card-payment");
    for (var kind :
        List.of("<bpmn:sequenceFlow ", "<di:waypoint ", "<bpmndi:BPMNShape ", "<dc:Bounds ")) {
      assertThat(count(drawing.xml(), kind)).as(kind).isEqualTo(count(source, kind));
    }
    assertThat(drawing.shapes().get("awaitCard").name()).isEqualTo("CHỜ NHẬP THẺ");
    assertThat(drawing.xml())
        .contains("id=\"" + drawing.shapes().get("awaitCard").id() + "\"", "CHỜ NHẬP THẺ");
  }

  private static ModelDrawing drawing(String model) throws Exception {
    try (var file = Files.newInputStream(Path.of("processes", model + ".bpmn"))) {
      return new ModelDrawing(file, name -> name.toUpperCase());
    }
  }

  private static int count(String text, String part) {
    var found = new ArrayList<Integer>();
    for (var at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      found.add(at);
    }
    return found.size();
  }
}
