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

/**
 * Takes what payers want of their registrations, each wish in one transaction on the locked row.
 */
@Service
class RegistrationService implements Registrations {
  private final RegistrationIntake starts;
  private final RegistrationRepository registrations;
  private final StatusChanges changes;
  private final RegistrationSnapshots snapshots;
  private final RegistrationWorkflow workflow;
  private final MandateTermination endings;
  private final RegistrationDocumentService shelf;
  private final DatabaseTime time;

  RegistrationService(
      RegistrationIntake starts,
      RegistrationRepository registrations,
      StatusChanges changes,
      RegistrationSnapshots snapshots,
      RegistrationWorkflow workflow,
      MandateTermination endings,
      RegistrationDocumentService shelf,
      DatabaseTime time) {
    this.starts = starts;
    this.registrations = registrations;
    this.changes = changes;
    this.snapshots = snapshots;
    this.workflow = workflow;
    this.endings = endings;
    this.shelf = shelf;
    this.time = time;
  }

  @Override
  public Registration start(
      Payer payer, Application application, Consumer<Registration> alongside) {
    return starts.first(payer, application, alongside);
  }

  @Override
  public Registration changeAccount(
      RegistrationId id, Application application, Consumer<Registration> alongside) {
    return starts.replacing(id, application, alongside);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Registration> find(RegistrationId id) {
    return registrations.find(id).map(snapshots::of);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Registration> ofPayer(String payerId) {
    return registrations.ofPayer(payerId).stream().map(snapshots::of).toList();
  }

  @Override
  public Document form(RegistrationId id) {
    return shelf.newest(id);
  }

  @Override
  @Transactional
  public Registration confirmName(RegistrationId id) {
    var registration = registrations.lock(id);
    demand(
        RegistrationSnapshots.nameInQuestion(registration), registration, "name-not-in-question");
    registration.nameConfirmed();
    changes.move(registration, CHECKING_ACCOUNT, time.now());
    workflow.nameConfirmed(registration, "name-not-in-question");
    return snapshots.of(registration);
  }

  /** The profile need not be asked again: who the payer is does not change with a correction. */
  @Override
  @Transactional
  public Registration resubmit(RegistrationId id, Application corrected) {
    var registration = registrations.lock(id);
    var waits = registration.status() == ACCOUNT_REFUSED || registration.status() == RETURNED;
    demand(waits, registration, "resubmit-not-awaited");
    var now = time.now();
    registration.applies(starts.corrected(registration, corrected), now);
    changes.move(registration, CHECKING_ACCOUNT, now);
    workflow.corrected(registration, "resubmit-not-awaited");
    return snapshots.of(registration);
  }

  @Override
  @Transactional
  public Registration withdraw(RegistrationId id) {
    var registration = registrations.lock(id);
    demand(registration.status() != ACTIVATING, registration, "already-activating");
    demand(
        RegistrationTransitions.open(registration.status()), registration, "registration-not-open");
    var isWaitedFor = registration.status() != CHECKING_ACCOUNT;
    changes.move(registration, WITHDRAWN, "withdrawn-by-payer", time.now());
    if (isWaitedFor) { // else a call is under way, and the process reads the row after it
      workflow.withdrawn(registration, "registration-not-open");
    }
    return snapshots.of(registration);
  }

  @Override
  @Transactional
  public Registration suspend(RegistrationId id) {
    var registration = registrations.lock(id);
    demand(registration.status() == REGISTERED, registration, "registration-not-active");
    changes.move(registration, SUSPENDED, "suspended-by-payer", time.now());
    return snapshots.of(registration);
  }

  @Override
  @Transactional
  public Registration resume(RegistrationId id) {
    var registration = registrations.lock(id);
    demand(registration.status() == SUSPENDED, registration, "registration-not-suspended");
    changes.move(registration, REGISTERED, time.now());
    return snapshots.of(registration);
  }

  @Override
  @Transactional
  public Registration terminate(RegistrationId id) {
    var registration = registrations.lock(id);
    demand(
        RegistrationTransitions.inForce(registration.status()),
        registration,
        "registration-not-active");
    endings.end(registration, "terminated-by-payer");
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

  /** Locks the row: who is about to ask for money is not overtaken by an end of the mandate. */
  @Override
  @Transactional
  public boolean isInForce(RegistrationId id) {
    return registrations.lock(id).status() == REGISTERED;
  }

  private static void demand(boolean right, RegistrationEntity registration, String code) {
    if (!right) {
      throw Problem.conflict(code).with("status", registration.status().word());
    }
  }
}
