package vn.dvc.pay.reversal.process;

import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.AttemptOwner;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.reversal.record.ReversalRepository;
import vn.dvc.pay.values.AttemptRef;

/** What an outcome in doubt, and its finding, mean for a reversal. */
@Component
class ReversalAttempts implements AttemptOwner {
  private final ReversalRepository book;

  ReversalAttempts(ReversalRepository book) {
    this.book = book;
  }

  @Override
  public boolean owns(String subject) {
    return subject.startsWith("V");
  }

  @Override
  public void lock(String subject) {
    book.lock(subject);
  }

  @Override
  public void inDoubt(String subject, AttemptRef attempt) {
    book.lock(subject).inDoubt();
  }

  @Override
  public void found(String subject, AttemptRef attempt, BankAnswer.Approved finding) {
    if (finding.reason() != null) {
      book.lock(subject).declined(finding.reason());
    }
  }

  @Override
  public String paymentOf(String subject) {
    return book.paymentOf(subject).orElse(null);
  }
}
