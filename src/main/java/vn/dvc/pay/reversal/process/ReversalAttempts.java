package vn.dvc.pay.reversal.process;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.clarification.AttemptOwner;
import vn.dvc.pay.reversal.record.ReversalRepository;
import vn.dvc.pay.values.AttemptRef;

/** Applies unknown outcomes, and what is found out about them, to reversals. */
@Component
class ReversalAttempts implements AttemptOwner {
  private final ReversalRepository reversals;

  ReversalAttempts(ReversalRepository reversals) {
    this.reversals = reversals;
  }

  @Override
  public boolean owns(String subject) {
    return subject.startsWith("V");
  }

  @Override
  public void lock(String subject) {
    reversals.lock(subject);
  }

  @Override
  public void outcomeUnknown(String subject, AttemptRef attempt) {
    reversals.lock(subject).outcomeUnknown();
  }

  @Override
  public void outcomeFound(String subject, AttemptRef attempt, BankAnswer.Approved finding) {
    if (finding.reason() != null) {
      reversals.lock(subject).decline(finding.reason());
    }
  }

  @Override
  public @Nullable String paymentOf(String subject) {
    return reversals.paymentOf(subject).orElse(null);
  }
}
