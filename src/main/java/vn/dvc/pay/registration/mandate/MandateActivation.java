package vn.dvc.pay.registration.mandate;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.BankCommand.GrantMandate;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.time.RetrySchedule.Tries;
import vn.dvc.pay.values.RegistrationId;

/** Activates an approved registration, at the bank and then here. */
@Component
public class MandateActivation {
  private final RegistrationRepository registrations;
  private final StatusChanges changes;
  private final BankCalls calls;
  private final MandateTermination termination;
  private final MandateCases cases;
  private final RetrySchedule schedule;
  private final DatabaseTime time;

  MandateActivation(
      RegistrationRepository registrations,
      StatusChanges changes,
      BankCalls calls,
      MandateTermination termination,
      MandateCases cases,
      RetrySchedule schedule,
      DatabaseTime time) {
    this.registrations = registrations;
    this.changes = changes;
    this.calls = calls;
    this.termination = termination;
    this.cases = cases;
    this.schedule = schedule;
    this.time = time;
  }

  /**
   * Records the request for the mandate. From now on the payer cannot withdraw.
   *
   * @throws DecisionMissing unless the officers' approvals are in our tables, wherever the process
   *     stands
   */
  @Transactional
  public void prepare(RegistrationId id) {
    var registration = registrations.lock(id);
    requireApproved(registration);
    var now = time.now();
    changes.move(registration, RegistrationStatus.ACTIVATING, now);
    var applied = registration.newest();
    if (cases.isGivenBack(registration)) { // the answer already recorded is interpreted again
      return;
    }
    if (registration.bank().mandate() == null || !mayBeAskedAgain(registration)) {
      registration.bank().openMandate(calls.open(Subject.of(id), applied.account().bank(), null));
    }
    registration
        .bank()
        .declined(null); // a reason given for an earlier request does not explain a later one
    registration
        .bank()
        .mandateRequested(
            calls.prepare(
                registration.bank().mandate(),
                new GrantMandate(
                    id.text(),
                    applied.account().number(),
                    registration.holderAtBank(),
                    registration.payer().id(),
                    applied.formSha256())));
  }

  public RecordedAnswer ask(RegistrationId id) {
    var mandate = registrations.require(id).bank().mandate();
    if (mandate == null) {
      throw new IllegalStateException("No mandate of registration " + id + " was prepared");
    }
    return calls.ask(
        mandate, Operation.MANDATE, () -> objection(id), answered -> record(id, answered).name());
  }

  /**
   * Checked once more while the request is being claimed. It throws, because retrying cannot help.
   */
  private Optional<String> objection(RegistrationId id) {
    requireApproved(registrations.lock(id));
    return Optional.empty();
  }

  private static void requireApproved(RegistrationEntity registration) {
    if (!registration.isApproved()) {
      throw new DecisionMissing(
          "Version %d of registration %s is not approved: %d of %d officers approved this form"
              .formatted(
                  registration.formVersion(),
                  registration.id(),
                  registration.approvers().size(),
                  registration.review().approvalsNeeded()));
    }
  }

  private MandateVerdict record(RegistrationId id, Answered answered) {
    var registration = registrations.lock(id);
    var answer = calls.record(answered);
    if (!registration
        .bank()
        .isCurrentMandateRequest(
            answered.call())) { // a late worker: another request has replaced this one
      return MandateVerdict.UNKNOWN;
    }
    if (answer instanceof Declined declined) {
      registration.bank().declined(declined.reason());
    }
    return standing(registration);
  }

  /** Continues from the finding of clarify-outcome.bpmn. */
  @Transactional
  public MandateVerdict resume(RegistrationId id) {
    return standing(registrations.lock(id));
  }

  /**
   * Puts the registration into force: its account may be debited from now on, that of a replaced
   * registration no longer.
   *
   * @throws IllegalStateException if our tables hold no mandate for it, whatever the process says
   */
  @Transactional
  public void register(RegistrationId id) {
    var registration = registrations.lock(id);
    if (RegistrationStatus.REGISTERED == registration.status()) {
      return;
    }
    var mandate = calls.lock(registration.bank().mandate());
    if (mandate.state() != Attempt.State.AUTHORISED
        || !mandate.subject().equals(Subject.of(id))
        || mandate.bankReference() == null) {
      throw new IllegalStateException(
          "The registration has no mandate, so it cannot come into force");
    }
    if (registration.replaces() != null) {
      termination.endReplaced(registration.replaces());
    }
    registration.bank().mandateGranted(mandate.bankReference());
    changes.move(registration, RegistrationStatus.REGISTERED, time.now());
    cases.settle(Operation.MANDATE, registration);
  }

  public Instant nextAt(RegistrationId id) {
    return registrations.require(id).bank().nextMandateAt();
  }

  private boolean mayBeAskedAgain(RegistrationEntity registration) {
    var mandate = calls.attempt(registration.bank().mandate());
    return mandate.state() == Attempt.State.NOT_EXECUTED
        && mandate.bank().equals(registration.newest().account().bank());
  }

  private MandateVerdict standing(RegistrationEntity registration) {
    return switch (calls.attempt(registration.bank().mandate()).state()) {
      case AUTHORISED -> MandateVerdict.ACTIVE;
      case NOT_EXECUTED -> again(registration);
      case DECLINED, VOIDED ->
          DeclineReason.REQUEST_EXPIRED.is(registration.bank().lastDecline())
              ? again(registration)
              : refused(registration, reasonOf(registration));
      default -> MandateVerdict.UNKNOWN;
    };
  }

  private MandateVerdict again(RegistrationEntity registration) {
    if (cases.isGivenBack(registration)) {
      return refused(registration, DeclineReason.BANK_UNAVAILABLE.code());
    }
    registration.bank().mandateRequestFailed();
    var tries = new Tries(registration.bank().mandateTries(), 0);
    registration.bank().retryMandateAt(time.now().plus(schedule.pauseAfter(tries)));
    if (schedule.needsCase(tries)) {
      cases.open(Operation.MANDATE, registration, tries);
    }
    return MandateVerdict.NOT_SENT;
  }

  /** Asks the payer to correct the account, which leads to a new enquiry. */
  private MandateVerdict refused(RegistrationEntity registration, String reason) {
    if (registration.status() == RegistrationStatus.ACTIVATING) {
      var now = time.now();
      registration.accountHolderFound(null, false);
      changes.move(registration, RegistrationStatus.ACCOUNT_REFUSED, reason, now);
      registration.awaitPayer(now);
      cases.settle(Operation.MANDATE, registration);
    }
    return MandateVerdict.DECLINED;
  }

  private static String reasonOf(RegistrationEntity registration) {
    var reason = registration.bank().lastDecline();
    return reason == null ? DeclineReason.BANK_DECLINED.code() : reason;
  }
}
