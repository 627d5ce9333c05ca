package vn.dvc.pay.registration.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.dvc.pay.clarification.inquiry.ClarifyOutcomeSteps;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.testing.ModelEngine;

/** A registration with scripted steps, and helpers that read as events. */
abstract class ScriptedRegistration {
  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("business-registration");

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of("business-registration", ENGINE);

  final BusinessRegistrationSteps steps = mock(BusinessRegistrationSteps.class);
  final ClarifyOutcomeSteps clarify = mock(ClarifyOutcomeSteps.class);
  ProcessEngine engine;
  ProcessInstance registration;

  @BeforeEach
  void scriptTheSteps() {
    engine = ModelEngine.of(ENGINE);
    var later = Instant.now().plusSeconds(3600).toString();
    when(steps.prepareEnquiry("R1")).thenReturn("ENQUIRY_PREPARED");
    when(steps.nextEnquiryAt("R1")).thenReturn(later);
    when(steps.waitsUntil("R1")).thenReturn(later);
    when(steps.remindAt("R1")).thenReturn(later);
    when(steps.nextMandateAt("R1")).thenReturn(later);
    when(steps.attemptRef("R1")).thenReturn("an-attempt");
    when(steps.facts("R1")).thenReturn("facts");
    when(steps.shown(anyString(), anyString())).thenReturn("shown");
    when(steps.shown("R1", "officerGroup")).thenReturn("bank-officers");
    when(steps.shown("R1", "reviewDue")).thenReturn(later);
    when(steps.shown("R1", "version")).thenReturn("1");
    when(clarify.nextInquiryAt(anyString())).thenReturn(later);
    when(clarify.prepareInquiry(anyString())).thenReturn("CERTAIN");
    Mocks.register("businessRegistration", steps);
    Mocks.register("clarifyOutcome", clarify);
  }

  @AfterEach
  void forget() {
    Mocks.reset();
  }

  ProcessInstance registration() {
    if (registration == null) {
      registration =
          engine
              .getRuntimeService()
              .startProcessInstanceByKey(
                  "business-registration", "R1", Map.of("registrationId", "R1", "bank", "970415"));
      assertThat(registration).isWaitingAt("enquireAccount");
    }
    return registration;
  }

  void awaitsForm() {
    outside("enquireAccount", "CONFIRMED");
    outside("renderForm", "READY");
    assertThat(registration()).isWaitingAt("receiveForm");
  }

  void underReview() {
    awaitsForm();
    teller("RECEIVED");
    assertThat(registration()).isWaitingAt("approve");
  }

  void activating() {
    underReview();
    decides("APPROVED");
    assertThat(registration()).isWaitingAt("activateMandate");
  }

  void teller(String verdict) {
    when(steps.recordReceipt(eq("R1"), any(), any(), any(), any())).thenReturn(verdict);
    complete();
  }

  void decides(String verdict) {
    when(steps.recordDecision(eq("R1"), any(), any(), any(), any())).thenReturn(verdict);
    complete();
  }

  void decidesSecond(String verdict) {
    when(steps.recordSecondDecision(eq("R1"), any(), any(), any(), any())).thenReturn(verdict);
    complete();
  }

  void complete() {
    var tasks = engine.getTaskService();
    var task = tasks.createTaskQuery().processInstanceId(registration().getId()).singleResult();
    tasks.complete(task.getId(), Map.of("decision", "said", "reason", "why"));
  }

  /** Ends the clarification at its first inquiry, with this verdict for the registration. */
  void found(String verdict) {
    assertThat(registration()).isWaitingAt("clarifyOutcome");
    when(steps.resumeMandate("R1")).thenReturn(verdict);
    timer("inquiryDue");
  }

  void outside(String step, String verdict) {
    registration();
    ModelEngine.outsideAnswers(engine, step, verdict);
  }

  void message(String name) {
    ModelEngine.message(engine, registration(), name);
  }

  void timer(String event) {
    registration();
    ModelEngine.timerFires(engine, event);
  }

  void ended(String end) {
    ModelEngine.endedAt(registration(), end);
  }
}
