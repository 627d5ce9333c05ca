package vn.dvc.pay.clarification;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.UnknownCall;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.clarification.decision.OutcomeEvidence;
import vn.dvc.pay.clarification.inquiry.Inquiries;
import vn.dvc.pay.clarification.inquiry.InquirySettings;
import vn.dvc.pay.clarification.inquiry.OutcomeVerdict;
import vn.dvc.pay.clarification.record.ClarificationEntity;
import vn.dvc.pay.clarification.record.ClarificationRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/**
 * Keeps asking the bank about an attempt in doubt, further and further apart, and at last a person.
 */
@Component
public class Clarifications {
  private final ClarificationRepository rows;
  private final AttemptOwners owners;
  private final BankCalls calls;
  private final Cases cases;
  private final OutcomeEvidence evidence;
  private final InquirySettings settings;
  private final DatabaseTime time;

  Clarifications(
      ClarificationRepository rows,
      AttemptOwners owners,
      BankCalls calls,
      Cases cases,
      OutcomeEvidence evidence,
      InquirySettings settings,
      DatabaseTime time) {
    this.rows = rows;
    this.owners = owners;
    this.calls = calls;
    this.cases = cases;
    this.evidence = evidence;
    this.settings = settings;
    this.time = time;
  }

  /** The payment's attempts in doubt, its reversals' included. Nothing is locked. */
  public List<AttemptRef> attemptsInDoubt(PaymentId payment) {
    return rows.attemptsOf(payment.text()).stream().map(AttemptRef::new).toList();
  }

  /** When the schedule next has a bank asked about the payment, empty where nothing is in doubt. */
  public Optional<Instant> nextInquiryAt(PaymentId payment) {
    return rows.ofPayment(payment.text()).stream()
        .map(ClarificationEntity::scheduledAt)
        .min(Comparator.naturalOrder());
  }

  @Transactional
  public void begin(AttemptRef attempt) {
    var owned = owners.lock(attempt);
    owned.owner().inDoubt(owned.subject(), attempt);
    var payment = owned.owner().paymentOf(owned.subject());
    rows.save(
        new ClarificationEntity(attempt.id(), payment, time.now().plus(settings.pauseAfter(0))));
  }

  public Instant nextInquiryAt(AttemptRef attempt) {
    return row(attempt).nextInquiryAt();
  }

  /** Writes the next inquiry down, unless the outcome is known by now. */
  @Transactional
  public OutcomeVerdict prepareInquiry(AttemptRef attempt) {
    owners.lock(attempt);
    if (calls.lock(attempt).state() != Attempt.State.UNKNOWN) {
      return OutcomeVerdict.CERTAIN;
    }
    calls.prepare(
        attempt, Operation.INQUIRY, time.now().plus(Inquiries.ANSWER_WITHIN), null, Map.of());
    return OutcomeVerdict.UNKNOWN;
  }

  @Transactional
  public OutcomeVerdict planNext(AttemptRef attempt) {
    var row = lock(attempt);
    var now = time.now();
    row.askedInVain(
        settings, calls.unknownCall(attempt).map(UnknownCall::surelyOver).orElse(now), now);
    if (cases.isOpen(kind(attempt), attempt.toString())) {
      openCase(attempt); // which adds what is known since
    }
    return row.inquiries() >= settings.pauses().size()
            && !cases.isOpen(kind(attempt), attempt.toString())
        ? OutcomeVerdict.CASE_NEEDED
        : OutcomeVerdict.ASK_AGAIN;
  }

  @Transactional
  public void openCase(AttemptRef attempt) {
    var row = lock(attempt);
    var facts = calls.attempt(attempt);
    cases.open(
        kind(attempt),
        attempt.toString(),
        row.payment(),
        "UNKNOWN",
        evidence.of(facts, row.inquiries(), row.statementLine()));
  }

  @Transactional
  public void close(AttemptRef attempt) {
    lock(attempt);
    cases.settle(kind(attempt), attempt.toString(), "outcome-known");
    rows.deleteById(attempt.id());
  }

  private String kind(AttemptRef attempt) {
    return OutcomeCases.kindOf(calls.attempt(attempt));
  }

  /**
   * @return whether the attempt is in doubt
   */
  @Transactional
  public boolean noteStatementLine(AttemptRef attempt, String line) {
    if (!rows.existsById(attempt.id())) {
      return false;
    }
    owners.lock(attempt);
    calls.lock(attempt);
    var row = rows.lock(attempt.id());
    row.ifPresent(it -> it.toldByStatement(line));
    if (row.isPresent() && cases.isOpen(kind(attempt), attempt.toString())) {
      openCase(attempt); // which adds the line
    }
    return row.isPresent();
  }

  private ClarificationEntity lock(AttemptRef attempt) {
    owners.lock(attempt);
    calls.lock(attempt);
    return rows.lock(attempt.id()).orElseThrow();
  }

  private ClarificationEntity row(AttemptRef attempt) {
    return rows.findById(attempt.id()).orElseThrow();
  }
}
