package vn.dvc.pay.registration.mandate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.RegistrationTransitions;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.RegistrationId;

/**
 * Ends mandates. Here a registration is out of force at once, so that nothing is paid by it any
 * more; the bank is told by end-mandate.bpmn until it has understood.
 */
@Component
public class MandateTermination {
  private static final Duration VALID = Duration.ofSeconds(30);

  private final RegistrationRepository book;
  private final StatusChanges changes;
  private final BankCalls calls;
  private final Processes processes;
  private final MandateCases cases;
  private final RetrySchedule schedule;
  private final DatabaseTime time;

  MandateTermination(
      RegistrationRepository book,
      StatusChanges changes,
      BankCalls calls,
      Processes processes,
      MandateCases cases,
      RetrySchedule schedule,
      DatabaseTime time) {
    this.book = book;
    this.changes = changes;
    this.calls = calls;
    this.processes = processes;
    this.cases = cases;
    this.schedule = schedule;
    this.time = time;
  }

  /** Takes a locked registration that is in force out of it, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(RegistrationEntity row, String reason) {
    changes.move(row, RegistrationStatus.TERMINATED, reason, time.now());
    var id = row.id().text();
    var bank = row.newest().account().bank();
    processes.start("end-mandate", id, Map.of("registrationId", id, "bank", bank));
  }

  void endReplaced(RegistrationId id) {
    var old = book.lock(id);
    if (RegistrationTransitions.inForce(old.status())) {
      end(old, "account-replaced");
      // The payer may have one in force, and the next one is about to be.
      book.writeNow();
    }
  }

  /**
   * Writes the request down, unless the bank has ended the mandate already.
   *
   * @throws DecisionMissing while the registration is in force: nobody ended it, whoever started
   *     the process
   */
  @Transactional
  public MandateVerdict prepare(RegistrationId id) {
    var row = book.lock(id);
    if (row.status() != RegistrationStatus.TERMINATED) {
      throw new DecisionMissing("Nobody ended registration " + id + ", which is " + row.status());
    }
    if (isEnded(row) || cases.isEndedOtherwise(row)) {
      return MandateVerdict.ENDED;
    }
    row.bank()
        .tells(
            calls.prepare(
                row.bank().mandate(),
                Operation.END_MANDATE,
                time.now().plus(VALID),
                null,
                Map.of("mandate", row.bank().mandateReference())));
    return MandateVerdict.PREPARED;
  }

  public Answered send(RegistrationId id) {
    return calls.send(book.find(id).orElseThrow().bank().mandate(), Operation.END_MANDATE);
  }

  @Transactional
  public MandateVerdict record(RegistrationId id, Answered answered) {
    var row = book.lock(id);
    if (calls.record(answered) instanceof Declined declined) {
      row.bank().declined(declined.reason());
    }
    return standing(row);
  }

  /** Goes on from what clarify-outcome.bpmn found out. */
  @Transactional
  public MandateVerdict resume(RegistrationId id) {
    return standing(book.lock(id));
  }

  public Instant nextAt(RegistrationId id) {
    return book.find(id).orElseThrow().bank().nextMandateAt();
  }

  private MandateVerdict standing(RegistrationEntity row) {
    if (isEnded(row)) {
      cases.settle(Operation.END_MANDATE, row);
      return MandateVerdict.ENDED;
    }
    if (state(row) != Attempt.State.AUTHORISED) {
      return MandateVerdict.UNKNOWN;
    }
    // It never got there, or the bank would not.
    var tries = calls.tries(row.bank().mandate(), Operation.END_MANDATE);
    row.bank().tellsAgain(time.now().plus(schedule.pauseAfter(tries)));
    if (schedule.needsCase(tries)) {
      cases.open(Operation.END_MANDATE, row, tries);
    }
    return MandateVerdict.NOT_SENT;
  }

  private boolean isEnded(RegistrationEntity row) {
    return switch (state(row)) {
      case VOIDED, NOT_EXECUTED, DECLINED -> true;
      default -> false;
    };
  }

  private Attempt.State state(RegistrationEntity row) {
    return calls.attempt(row.bank().mandate()).state();
  }
}
