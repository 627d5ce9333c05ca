package vn.dvc.pay.operations.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What an analyst uploads in the tests: five tries for an OTP, and a look at cancelled payments.
 */
public final class AnalystsChange {
  private static final Path PROCESSES = Path.of("processes");

  private AnalystsChange() {}

  /** A table, a process with a new task, and the task's form. */
  public static Map<String, byte[]> files() {
    return Map.of(
        "otp-policy.dmn", tries("5"),
        "counter-payment.bpmn", withTask(),
        "look-at-cancel.form",
            read(Path.of("src/test/resources/models/release/look-at-cancel.form")));
  }

  public static byte[] tries(String many) {
    return changed(
        "otp-policy.dmn",
        "<outputEntry id=\"any-bank-tries\"><text>3</text>",
        "<outputEntry id=\"any-bank-tries\"><text>" + many + "</text>");
  }

  /** The process as it is, with one text replaced by another. */
  public static byte[] changed(String file, String from, String to) {
    var text = new String(read(PROCESSES.resolve(file)), UTF_8);
    if (!text.contains(from)) {
      throw new IllegalStateException(file + " has no " + from);
    }
    return text.replace(from, to).getBytes(UTF_8);
  }

  static byte[] withTask() {
    var text = new String(read(PROCESSES.resolve("counter-payment.bpmn")), UTF_8);
    return text.replace(
            "<bpmn:sequenceFlow id=\"cancelRequested_to_returnHeld\" sourceRef=\"cancelRequested\" targetRef=\"returnHeld\"/>",
            """
            <bpmn:sequenceFlow id="cancelRequested_to_returnHeld" sourceRef="lookAtCancel" targetRef="returnHeld"/>
                <bpmn:sequenceFlow id="cancelRequested_to_lookAtCancel" sourceRef="cancelRequested" targetRef="lookAtCancel"/>
                <bpmn:userTask id="lookAtCancel" name="Xem lại khoản bị hủy" camunda:candidateGroups="operators" camunda:formRef="look-at-cancel" camunda:formRefBinding="deployment">
                  <bpmn:documentation>Một người vận hành xem vì sao người nộp hủy, trước khi kết thúc không thu tiền.</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="row" value="payment"/>
                    </camunda:properties>
                    <camunda:inputOutput>
                      <camunda:inputParameter name="payment">${paymentId}</camunda:inputParameter>
                    </camunda:inputOutput>
                  </bpmn:extensionElements>
                  <bpmn:incoming>cancelRequested_to_lookAtCancel</bpmn:incoming>
                  <bpmn:outgoing>cancelRequested_to_returnHeld</bpmn:outgoing>
                </bpmn:userTask>""")
        .replace(
            "<bpmn:outgoing>cancelRequested_to_returnHeld</bpmn:outgoing>\n      <bpmn:messageEvent",
            "<bpmn:outgoing>cancelRequested_to_lookAtCancel</bpmn:outgoing>\n      <bpmn:messageEvent")
        .replace(
            "<bpmndi:BPMNShape id=\"cancelRequested-shape\"",
            """
            <bpmndi:BPMNShape id="lookAtCancel-shape" bpmnElement="lookAtCancel">
                    <dc:Bounds x="590" y="640" width="110" height="80"/>
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="cancelRequested_to_lookAtCancel-edge" bpmnElement="cancelRequested_to_lookAtCancel">
                    <di:waypoint x="560" y="598"/>
                    <di:waypoint x="560" y="680"/>
                    <di:waypoint x="590" y="680"/>
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNShape id="cancelRequested-shape\"""")
        .getBytes(UTF_8);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
