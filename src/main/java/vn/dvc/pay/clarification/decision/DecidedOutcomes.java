package vn.dvc.pay.clarification.decision;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.CaseUpForDecision;
import vn.dvc.pay.clarification.AttemptOwners;
import vn.dvc.pay.clarification.ImmediateInquiry;
import vn.dvc.pay.clarification.OutcomeCases;
import vn.dvc.pay.values.AttemptRef;

/** Carries out what two persons decided about an unknown outcome, within their transaction. */
@Component
public class DecidedOutcomes {
  private final AttemptOwners owners;
  private final BankCalls calls;
  private final ImmediateInquiry inquiries;

  DecidedOutcomes(AttemptOwners owners, BankCalls calls, ImmediateInquiry inquiries) {
    this.owners = owners;
    this.calls = calls;
    this.inquiries = inquiries;
  }

  /** Keeps the lock order: the attempt before the case. */
  @EventListener
  void lock(CaseUpForDecision file) {
    if (OutcomeCases.isOurs(file.kind())) {
      inquiries.lockIfInDoubt(AttemptRef.of(file.subject()));
    }
  }

  @EventListener
  void carryOut(CaseDecided decided) {
    if (!OutcomeCases.isOurs(decided.kind())) {
      return;
    }
    var attempt = AttemptRef.of(decided.subject());
    if (calls.attempt(attempt).state() == Attempt.State.UNKNOWN) {
      settle(attempt, decided);
    }
    // The answer to an inquiry in progress will be compared with the decision.
    inquiries.askNow(attempt);
  }

  private void settle(AttemptRef attempt, CaseDecided decided) {
    owners.lock(attempt);
    if (calls.lock(attempt).state() == Attempt.State.UNKNOWN) {
      var inDoubt =
          calls
              .unknownCall(attempt)
              .orElseThrow(() -> new IllegalStateException("No unknown call of attempt " + attempt))
              .operation();
      calls.settleUnknown(
          attempt, OutcomeCases.finding(decided.decision(), inDoubt), "case " + decided.id());
    }
  }
}
