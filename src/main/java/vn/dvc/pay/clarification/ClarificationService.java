package vn.dvc.pay.clarification;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.UnknownCall;
import vn.dvc.pay.bank.BankCommand.Inquire;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.clarification.decision.OutcomeEvidence;
import vn.dvc.pay.clarification.inquiry.ClarifyOutcomeSteps.Verdict;
import vn.dvc.pay.clarification.inquiry.InquirySettings;
import vn.dvc.pay.clarification.record.ClarificationEntity;
import vn.dvc.pay.clarification.record.ClarificationRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/**
 * Clarifies attempts with an unknown outcome: asks the bank at growing intervals, and finally two
 * persons.
 */
@Component
public class ClarificationService {
  private final ClarificationRepository clarifications;
  private final AttemptOwners owners;
  private final BankCalls calls;
  private final Cases cases;
  private final OutcomeEvidence evidence;
  private final InquirySettings settings;
  private final DatabaseTime time;

  ClarificationService(
      ClarificationRepository clarifications,
      AttemptOwners owners,
      BankCalls calls,
      Cases cases,
      OutcomeEvidence evidence,
      InquirySettings settings,
      DatabaseTime time) {
    this.clarifications = clarifications;
    this.owners = owners;
    this.calls = calls;
    this.cases = cases;
    this.evidence = evidence;
    this.settings = settings;
    this.time = time;
  }

  /**
   * The payment's attempts with an unknown outcome, including those of its reversals. Locks
   * nothing.
   */
  public List<AttemptRef> attemptsInDoubt(PaymentId payment) {
    return clarifications.attemptsOf(payment.text()).stream().map(AttemptRef::new).toList();
  }

  /**
   * When the bank is next asked about the payment according to the schedule, empty if no outcome is
   * unknown.
   */
  public Optional<Instant> nextInquiryAt(PaymentId payment) {
    return clarifications.ofPayment(payment.text()).stream()
        .map(ClarificationEntity::scheduledAt)
        .min(Comparator.naturalOrder());
  }

  @Transactional
  public void begin(AttemptRef attempt) {
    var owned = owners.lock(attempt);
    owned.outcomeUnknown(attempt);
    var payment = owned.payment();
    clarifications.save(
        new ClarificationEntity(attempt.id(), payment, time.now().plus(settings.pauseAfter(0))));
  }

  public Instant nextInquiryAt(AttemptRef attempt) {
    return clarification(attempt).nextInquiryAt();
  }

  /** Prepares the next inquiry, unless the outcome is known by now. */
  @Transactional
  public Verdict prepareInquiry(AttemptRef attempt) {
    owners.lock(attempt);
    if (calls.lock(attempt).state() != Attempt.State.UNKNOWN) {
      return Verdict.CERTAIN;
    }
    calls.prepare(attempt, new Inquire());
    return Verdict.UNKNOWN;
  }

  @Transactional
  public Verdict planNext(AttemptRef attempt) {
    var clarification = lock(attempt);
    var now = time.now();
    clarification.noteFruitlessInquiry(
        settings.pauseAfter(clarification.inquiries() + 1),
        calls.unknownCall(attempt).map(UnknownCall::surelyOver).orElse(now),
        now);
    if (cases.isOpen(kind(attempt), attempt.toString())) {
      openCase(attempt); // adds what became known since
    }
    return clarification.inquiries() >= settings.pauses().size()
            && !cases.isOpen(kind(attempt), attempt.toString())
        ? Verdict.CASE_NEEDED
        : Verdict.ASK_AGAIN;
  }

  @Transactional
  public void openCase(AttemptRef attempt) {
    var clarification = lock(attempt);
    var facts = calls.attempt(attempt);
    cases.open(
        kind(attempt),
        attempt.toString(),
        clarification.payment(),
        "UNKNOWN",
        evidence.of(facts, clarification.inquiries(), clarification.statementLine()));
  }

  @Transactional
  public void close(AttemptRef attempt) {
    lock(attempt);
    cases.settle(kind(attempt), attempt.toString(), "outcome-known");
    clarifications.deleteById(attempt.id());
  }

  private String kind(AttemptRef attempt) {
    return OutcomeCases.kindOf(calls.attempt(attempt));
  }

  /**
   * @return whether the attempt's outcome is unknown
   */
  @Transactional
  public boolean noteStatementLine(AttemptRef attempt, String line) {
    if (!clarifications.existsById(attempt.id())) {
      return false;
    }
    owners.lock(attempt);
    calls.lock(attempt);
    var clarification = clarifications.lock(attempt.id());
    clarification.ifPresent(it -> it.noteStatementLine(line));
    if (clarification.isPresent() && cases.isOpen(kind(attempt), attempt.toString())) {
      openCase(attempt); // adds the line to its evidence
    }
    return clarification.isPresent();
  }

  private ClarificationEntity lock(AttemptRef attempt) {
    owners.lock(attempt);
    calls.lock(attempt);
    return clarifications.lock(attempt.id()).orElseThrow(() -> missing(attempt));
  }

  private ClarificationEntity clarification(AttemptRef attempt) {
    return clarifications.findById(attempt.id()).orElseThrow(() -> missing(attempt));
  }

  private static IllegalStateException missing(AttemptRef attempt) {
    return new IllegalStateException("No clarification of attempt " + attempt);
  }
}
