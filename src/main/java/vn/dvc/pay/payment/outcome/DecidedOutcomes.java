package vn.dvc.pay.payment.outcome;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.values.AttemptRef;

/** Carries out what two persons decided about an unknown outcome, in their transaction. */
@Component
class DecidedOutcomes {
  private final Owners owners;
  private final BankCalls calls;
  private final Processes processes;

  DecidedOutcomes(Owners owners, BankCalls calls, Processes processes) {
    this.owners = owners;
    this.calls = calls;
    this.processes = processes;
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
    try {
      processes.tellKeyed("clarify-outcome", attempt.toString(), "outcomeNoticed");
    } catch (NotWaiting anInquiryIsUnderWay) {
      // Its answer will be recorded on an attempt that is certain by now, and so closes the matter.
    }
  }

  private void settle(AttemptRef attempt, CaseDecided decided) {
    owners.lock(attempt);
    if (calls.lock(attempt).state() == Attempt.State.UNKNOWN) {
      var inDoubt = calls.unknownCall(attempt).orElseThrow().operation();
      calls.settleUnknown(
          attempt, OutcomeCases.finding(decided.decision(), inDoubt), "case " + decided.id());
    }
  }
}
