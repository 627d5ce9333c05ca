package vn.dvc.pay.engine.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import vn.dvc.pay.engine.Parties;
import vn.dvc.pay.engine.Party;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.elements.ElementRules;
import vn.dvc.pay.engine.wiring.flow.FlowRules;
import vn.dvc.pay.engine.wiring.forms.FormRules;
import vn.dvc.pay.engine.wiring.tables.TableRules;
import vn.dvc.pay.engine.worker.ServedParties;

/** Each fault of a model is reported in one sentence; the model without it passes. */
@Tag("fast")
class WiringCheckTest {

  @Test
  void rightModelHasNoFault() throws IOException {
    assertThat(faults(models())).isEmpty();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          topic="bank.${bank}"            | topic="bnk.${bank}"       | askBank: nobody is served under the topic "bnk.${bank}"; served are [bank.970415, portal]
          topic="bank.${bank}"            | topic="${bank}"           | askBank: nobody is served under the topic "${bank}"
          id="askBank"                    | id="askBnk"               | askBnk: there is no public method goodModel.askBnk that returns RecordedAnswer
          id="askBank"                    | id="prepare2"             | goodModel.askBank is used by no model
          goodModel.prepare(paymentId, 'a, b')| goodModel.prepare(paymentId)| prepare: there is no public method goodModel.prepare with 1 parameters
          goodModel.prepare(paymentId, 'a, b')| execution.setVariable('a', 1)| prepare: ${execution.setVariable('a', 1)} names "execution", which is no step bean
          goodModel.due(paymentId)        | goodModel.duo(paymentId)  | pausedTimer: there is no public method goodModel.duo with 1 parameters
          verdict == 'APPROVED'           | goodModel.verdict == 'A'  | toWait: ${goodModel.verdict == 'A'} reads a property; call a method
          calledElement="called-model"    | calledElement="lost"      | settle: calls the process "lost", which does not exist
          <camunda:in source="paymentId" target="paymentId"/> | <camunda:in variables="all"/> | settle: passes all variables; name each
          decisionRef="fee-limit"         | decisionRef="fee"         | pick: decision table "fee" does not exist
          formRef="decide"                | formRef="lost"            | decide: form "lost" does not exist
          formRefBinding="deployment"     | formRefBinding="latest"   | decide: form "decide" needs formRefBinding deployment
          <message id="otpEntered" name="otpEntered"/>| <message id="otpEntered"/>| waited: waits for a message that has no name
          default="toDecide"              |                           | isApproved: diverges without a default flow
          name="Hỏi"                      |                           | askBank: has no name
          <documentation>Hỏi.</documentation>|                        | askBank: has no documentation
          id="toAsk"                      | id="Flow_0abc12x"         | Flow_0abc12x: has a generated id
          camunda:historyTimeToLive="P3650D"|                         | good-model: has no camunda:historyTimeToLive
          id="good-model"                 | id="other-model"          | other-model: a process has the id of its file
          camunda:expression="${goodModel.prepare(paymentId, 'a, b')}"| camunda:class="java.lang.Thread"| prepare: has camunda:class, which is not allowed
          camunda:expression="${goodModel.prepare(paymentId, 'a, b')}"| camunda:delegateExpression="${goodModel}"| prepare: has camunda:delegateExpression, which is not allowed
          <documentation>Chuẩn bị.</documentation>| <extensionElements><camunda:executionListener event="start" expression="${goodModel.due(1)}"/></extensionElements>| prepare: has a camunda:executionListener, which is not allowed
          xsi:type="tFormalExpression">${v| xsi:type="tFormalExpression" language="groovy">${v| toWait: has an expression in groovy; scripts are not allowed
          value="decide"                  | value="lost"              | confirm: differs from "lost", which is no user task
          cancelActivity="false" attachedToRef="decide"| attachedToRef="askBank"| reminded: interrupts askBank, which calls the outside
          cancelActivity="false" attachedToRef="decide"| attachedToRef="settle"| reminded: interrupts settle, which calls the outside
          """)
  void faultIsDescribedInOneSentence(String right, String wrong, String sentence)
      throws IOException {
    Map<String, byte[]> models = models();
    String model = new String(models.get("good-model.bpmn"), StandardCharsets.UTF_8);
    assertThat(model).contains(right);
    models.put(
        "good-model.bpmn",
        model.replace(right, wrong == null ? "" : wrong).getBytes(StandardCharsets.UTF_8));
    assertThat(faults(models)).anySatisfy(f -> assertThat(f).contains(sentence));
  }

  @Test
  void scriptTaskIsRefused() throws IOException {
    Map<String, byte[]> models = models();
    String model = new String(models.get("called-model.bpmn"), StandardCharsets.UTF_8);
    models.put(
        "called-model.bpmn",
        model
            .replace(
                "<serviceTask id=\"sendOut\" name=\"Gửi\" camunda:type=\"external\" camunda:topic=\"portal\">",
                "<scriptTask id=\"sendOut\" name=\"Gửi\" scriptFormat=\"js\"><script>1</script>")
            .replace("</serviceTask>", "</scriptTask>")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(faults(models))
        .contains("called-model.bpmn, sendOut: holds a script; scripts are not allowed");
  }

  private static List<String> faults(Map<String, byte[]> models) {
    try (var context =
        new AnnotationConfigApplicationContext(
            StepBeans.class,
            ServedParties.class,
            WiringCheck.class,
            ElementRules.class,
            FlowRules.class,
            FormRules.class,
            TableRules.class,
            GoodModelSteps.class,
            CalledModelSteps.class,
            TwoParties.class)) {
      return context.getBean(WiringCheck.class).faults(models);
    }
  }

  private static Map<String, byte[]> models() throws IOException {
    Map<String, byte[]> models = new TreeMap<>();
    for (String file : List.of("good-model.bpmn", "called-model.bpmn")) {
      models.put(file, Files.readAllBytes(Path.of("src/test/resources/wiring", file)));
    }
    models.put(
        "fee-limit.dmn",
        Files.readAllBytes(Path.of("src/test/resources/engine-models/fee-limit.dmn")));
    models.put(
        "decide.form", Files.readAllBytes(Path.of("src/test/resources/engine-models/decide.form")));
    return models;
  }

  static class TwoParties implements Parties {
    @Override
    public List<Party> parties() {
      return List.of(
          new Party("bank.970415", 1, Duration.ofSeconds(1)),
          new Party("portal", 1, Duration.ofSeconds(1)));
    }
  }

  @ProcessSteps(
      value = "goodModel",
      variables = {"paymentId", "bank"},
      messages = "otpEntered")
  public static class GoodModelSteps {
    public void prepare(String paymentId, String note) {}

    public String due(String paymentId) {
      return paymentId;
    }

    @Verdicts({"APPROVED", "DECLINED"})
    public RecordedAnswer askBank(String paymentId) {
      return () -> paymentId;
    }
  }

  @ProcessSteps(value = "calledModel", variables = "paymentId")
  public static class CalledModelSteps {
    public RecordedAnswer sendOut(String paymentId) {
      return () -> paymentId;
    }
  }
}
