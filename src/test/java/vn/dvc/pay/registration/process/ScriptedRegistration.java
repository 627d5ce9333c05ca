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
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.dvc.pay.clarification.inquiry.ClarifyOutcomeSteps;
import vn.dvc.pay.testing.ModelEngine;

/** A registration with scripted steps, and helpers that read as events. */
class ScriptedRegistration implements BeforeEachCallback, AfterEachCallback {
  private final ProcessEngineExtension running;
  final BusinessRegistrationSteps steps = mock(BusinessRegistrationSteps.class);
  private final ClarifyOutcomeSteps clarify = mock(ClarifyOutcomeSteps.class);
  ProcessEngine engine;
  private ProcessInstance registration;

  ScriptedRegistration(ProcessEngineExtension running) {
    this.running = running;
  }

  /** Each step answers as for a good registration, and nothing is due within the hour. */
  @Override
  public void beforeEach(ExtensionContext context) {
    engine = ModelEngine.of(running);
    var later = Instant.now().plusSeconds(3600).toString();
    when(steps.prepareEnquiry("R1")).thenReturn("ENQUIRY_PREPARED");
    when(steps.nextEnquiryAt("R1")).thenReturn(later);
    when(steps.waitsUntil("R1")).thenReturn(later);
    when(steps.remindAt("R1")).thenReturn(later);
    when(steps.nextMandateAt("R1")).thenReturn(later);
    when(steps.attemptRef("R1")).thenReturn("an-attempt");
    when(steps.shown(anyString(), anyString())).thenReturn("shown");
    when(steps.shown("R1", "officerGroup")).thenReturn("bank-officers");
    when(steps.shown("R1", "reviewDue")).thenReturn(later);
    when(steps.shown("R1", "version")).thenReturn("1");
    when(clarify.nextInquiryAt(anyString())).thenReturn(later);
    when(clarify.prepareInquiry(anyString())).thenReturn("CERTAIN");
    Mocks.register("businessRegistration", steps);
    Mocks.register("clarifyOutcome", clarify);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Mocks.reset();
  }

  ProcessInstance instance() {
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
    assertThat(instance()).isWaitingAt("receiveForm");
  }

  void underReview() {
    awaitsForm();
    teller("RECEIVED");
    assertThat(instance()).isWaitingAt("approve");
  }

  void activating() {
    underReview();
    decides("APPROVED");
    assertThat(instance()).isWaitingAt("activateMandate");
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
    var task = tasks.createTaskQuery().processInstanceId(instance().getId()).singleResult();
    tasks.complete(task.getId(), Map.of("decision", "said", "reason", "why"));
  }

  /** Ends the clarification at its first inquiry, with this verdict for the registration. */
  void found(String verdict) {
    assertThat(instance()).isWaitingAt("clarifyOutcome");
    when(steps.resumeMandate("R1")).thenReturn(verdict);
    timer("inquiryDue");
  }

  void outside(String step, String verdict) {
    instance();
    ModelEngine.outsideAnswers(engine, step, verdict);
  }

  void message(String name) {
    ModelEngine.message(engine, instance(), name);
  }

  void timer(String event) {
    instance();
    ModelEngine.timerFires(engine, event);
  }

  void ended(String end) {
    ModelEngine.endedAt(instance(), end);
  }
}
