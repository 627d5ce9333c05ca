package vn.dvc.pay.registration.process;

import vn.dvc.pay.engine.LiveText;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.OneOf;
import vn.dvc.pay.engine.ProcessSteps.SecondPerson;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.engine.Timers;
import vn.dvc.pay.registration.account.AccountEnquiries;
import vn.dvc.pay.registration.account.EnquiryVerdict;
import vn.dvc.pay.registration.account.PrintedForms;
import vn.dvc.pay.registration.mandate.MandateActivation;
import vn.dvc.pay.registration.mandate.MandateVerdict;
import vn.dvc.pay.registration.review.Escalations;
import vn.dvc.pay.registration.review.ReviewFacts;
import vn.dvc.pay.registration.review.Reviews;
import vn.dvc.pay.registration.review.ShownForm;
import vn.dvc.pay.values.RegistrationId;

/**
 * The steps of business-registration.bpmn: each method is one task of the model, the date of a
 * timer, or a value shown on a form. Its verdicts are {@link EnquiryVerdict}, {@link
 * ReviewVerdict}, {@link MandateVerdict} and {@link WaitVerdict}.
 */
@ProcessSteps(
    value = "businessRegistration",
    variables = {"registrationId", "bank"},
    messages = {"registrationCorrected", "nameConfirmed", "registrationWithdrawn"})
public class BusinessRegistrationSteps { // public because the engine calls it by reflection
  private final AccountEnquiries enquiries;
  private final PrintedForms forms;
  private final PayerDeadlines waits;
  private final Reviews reviews;
  private final Escalations escalations;
  private final ReviewFacts facts;
  private final MandateActivation activation;
  private final MandateAttempts attempts;
  private final Timers timers;

  BusinessRegistrationSteps(
      AccountEnquiries enquiries,
      PrintedForms forms,
      PayerDeadlines waits,
      Reviews reviews,
      Escalations escalations,
      ReviewFacts facts,
      MandateActivation activation,
      MandateAttempts attempts,
      Timers timers) {
    this.enquiries = enquiries;
    this.forms = forms;
    this.waits = waits;
    this.reviews = reviews;
    this.escalations = escalations;
    this.facts = facts;
    this.activation = activation;
    this.attempts = attempts;
    this.timers = timers;
  }

  @Verdicts({"ENQUIRY_PREPARED", "ACCOUNT_KNOWN", "WITHDRAWN"})
  public String prepareEnquiry(String registrationId) {
    return enquiries.prepare(RegistrationId.of(registrationId)).name();
  }

  @Verdicts({"CONFIRMED", "REFUSED", "ASK_AGAIN", "WITHDRAWN"})
  public RecordedAnswer enquireAccount(String registrationId) {
    return enquiries.ask(RegistrationId.of(registrationId));
  }

  /** When to repeat the enquiry, for the model's timer (ISO 8601). */
  public String nextEnquiryAt(String registrationId) {
    return timers.at(enquiries.nextAt(RegistrationId.of(registrationId)));
  }

  @Verdicts({"READY", "WITHDRAWN"})
  public RecordedAnswer renderForm(String registrationId) {
    var id = RegistrationId.of(registrationId);
    var form = forms.render(id);
    return () -> forms.recordRendered(id, form).name();
  }

  /** When waiting for the payer ends, for the model's timers (ISO 8601). */
  public String waitsUntil(String registrationId) {
    return timers.at(waits.until(RegistrationId.of(registrationId)));
  }

  /** When to remind the payer, for the model's timer (ISO 8601). */
  public String remindAt(String registrationId) {
    return timers.at(waits.remindAt(RegistrationId.of(registrationId)));
  }

  public void remindHandIn(String registrationId) {
    waits.remind(RegistrationId.of(registrationId));
  }

  @Verdicts({"FORM_AWAITED", "CORRECTION_AWAITED", "EXPIRED"})
  public String expire(String registrationId) {
    return waits.expire(RegistrationId.of(registrationId)).name();
  }

  @Verdicts({"RECEIVED", "RETURNED"})
  public String recordReceipt(
      String registrationId,
      @OneOf({"RECEIVED", "RETURNED"}) String decision,
      String version,
      String sha256,
      String reason) {
    var id = RegistrationId.of(registrationId);
    return reviews.receive(id, decision, new ShownForm(version, sha256), reason).name();
  }

  @Verdicts({"APPROVED", "SECOND_NEEDED", "RETURNED", "REJECTED"})
  public String recordDecision(
      String registrationId,
      @OneOf({"APPROVED", "RETURNED", "REJECTED"}) String decision,
      String version,
      String sha256,
      String reason) {
    var id = RegistrationId.of(registrationId);
    return reviews.decide(id, decision, new ShownForm(version, sha256), reason).name();
  }

  @SecondPerson
  @Verdicts({"APPROVED", "RETURNED", "REJECTED"})
  public String recordSecondDecision(
      String registrationId,
      @OneOf({"APPROVED", "RETURNED", "REJECTED"}) String decision,
      String version,
      String sha256,
      String reason) {
    var id = RegistrationId.of(registrationId);
    return reviews.decideSecond(id, decision, new ShownForm(version, sha256), reason).name();
  }

  public void escalateReview(String registrationId) {
    escalations.escalate(RegistrationId.of(registrationId));
  }

  /** Everything that a task's form shows, in one text. */
  public LiveText facts(String registrationId) {
    return ReviewFacts.live(RegistrationId.of(registrationId), ReviewFacts.ALL);
  }

  /** A single value of a task, of which the engine keeps nothing. */
  public LiveText personal(
      String registrationId,
      @OneOf({"payer", "account", "earlier", "holder", "holderAtBank"}) String what) {
    return ReviewFacts.live(RegistrationId.of(registrationId), what);
  }

  /** Another one: what its row says, a form field, its group or its due date. */
  public String shown(
      String registrationId,
      @OneOf({"number", "names", "version", "sha256", "officerGroup", "reviewDue"}) String what) {
    return facts.shown(RegistrationId.of(registrationId), what);
  }

  public void prepareMandate(String registrationId) {
    activation.prepare(RegistrationId.of(registrationId));
  }

  @Verdicts({"ACTIVE", "DECLINED", "NOT_SENT", "UNKNOWN"})
  public RecordedAnswer activateMandate(String registrationId) {
    return activation.ask(RegistrationId.of(registrationId));
  }

  /** When to request the mandate again, for the model's timer (ISO 8601). */
  public String nextMandateAt(String registrationId) {
    return timers.at(activation.nextAt(RegistrationId.of(registrationId)));
  }

  @Verdicts({"ACTIVE", "DECLINED", "NOT_SENT", "UNKNOWN"})
  public String resumeMandate(String registrationId) {
    return activation.resume(RegistrationId.of(registrationId)).name();
  }

  public void register(String registrationId) {
    activation.register(RegistrationId.of(registrationId));
  }

  /** The attempt in doubt, for clarify-outcome.bpmn. */
  public String attemptRef(String registrationId) {
    return attempts.mandateOf(RegistrationId.of(registrationId)).toString();
  }
}
