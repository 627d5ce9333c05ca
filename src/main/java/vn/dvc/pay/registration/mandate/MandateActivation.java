package vn.dvc.pay.registration.mandate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.time.RetrySchedule.Tries;
import vn.dvc.pay.values.RegistrationId;

/** Puts an approved registration into force at the bank, and then here. */
@Component
public class MandateActivation {
  private static final Duration VALID = Duration.ofSeconds(30);

  private final RegistrationRepository registrations;
  private final StatusChanges changes;
  private final BankCalls calls;
  private final MandateTermination endings;
  private final MandateCases cases;
  private final RetrySchedule schedule;
  private final DatabaseTime time;

  MandateActivation(
      RegistrationRepository registrations,
      StatusChanges changes,
      BankCalls calls,
      MandateTermination endings,
      MandateCases cases,
      RetrySchedule schedule,
      DatabaseTime time) {
    this.registrations = registrations;
    this.changes = changes;
    this.calls = calls;
    this.endings = endings;
    this.cases = cases;
    this.schedule = schedule;
    this.time = time;
  }

  /**
   * Writes the request for the mandate down. From here on the payer cannot withdraw.
   *
   * @throws DecisionMissing unless the officers' approvals are in our tables, whatever token the
   *     process shows
   */
  @Transactional
  public void prepare(RegistrationId id) {
    var registration = registrations.lock(id);
    requireApproved(registration);
    var now = time.now();
    changes.move(registration, RegistrationStatus.ACTIVATING, now);
    var applied = registration.newest();
    if (cases.isGivenBack(registration)) { // then the answer that stands is read once more
      return;
    }
    if (registration.bank().mandate() == null || !mayBeAskedAgain(registration)) {
      registration.bank().activatesUnder(calls.open(id.text(), applied.account().bank(), null));
    }
    registration.bank().declined(null); // what was said of an earlier request explains no later one
    registration
        .bank()
        .tells(
            calls.prepare(
                registration.bank().mandate(),
                Operation.MANDATE,
                now.plus(VALID),
                null,
                Map.of(
                    "registration", id.text(),
                    "account", applied.account().number(),
                    "holder", registration.holderAtBank(),
                    "identityNumber", registration.payer().id(),
                    "formSha256", applied.formSha256())));
  }

  public Answered send(RegistrationId id) {
    var mandate = registrations.find(id).orElseThrow().bank().mandate();
    if (mandate == null) {
      throw new IllegalStateException("No mandate of registration " + id + " was prepared");
    }
    return calls.send(mandate, Operation.MANDATE, () -> objection(id));
  }

  /** Looked up once more as the request is claimed; it throws, for no pause makes this right. */
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

  @Transactional
  public MandateVerdict record(RegistrationId id, Answered answered) {
    var registration = registrations.lock(id);
    var answer = calls.record(answered);
    if (!registration
        .bank()
        .told(answered.call())) { // a worker that woke late; another request stands
      return MandateVerdict.UNKNOWN;
    }
    if (answer instanceof Declined declined) {
      registration.bank().declined(declined.reason());
    }
    return standing(registration);
  }

  /** Goes on from what clarify-outcome.bpmn found out. */
  @Transactional
  public MandateVerdict resume(RegistrationId id) {
    return standing(registrations.lock(id));
  }

  /**
   * The account may be debited from now on; the registration that this one replaces may not.
   *
   * @throws IllegalStateException when our tables hold no mandate for it, whatever the process says
   */
  @Transactional
  public void register(RegistrationId id) {
    var registration = registrations.lock(id);
    if (RegistrationStatus.REGISTERED == registration.status()) {
      return;
    }
    var mandate = calls.lock(registration.bank().mandate());
    if (mandate.state() != Attempt.State.AUTHORISED
        || !mandate.subject().equals(id.text())
        || mandate.bankReference() == null) {
      throw new IllegalStateException("No mandate of this registration, so nothing is in force");
    }
    if (registration.replaces() != null) {
      endings.endReplaced(registration.replaces());
    }
    registration.bank().holds(mandate.bankReference());
    changes.move(registration, RegistrationStatus.REGISTERED, time.now());
    cases.settle(Operation.MANDATE, registration);
  }

  public Instant nextAt(RegistrationId id) {
    return registrations.find(id).orElseThrow().bank().nextMandateAt();
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
          "request-expired".equals(registration.bank().lastDecline())
              ? again(registration)
              : refused(registration, reasonOf(registration));
      default -> MandateVerdict.UNKNOWN;
    };
  }

  private MandateVerdict again(RegistrationEntity registration) {
    if (cases.isGivenBack(registration)) {
      return refused(registration, "bank-unavailable");
    }
    registration.bank().sentInVain();
    var tries = new Tries(registration.bank().mandateTries(), 0);
    registration.bank().tellsAgain(time.now().plus(schedule.pauseAfter(tries)));
    if (schedule.needsCase(tries)) {
      cases.open(Operation.MANDATE, registration, tries);
    }
    return MandateVerdict.NOT_SENT;
  }

  /** The payer corrects the account, and the bank is asked about it anew. */
  private MandateVerdict refused(RegistrationEntity registration, String reason) {
    if (registration.status() == RegistrationStatus.ACTIVATING) {
      var now = time.now();
      registration.heldBy(null, false);
      changes.move(registration, RegistrationStatus.ACCOUNT_REFUSED, reason, now);
      registration.waitsForPayer(now);
      cases.settle(Operation.MANDATE, registration);
    }
    return MandateVerdict.DECLINED;
  }

  private static String reasonOf(RegistrationEntity registration) {
    var said = registration.bank().lastDecline();
    return said == null ? "bank-declined" : said;
  }
}
