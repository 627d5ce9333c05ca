package vn.dvc.pay.payment.outcome;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/**
 * Keeps asking the bank about an attempt in doubt, further and further apart, and at last a person.
 */
@Component
class Clarifications {
  private final ClarificationRepository rows;
  private final Owners owners;
  private final BankCalls calls;
  private final Cases cases;
  private final InquirySettings settings;
  private final DatabaseTime time;

  Clarifications(
      ClarificationRepository rows,
      Owners owners,
      BankCalls calls,
      Cases cases,
      InquirySettings settings,
      DatabaseTime time) {
    this.rows = rows;
    this.owners = owners;
    this.calls = calls;
    this.cases = cases;
    this.settings = settings;
    this.time = time;
  }

  @Transactional
  void begin(AttemptRef attempt) {
    var owned = owners.lock(attempt);
    owned.owner().inDoubt(owned.subject(), attempt);
    var payment = owned.owner().paymentOf(owned.subject());
    rows.save(new ClarificationRow(attempt.id(), payment, time.now().plus(settings.pauseAfter(0))));
  }

  Instant nextInquiryAt(AttemptRef attempt) {
    return row(attempt).nextInquiryAt();
  }

  /** Writes the next inquiry down, unless the outcome is known by now. */
  @Transactional
  OutcomeVerdict prepareInquiry(AttemptRef attempt) {
    if (calls.lock(attempt).state() != Attempt.State.UNKNOWN) {
      return OutcomeVerdict.CERTAIN;
    }
    calls.prepare(
        attempt, Operation.INQUIRY, time.now().plus(Inquiries.ANSWER_WITHIN), null, Map.of());
    return OutcomeVerdict.UNKNOWN;
  }

  @Transactional
  OutcomeVerdict planNext(AttemptRef attempt) {
    var row = row(attempt);
    row.askedInVain(settings, time.now());
    return row.inquiries() >= settings.pauses().size()
            && !cases.isOpen(kind(attempt), attempt.toString())
        ? OutcomeVerdict.CASE_NEEDED
        : OutcomeVerdict.ASK_AGAIN;
  }

  @Transactional
  void openCase(AttemptRef attempt) {
    var row = row(attempt);
    var facts = calls.attempt(attempt);
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("bank", facts.bank());
    if (facts.amount() != null) {
      evidence.put("amount", Evidence.dong(facts.amount().dong()));
    }
    evidence.put("attemptRef", attempt.toString());
    evidence.put("inquiries", Integer.toString(row.inquiries()));
    calls
        .unknownCall(attempt)
        .ifPresent(call -> evidence.put("operation", call.operation().name()));
    cases.open(kind(attempt), attempt.toString(), row.payment(), "UNKNOWN", evidence);
  }

  @Transactional
  void close(AttemptRef attempt) {
    cases.settle(kind(attempt), attempt.toString(), "outcome-known");
    rows.deleteById(attempt.id());
  }

  private String kind(AttemptRef attempt) {
    return OutcomeCases.kindOf(calls.attempt(attempt));
  }

  private ClarificationRow row(AttemptRef attempt) {
    return rows.findById(attempt.id()).orElseThrow();
  }
}
