package vn.dvc.pay.engine.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dvc.pay.engine.models.ModelFiles;
import vn.dvc.pay.engine.rehearsal.Rehearsal;
import vn.dvc.pay.engine.rehearsal.Rehearsed;
import vn.dvc.pay.engine.steps.StepBeans;

/** Models walk on an engine of their own, with scripted steps. */
class RehearsalTest {
  private static ConfigurableApplicationContext parts;
  private static Map<String, byte[]> files;
  private static Rehearsal rehearsal;

  @BeforeAll
  static void look() {
    parts = ModelCheck.parts("processes");
    files = parts.getBean(ModelFiles.class).read();
    rehearsal = new Rehearsal(parts.getBean(StepBeans.class));
  }

  @AfterAll
  static void close() {
    parts.close();
  }

  @Test
  void everyModelReachesItsEndsAndNearlyEveryElementIsPassed() {
    var all = rehearsal.of(files, files.keySet());

    assertThat(all).hasSize(11).allMatch(Rehearsed::wentWell);
    // The lots may miss a rare element.
    assertThat(all)
        .allSatisfy(each -> assertThat(each.notPassed()).as(each.process()).hasSizeLessThan(4));
  }

  @Test
  void whereTheEngineCannotGoOnIsSaid() {
    var all = new TreeMap<>(files);
    var model = new String(files.get("settle-dossiers.bpmn"), UTF_8);
    all.put(
        "settle-dossiers.bpmn", model.replace("(paymentId)", "(paymentNumber)").getBytes(UTF_8));

    var found = rehearsal.of(all, List.of("settle-dossiers.bpmn")).get(0);

    assertThat(found.wentWell()).isFalse();
    assertThat(found.stopped()).singleElement().asString().contains("paymentNumber");
  }

  @Test
  void tablesAndFormsAloneAreNotWalkedThrough() {
    assertThat(rehearsal.of(files, List.of("otp-policy.dmn", "decide-case.form"))).isEmpty();
  }
}
