package vn.dvc.pay.payment.outcome;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.values.AttemptRef;

/** Carries out what two persons decided about an unknown outcome, in their transaction. */
@Component
class DecidedOutcomes {
  private final BankCalls calls;
  private final Processes processes;

  DecidedOutcomes(BankCalls calls, Processes processes) {
    this.calls = calls;
    this.processes = processes;
  }

  @EventListener
  void carryOut(CaseDecided decided) {
    if (!decided.kind().equals(Clarifications.CASE_KIND)) {
      return;
    }
    var attempt = AttemptRef.of(decided.subject());
    if (calls.lock(attempt).state() == Attempt.State.UNKNOWN) {
      calls.settleUnknown(attempt, finding(decided.decision()), "case " + decided.id());
    }
    try {
      processes.tellKeyed("clarify-outcome", attempt.toString(), "outcomeNoticed");
    } catch (NotWaiting anInquiryIsUnderWay) {
      // Its answer will be recorded on an attempt that is certain by now, and so closes the matter.
    }
  }

  private static TransactionState finding(String decision) {
    return switch (decision) {
      case "MONEY_MOVED" -> TransactionState.CAPTURED;
      case "NO_MONEY_MOVED" -> TransactionState.NOT_FOUND;
      default -> throw new IllegalArgumentException("No outcome is called " + decision);
    };
  }
}
