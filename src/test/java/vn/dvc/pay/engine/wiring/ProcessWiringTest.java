package vn.dvc.pay.engine.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import vn.dvc.pay.engine.models.ModelFiles;

/** The models that we ship fit the program that we ship. */
@SpringBootTest
@ActiveProfiles("test")
class ProcessWiringTest {
  @Autowired WiringCheck wiring;
  @Autowired ModelFiles models;

  @Test
  void everyModelFitsTheProgram() {
    assertThat(wiring.faults(models.read())).isEmpty();
  }

  @Test
  void everyStepBeanServesAModel() {
    assertThat(wiring.beansWithoutModel(models.read())).isEmpty();
  }

  @Test
  void noModelCallsAProcessOfARoomThatItsRoomMayNotUse() {
    assertThat(
            faultsWith(
                "business-registration.bpmn",
                "calledElement=\"clarify-outcome\"",
                "calledElement=\"settle-dossiers\""))
        .filteredOn(fault -> fault.contains("of the room"))
        .singleElement(STRING)
        .startsWith("business-registration.bpmn")
        .endsWith(
            "calls \"settle-dossiers\" of the room payment, which the room registration may not use");
  }

  @Test
  void noModelCallsABeanOfAHigherRoom() {
    assertThat(
            faultsWith(
                "clarify-outcome.bpmn",
                "${clarifyOutcome.beginClarifying(",
                "${endMandate.beginClarifying("))
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .endsWith(
                        "calls \"endMandate\" of the room registration, which the room"
                            + " clarification may not use"));
  }

  private List<String> faultsWith(String file, String right, String wrong) {
    var changed = new TreeMap<>(models.read());
    var model = new String(changed.get(file), UTF_8);
    assertThat(model).contains(right);
    changed.put(file, model.replace(right, wrong).getBytes(UTF_8));
    return wiring.faults(changed);
  }
}
