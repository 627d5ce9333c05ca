package vn.dvc.pay.reversal.process;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt.Subject.OfReversal;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.clarification.AttemptOwner;
import vn.dvc.pay.reversal.record.ReversalRepository;
import vn.dvc.pay.values.AttemptRef;

/** Applies unknown outcomes, and what is found out about them, to reversals. */
@Component
class ReversalAttempts implements AttemptOwner<OfReversal> {
  private final ReversalRepository reversals;

  ReversalAttempts(ReversalRepository reversals) {
    this.reversals = reversals;
  }

  @Override
  public Class<OfReversal> subjects() {
    return OfReversal.class;
  }

  @Override
  public void lock(OfReversal subject) {
    reversals.lock(subject.id());
  }

  @Override
  public void outcomeUnknown(OfReversal subject, AttemptRef attempt) {
    reversals.lock(subject.id()).outcomeUnknown();
  }

  @Override
  public void outcomeFound(OfReversal subject, AttemptRef attempt, BankAnswer.Approved finding) {
    if (finding.reason() != null) {
      reversals.lock(subject.id()).decline(finding.reason());
    }
  }

  @Override
  public @Nullable String paymentOf(OfReversal subject) {
    return reversals.paymentOf(subject.id()).orElse(null);
  }
}
