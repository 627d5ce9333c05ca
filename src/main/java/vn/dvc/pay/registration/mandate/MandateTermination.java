package vn.dvc.pay.registration.mandate;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.BankCommand.EndMandate;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.RegistrationTransitions;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.RegistrationId;

/**
 * Ends mandates. The registration is out of force here at once, so that nothing more is paid by it;
 * end-mandate.bpmn repeats the request to the bank until it confirms.
 */
@Component
public class MandateTermination {

  private final RegistrationRepository registrations;
  private final StatusChanges changes;
  private final BankCalls calls;
  private final Processes processes;
  private final MandateCases cases;
  private final RetrySchedule schedule;
  private final DatabaseTime time;

  MandateTermination(
      RegistrationRepository registrations,
      StatusChanges changes,
      BankCalls calls,
      Processes processes,
      MandateCases cases,
      RetrySchedule schedule,
      DatabaseTime time) {
    this.registrations = registrations;
    this.changes = changes;
    this.calls = calls;
    this.processes = processes;
    this.cases = cases;
    this.schedule = schedule;
    this.time = time;
  }

  /** Puts a locked registration out of force, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(RegistrationEntity registration, String reason) {
    changes.move(registration, RegistrationStatus.TERMINATED, reason, time.now());
    var id = registration.id().text();
    var bank = registration.newest().account().bank();
    processes.start("end-mandate", id, Map.of("registrationId", id, "bank", bank));
  }

  void endReplaced(RegistrationId id) {
    var old = registrations.lock(id);
    if (RegistrationTransitions.isInForce(old.status())) {
      end(old, "account-replaced");
      // A payer may have only one in force, and the next one is about to be.
      registrations.writeNow();
    }
  }

  /**
   * Records the request, unless the bank has already ended the mandate.
   *
   * @throws DecisionMissing if the registration is still in force: then nobody ended it, whoever
   *     started the process
   */
  @Transactional
  public MandateVerdict prepare(RegistrationId id) {
    var registration = registrations.lock(id);
    if (registration.status() != RegistrationStatus.TERMINATED) {
      throw new DecisionMissing(
          "Nobody ended registration " + id + ", which is " + registration.status());
    }
    if (isEnded(registration) || cases.isEndedOtherwise(registration)) {
      return MandateVerdict.ENDED;
    }
    registration
        .bank()
        .mandateRequested(
            calls.prepare(
                registration.bank().mandate(),
                new EndMandate(registration.bank().mandateReference())));
    return MandateVerdict.PREPARED;
  }

  public RecordedAnswer ask(RegistrationId id) {
    return calls.ask(
        registrations.require(id).bank().mandate(),
        Operation.END_MANDATE,
        answered -> record(id, answered).name());
  }

  private MandateVerdict record(RegistrationId id, Answered answered) {
    var registration = registrations.lock(id);
    if (calls.record(answered) instanceof Declined declined) {
      registration.bank().declined(declined.reason());
    }
    return standing(registration);
  }

  /** Continues from the finding of clarify-outcome.bpmn. */
  @Transactional
  public MandateVerdict resume(RegistrationId id) {
    return standing(registrations.lock(id));
  }

  public Instant nextAt(RegistrationId id) {
    return registrations.require(id).bank().nextMandateAt();
  }

  private MandateVerdict standing(RegistrationEntity registration) {
    if (isEnded(registration)) {
      cases.settle(Operation.END_MANDATE, registration);
      return MandateVerdict.ENDED;
    }
    if (state(registration) != Attempt.State.AUTHORISED) {
      return MandateVerdict.UNKNOWN;
    }
    // The request never arrived, or the bank declined it.
    var tries = calls.tries(registration.bank().mandate(), Operation.END_MANDATE);
    registration.bank().retryMandateAt(time.now().plus(schedule.pauseAfter(tries)));
    if (schedule.needsCase(tries)) {
      cases.open(Operation.END_MANDATE, registration, tries);
    }
    return MandateVerdict.NOT_SENT;
  }

  private boolean isEnded(RegistrationEntity registration) {
    return switch (state(registration)) {
      case VOIDED, NOT_EXECUTED, DECLINED -> true;
      default -> false;
    };
  }

  private Attempt.State state(RegistrationEntity registration) {
    return calls.attempt(registration.bank().mandate()).state();
  }
}
