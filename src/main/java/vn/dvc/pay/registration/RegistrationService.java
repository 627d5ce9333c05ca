package vn.dvc.pay.registration;

import static vn.dvc.pay.registration.RegistrationStatus.ACCOUNT_REFUSED;
import static vn.dvc.pay.registration.RegistrationStatus.ACTIVATING;
import static vn.dvc.pay.registration.RegistrationStatus.CHECKING_ACCOUNT;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.RETURNED;
import static vn.dvc.pay.registration.RegistrationStatus.SUSPENDED;
import static vn.dvc.pay.registration.RegistrationStatus.WITHDRAWN;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.registration.intake.RegistrationIntake;
import vn.dvc.pay.registration.mandate.MandateTermination;
import vn.dvc.pay.registration.process.RegistrationWorkflow;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.RegistrationSnapshots;
import vn.dvc.pay.registration.record.RegistrationTransitions;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.values.ShortReference;

/**
 * The payers' operations on their registrations, each in one transaction on the locked
 * registration.
 */
@Service
class RegistrationService implements Registrations {
  private final RegistrationIntake intake;
  private final RegistrationRepository registrations;
  private final StatusChanges changes;
  private final RegistrationSnapshots snapshots;
  private final RegistrationWorkflow workflow;
  private final MandateTermination termination;
  private final RegistrationDocumentService documents;
  private final DatabaseTime time;

  RegistrationService(
      RegistrationIntake intake,
      RegistrationRepository registrations,
      StatusChanges changes,
      RegistrationSnapshots snapshots,
      RegistrationWorkflow workflow,
      MandateTermination termination,
      RegistrationDocumentService documents,
      DatabaseTime time) {
    this.intake = intake;
    this.registrations = registrations;
    this.changes = changes;
    this.snapshots = snapshots;
    this.workflow = workflow;
    this.termination = termination;
    this.documents = documents;
    this.time = time;
  }

  @Override
  public Registration start(
      Payer payer, Application application, Consumer<Registration> alongside) {
    return intake.first(payer, application, alongside);
  }

  @Override
  public Registration changeAccount(
      RegistrationId id, Application application, Consumer<Registration> alongside) {
    return intake.replacing(id, application, alongside);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Registration> find(RegistrationId id) {
    return registrations.find(id).map(snapshots::of);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Registration> withReference(ShortReference reference) {
    return registrations.withReference(reference).stream().map(snapshots::of).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Registration> ofPayer(String payerId) {
    return registrations.ofPayer(payerId).stream().map(snapshots::of).toList();
  }

  @Override
  public Document form(RegistrationId id, DocumentLanguage language) {
    var handedIn = documents.newest(id);
    return language == DocumentLanguage.VIETNAMESE ? handedIn : documents.inEnglish(id);
  }

  @Override
  @Transactional
  public Registration confirmName(RegistrationId id) {
    var registration = registrations.lock(id);
    require(
        RegistrationSnapshots.isNameInQuestion(registration), registration, "name-not-in-question");
    registration.nameConfirmed();
    changes.move(registration, CHECKING_ACCOUNT, time.now());
    workflow.nameConfirmed(registration, "name-not-in-question");
    return snapshots.of(registration);
  }

  /**
   * The profile is not fetched again, because a correction does not change the payer's identity.
   */
  @Override
  @Transactional
  public Registration resubmit(RegistrationId id, Application corrected) {
    var registration = registrations.lock(id);
    var waits = registration.status() == ACCOUNT_REFUSED || registration.status() == RETURNED;
    require(waits, registration, "resubmit-not-awaited");
    var now = time.now();
    registration.apply(intake.corrected(registration, corrected), now);
    changes.move(registration, CHECKING_ACCOUNT, now);
    workflow.corrected(registration, "resubmit-not-awaited");
    return snapshots.of(registration);
  }

  @Override
  @Transactional
  public Registration withdraw(RegistrationId id) {
    var registration = registrations.lock(id);
    require(registration.status() != ACTIVATING, registration, "already-activating");
    require(
        RegistrationTransitions.isOpen(registration.status()),
        registration,
        "registration-not-open");
    var waitsForPayer = registration.status() != CHECKING_ACCOUNT;
    changes.move(registration, WITHDRAWN, "withdrawn-by-payer", time.now());
    if (waitsForPayer) { // otherwise a call is under way, and the process reads the status after it
      workflow.withdrawn(registration, "registration-not-open");
    }
    return snapshots.of(registration);
  }

  @Override
  @Transactional
  public Registration suspend(RegistrationId id) {
    var registration = registrations.lock(id);
    require(registration.status() == REGISTERED, registration, "registration-not-active");
    changes.move(registration, SUSPENDED, "suspended-by-payer", time.now());
    return snapshots.of(registration);
  }

  @Override
  @Transactional
  public Registration resume(RegistrationId id) {
    var registration = registrations.lock(id);
    require(registration.status() == SUSPENDED, registration, "registration-not-suspended");
    changes.move(registration, REGISTERED, time.now());
    return snapshots.of(registration);
  }

  @Override
  @Transactional
  public Registration terminate(RegistrationId id) {
    var registration = registrations.lock(id);
    require(
        RegistrationTransitions.isInForce(registration.status()),
        registration,
        "registration-not-active");
    termination.end(registration, "terminated-by-payer");
    return snapshots.of(registration);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Mandate> mandateOf(String payerId) {
    return registrations
        .inForceOf(payerId)
        .filter(registration -> registration.status() == REGISTERED)
        .map(
            registration ->
                new Mandate(
                    registration.id(),
                    registration.newest().account(),
                    registration.bank().mandateReference()));
  }

  /**
   * Locks the registration, so that the mandate cannot end between this check and the debit that
   * relies on it.
   */
  @Override
  @Transactional
  public boolean isInForce(RegistrationId id) {
    return registrations.lock(id).status() == REGISTERED;
  }

  private static void require(boolean right, RegistrationEntity registration, String code) {
    if (!right) {
      throw Problem.conflict(code).with("registrationStatus", registration.status().word());
    }
  }
}
