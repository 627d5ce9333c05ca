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

  private final RegistrationRepository book;
  private final StatusChanges changes;
  private final BankCalls calls;
  private final MandateTermination endings;
  private final MandateCases cases;
  private final RetrySchedule schedule;
  private final DatabaseTime time;

  MandateActivation(
      RegistrationRepository book,
      StatusChanges changes,
      BankCalls calls,
      MandateTermination endings,
      MandateCases cases,
      RetrySchedule schedule,
      DatabaseTime time) {
    this.book = book;
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
    var row = book.lock(id);
    requireApproved(row);
    var now = time.now();
    changes.move(row, RegistrationStatus.ACTIVATING, now);
    var applied = row.newest();
    if (cases.isGivenBack(row)) { // then the answer that stands is read once more
      return;
    }
    if (row.bank().mandate() == null || !mayBeAskedAgain(row)) {
      row.bank().activatesUnder(calls.open(id.text(), applied.account().bank(), null));
    }
    row.bank().declined(null); // what was said of an earlier request explains no later one
    row.bank()
        .tells(
            calls.prepare(
                row.bank().mandate(),
                Operation.MANDATE,
                now.plus(VALID),
                null,
                Map.of(
                    "registration", id.text(),
                    "account", applied.account().number(),
                    "holder", row.holderAtBank(),
                    "identityNumber", row.payer().id(),
                    "formSha256", applied.formSha256())));
  }

  public Answered send(RegistrationId id) {
    var mandate = book.find(id).orElseThrow().bank().mandate();
    if (mandate == null) {
      throw new IllegalStateException("No mandate of registration " + id + " was prepared");
    }
    return calls.send(mandate, Operation.MANDATE, () -> objection(id));
  }

  /** Looked up once more as the request is claimed; it throws, for no pause makes this right. */
  private Optional<String> objection(RegistrationId id) {
    requireApproved(book.lock(id));
    return Optional.empty();
  }

  private static void requireApproved(RegistrationEntity row) {
    if (!row.isApproved()) {
      throw new DecisionMissing(
          "Version %d of registration %s is not approved: %d of %d officers approved this form"
              .formatted(
                  row.formVersion(),
                  row.id(),
                  row.approvers().size(),
                  row.review().approvalsNeeded()));
    }
  }

  @Transactional
  public MandateVerdict record(RegistrationId id, Answered answered) {
    var row = book.lock(id);
    var answer = calls.record(answered);
    if (!row.bank().told(answered.call())) { // a worker that woke late; another request stands
      return MandateVerdict.UNKNOWN;
    }
    if (answer instanceof Declined declined) {
      row.bank().declined(declined.reason());
    }
    return standing(row);
  }

  /** Goes on from what clarify-outcome.bpmn found out. */
  @Transactional
  public MandateVerdict resume(RegistrationId id) {
    return standing(book.lock(id));
  }

  /**
   * The account may be debited from now on; the registration that this one replaces may not.
   *
   * @throws IllegalStateException when our tables hold no mandate for it, whatever the process says
   */
  @Transactional
  public void register(RegistrationId id) {
    var row = book.lock(id);
    if (RegistrationStatus.REGISTERED == row.status()) {
      return;
    }
    var mandate = calls.lock(row.bank().mandate());
    if (mandate.state() != Attempt.State.AUTHORISED
        || !mandate.subject().equals(id.text())
        || mandate.bankReference() == null) {
      throw new IllegalStateException("No mandate of this registration, so nothing is in force");
    }
    if (row.replaces() != null) {
      endings.endReplaced(row.replaces());
    }
    row.bank().holds(mandate.bankReference());
    changes.move(row, RegistrationStatus.REGISTERED, time.now());
    cases.settle(Operation.MANDATE, row);
  }

  public Instant nextAt(RegistrationId id) {
    return book.find(id).orElseThrow().bank().nextMandateAt();
  }

  private boolean mayBeAskedAgain(RegistrationEntity row) {
    var mandate = calls.attempt(row.bank().mandate());
    return mandate.state() == Attempt.State.NOT_EXECUTED
        && mandate.bank().equals(row.newest().account().bank());
  }

  private MandateVerdict standing(RegistrationEntity row) {
    return switch (calls.attempt(row.bank().mandate()).state()) {
      case AUTHORISED -> MandateVerdict.ACTIVE;
      case NOT_EXECUTED -> again(row);
      case DECLINED, VOIDED ->
          "request-expired".equals(row.bank().lastDecline())
              ? again(row)
              : refused(row, reasonOf(row));
      default -> MandateVerdict.UNKNOWN;
    };
  }

  private MandateVerdict again(RegistrationEntity row) {
    if (cases.isGivenBack(row)) {
      return refused(row, "bank-unavailable");
    }
    row.bank().sentInVain();
    var tries = new Tries(row.bank().mandateTries(), 0);
    row.bank().tellsAgain(time.now().plus(schedule.pauseAfter(tries)));
    if (schedule.needsCase(tries)) {
      cases.open(Operation.MANDATE, row, tries);
    }
    return MandateVerdict.NOT_SENT;
  }

  /** The payer corrects the account, and the bank is asked about it anew. */
  private MandateVerdict refused(RegistrationEntity row, String reason) {
    if (row.status() == RegistrationStatus.ACTIVATING) {
      var now = time.now();
      row.heldBy(null, false);
      changes.move(row, RegistrationStatus.ACCOUNT_REFUSED, reason, now);
      row.waitsForPayer(now);
      cases.settle(Operation.MANDATE, row);
    }
    return MandateVerdict.DECLINED;
  }

  private static String reasonOf(RegistrationEntity row) {
    var said = row.bank().lastDecline();
    return said == null ? "bank-declined" : said;
  }
}
