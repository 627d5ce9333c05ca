package vn.dvc.pay.payment.outcome;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.clarification.AttemptOwners;
import vn.dvc.pay.clarification.ClarificationService;
import vn.dvc.pay.clarification.ImmediateInquiry;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Has the bank asked at once on request, within limits for payers. */
@Service
class InquiryRequestService implements InquiryRequests {
  private static final int CONFLICTS = 5;

  private final AttemptOwners owners;
  private final ImmediateInquiry inquiries;
  private final InquiryRequestRepository requests;
  private final ClarificationService clarifications;
  private final PaymentRepository payments;
  private final Audit audit;
  private final DatabaseTime time;
  private final TransactionTemplate transaction;

  InquiryRequestService(
      AttemptOwners owners,
      ImmediateInquiry inquiries,
      InquiryRequestRepository requests,
      ClarificationService clarifications,
      PaymentRepository payments,
      Audit audit,
      DatabaseTime time,
      PlatformTransactionManager transactions) {
    this.owners = owners;
    this.inquiries = inquiries;
    this.requests = requests;
    this.clarifications = clarifications;
    this.payments = payments;
    this.audit = audit;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** If the scheduled inquiry starts at this very moment, it is enough. */
  @Override
  public Answer askNow(PaymentId payment, By by) {
    for (int conflict = 1; ; conflict++) {
      try {
        return transaction.execute(status -> ask(payment, by));
      } catch (UnexpectedRollbackException | ConcurrencyFailureException theOtherWasFirst) {
        if (conflict == CONFLICTS) {
          throw theOtherWasFirst;
        }
      }
    }
  }

  private Answer ask(PaymentId payment, By by) {
    payments.find(payment).orElseThrow(() -> Problem.notFound("payment-not-found"));
    var why = by.isPayer() ? null : Reason.of(by.reason());
    var attempts = inDoubt(payment);
    if (attempts.isEmpty()) {
      return new Answer(Result.NOT_IN_DOUBT, null);
    }
    attempts.forEach(owners::lock);
    payments.lock(payment);
    var next = requests.take(payment, by, time.now());
    if (next.isPresent()) {
      return new Answer(Result.TOO_EARLY, next.get());
    }
    attempts.forEach(inquiries::askNow);
    if (!by.isPayer()) {
      audit.write(by.actor(), "outcome-asked", payment.text(), why);
    }
    return new Answer(Result.ASKED, null);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Instant> nextInquiryAt(PaymentId payment) {
    return clarifications.nextInquiryAt(payment);
  }

  @Override
  @Transactional
  public void askAbout(AttemptRef attempt) {
    inquiries.askWithNews(attempt);
  }

  @Override
  @Transactional
  public void noteStatementLine(AttemptRef attempt, String line) {
    if (clarifications.noteStatementLine(attempt, line)) {
      inquiries.askWithNews(attempt);
    }
  }

  /** In the common lock order: reversals before their payment. */
  private List<AttemptRef> inDoubt(PaymentId payment) {
    return clarifications.attemptsInDoubt(payment).stream()
        .sorted(Comparator.comparing(owners::isOfItsPayment))
        .toList();
  }
}
