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
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.book.PaymentBook;
import vn.dvc.pay.values.AttemptRef;

/**
 * Keeps asking the bank about an attempt in doubt, further and further apart, and at last a person.
 */
@Component
class Clarifications {
  static final String CASE_KIND = "unknown-outcome";

  private final ClarificationRepository rows;
  private final PaymentBook book;
  private final BankCalls calls;
  private final Cases cases;
  private final DatabaseTime time;

  Clarifications(
      ClarificationRepository rows,
      PaymentBook book,
      BankCalls calls,
      Cases cases,
      DatabaseTime time) {
    this.rows = rows;
    this.book = book;
    this.calls = calls;
    this.cases = cases;
    this.time = time;
  }

  @Transactional
  void begin(AttemptRef attempt) {
    var payment = book.lock(book.ofAttempt(attempt));
    var now = time.now();
    payment.moveTo(PaymentStatus.BEING_CHECKED, now);
    rows.save(new ClarificationRow(attempt.id(), payment.id().text(), now));
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
    row.askedInVain(time.now());
    return row.needsAPerson() && !cases.isOpen(CASE_KIND, attempt.toString())
        ? OutcomeVerdict.CASE_NEEDED
        : OutcomeVerdict.ASK_AGAIN;
  }

  @Transactional
  void openCase(AttemptRef attempt) {
    var row = row(attempt);
    var facts = calls.attempt(attempt);
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("bank", facts.bank());
    evidence.put("amount", Long.toString(facts.amount().dong()));
    evidence.put("attemptRef", attempt.toString());
    evidence.put("inquiries", Integer.toString(row.inquiries()));
    calls
        .unknownCall(attempt)
        .ifPresent(call -> evidence.put("operation", call.operation().name()));
    cases.open(CASE_KIND, attempt.toString(), row.payment(), "UNKNOWN", evidence);
  }

  @Transactional
  void close(AttemptRef attempt) {
    cases.settle(CASE_KIND, attempt.toString(), "outcome-known");
    rows.deleteById(attempt.id());
  }

  private ClarificationRow row(AttemptRef attempt) {
    return rows.findById(attempt.id()).orElseThrow();
  }
}
