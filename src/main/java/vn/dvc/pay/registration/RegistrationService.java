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
  private final RegistrationRepository book;
  private final StatusChanges changes;
  private final RegistrationSnapshots snapshots;
  private final RegistrationWorkflow workflow;
  private final MandateTermination endings;
  private final RegistrationDocumentService shelf;
  private final DatabaseTime time;

  RegistrationService(
      RegistrationIntake starts,
      RegistrationRepository book,
      StatusChanges changes,
      RegistrationSnapshots snapshots,
      RegistrationWorkflow workflow,
      MandateTermination endings,
      RegistrationDocumentService shelf,
      DatabaseTime time) {
    this.starts = starts;
    this.book = book;
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
    return book.find(id).map(snapshots::of);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Registration> ofPayer(String payerId) {
    return book.ofPayer(payerId).stream().map(snapshots::of).toList();
  }

  @Override
  public Document form(RegistrationId id) {
    return shelf.newest(id);
  }

  @Override
  @Transactional
  public Registration confirmName(RegistrationId id) {
    var row = book.lock(id);
    demand(RegistrationSnapshots.nameInQuestion(row), row, "name-not-in-question");
    row.nameConfirmed();
    changes.move(row, CHECKING_ACCOUNT, time.now());
    workflow.nameConfirmed(row, "name-not-in-question");
    return snapshots.of(row);
  }

  /** The profile need not be asked again: who the payer is does not change with a correction. */
  @Override
  @Transactional
  public Registration resubmit(RegistrationId id, Application corrected) {
    var row = book.lock(id);
    var waits = row.status() == ACCOUNT_REFUSED || row.status() == RETURNED;
    demand(waits, row, "resubmit-not-awaited");
    var now = time.now();
    row.applies(starts.corrected(row, corrected), now);
    changes.move(row, CHECKING_ACCOUNT, now);
    workflow.corrected(row, "resubmit-not-awaited");
    return snapshots.of(row);
  }

  @Override
  @Transactional
  public Registration withdraw(RegistrationId id) {
    var row = book.lock(id);
    demand(row.status() != ACTIVATING, row, "already-activating");
    demand(RegistrationTransitions.open(row.status()), row, "registration-not-open");
    var isWaitedFor = row.status() != CHECKING_ACCOUNT;
    changes.move(row, WITHDRAWN, "withdrawn-by-payer", time.now());
    if (isWaitedFor) { // else a call is under way, and the process reads the row after it
      workflow.withdrawn(row, "registration-not-open");
    }
    return snapshots.of(row);
  }

  @Override
  @Transactional
  public Registration suspend(RegistrationId id) {
    var row = book.lock(id);
    demand(row.status() == REGISTERED, row, "registration-not-active");
    changes.move(row, SUSPENDED, "suspended-by-payer", time.now());
    return snapshots.of(row);
  }

  @Override
  @Transactional
  public Registration resume(RegistrationId id) {
    var row = book.lock(id);
    demand(row.status() == SUSPENDED, row, "registration-not-suspended");
    changes.move(row, REGISTERED, time.now());
    return snapshots.of(row);
  }

  @Override
  @Transactional
  public Registration terminate(RegistrationId id) {
    var row = book.lock(id);
    demand(RegistrationTransitions.inForce(row.status()), row, "registration-not-active");
    endings.end(row, "terminated-by-payer");
    return snapshots.of(row);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Mandate> mandateOf(String payerId) {
    return book.inForceOf(payerId)
        .filter(row -> row.status() == REGISTERED)
        .map(row -> new Mandate(row.id(), row.newest().account(), row.bank().mandateReference()));
  }

  /** Locks the row: who is about to ask for money is not overtaken by an end of the mandate. */
  @Override
  @Transactional
  public boolean isInForce(RegistrationId id) {
    return book.lock(id).status() == REGISTERED;
  }

  private static void demand(boolean right, RegistrationEntity row, String code) {
    if (!right) {
      throw Problem.conflict(code).with("status", row.status().word());
    }
  }
}
