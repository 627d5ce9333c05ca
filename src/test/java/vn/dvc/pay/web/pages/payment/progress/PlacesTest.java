package vn.dvc.pay.web.pages.payment.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;

/** What we store leads to steps that the models have, and to names in both languages. */
@Tag("fast")
class PlacesTest {
  private static final Pattern NODE =
      Pattern.compile(
          "<bpmn:(?:\\w*[eE]vent|\\w*[tT]ask|\\w*Gateway|callActivity|subProcess) id=\"(\\w+)\"");
  private static final Pattern NAME =
      Pattern.compile(
          "<bpmn:(?:\\w*[eE]vent|\\w*[tT]ask|\\w*Gateway|callActivity|subProcess|sequenceFlow)"
              + " [^>]*?name=\"([^\"]+)\"");
  private static final Set<Operation> OF_NO_PAYMENT =
      Set.of(Operation.ENQUIRY, Operation.MANDATE, Operation.END_MANDATE, Operation.REVERSAL);

  @ParameterizedTest
  @EnumSource
  void everyStatusIsReachedAtStepsOfItsModel(Method method) throws Exception {
    var nodes = found(NODE, method);
    for (var status : PaymentStatus.values()) {
      if (status != PaymentStatus.DECLINED || method != Method.COUNTER) {
        assertThat(nodes).as(status.name()).containsAll(Places.reached(method, status));
      }
    }
    assertThat(Places.reached(method, PaymentStatus.CREATED)).isNotEmpty();
    assertThat(Places.reached(method, PaymentStatus.PAID)).endsWith("paid");
  }

  @Test
  void everyCallOfAPaymentIsMadeAtAStepOfItsModel() throws Exception {
    var nodes = new TreeSet<String>();
    for (var method : Method.values()) {
      nodes.addAll(found(NODE, method));
    }
    for (var operation : Operation.values()) {
      assertThat(Places.asking(operation))
          .as(operation.name())
          .hasSize(OF_NO_PAYMENT.contains(operation) ? 0 : 1)
          .isSubsetOf(nodes);
    }
    assertThat(found(NODE, Method.COUNTER)).containsAll(Places.collected());
  }

  @Test
  void everyNameInADrawingExistsInEnglish() throws Exception {
    var names = new DrawingNames();
    for (var method : Method.values()) {
      assertThat(found(NAME, method))
          .hasSizeGreaterThan(20)
          .noneMatch(name -> names.in(Locale.ENGLISH, name).equals(name))
          .allMatch(name -> names.in(Locale.forLanguageTag("vi"), name).equals(name));
    }
    assertThat(names.in(Locale.ENGLISH, "Bước mới")).isEqualTo("Bước mới");
  }

  /** The same version that draws the pictures of the models; its mark is part of its licence. */
  @Test
  void libraryThatDrawsIsThePinnedOne() throws Exception {
    var pinned = Files.readString(Path.of("docs/processes/package.json"));
    var library = Files.readString(Path.of("src/main/resources/static/assets/bpmn-viewer.js"));
    var version = Pattern.compile("bpmn-viewer v([0-9.]+) ").matcher(library);
    assertThat(version.find()).isTrue();
    assertThat(pinned).contains("\"bpmn-js\": \"" + version.group(1) + "\"");
    assertThat(library).contains("bpmn.io/license", "bjs-powered-by");
  }

  private static List<String> found(Pattern pattern, Method method) throws Exception {
    var model = Files.readString(Path.of("processes", Places.model(method) + ".bpmn"));
    return pattern
        .matcher(model)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf));
  }
}
