package vn.dvc.pay.payment.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.CaseKind;
import vn.dvc.pay.cases.CaseUpForDecision;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.payment.card.CardPaymentSteps.Verdict;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule.Tries;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/** Cases for holds that a bank does not release, and the decisions about them. */
@Component
class HoldCases {
  private static final String KIND = "hold-not-released";
  private static final String HOLD_RELEASED = "HOLD_RELEASED";
  private static final String RELEASE_AGAIN = "RELEASE_AGAIN";

  private final PaymentRepository payments;
  private final BankCalls attempts;
  private final Cases cases;
  private final Processes processes;
  private final DatabaseTime time;

  HoldCases(
      PaymentRepository payments,
      BankCalls attempts,
      Cases cases,
      Processes processes,
      DatabaseTime time) {
    this.payments = payments;
    this.attempts = attempts;
    this.cases = cases;
    this.processes = processes;
    this.time = time;
  }

  boolean isOpen(AttemptRef attempt) {
    return cases.isOpen(KIND, attempt.toString());
  }

  void open(Attempt attempt, Tries tries) {
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("bank", attempt.bank());
    evidence.put("amount", Evidence.dong(attempt.amount().dong()));
    evidence.put("attemptRef", attempt.ref().toString());
    evidence.put("releases", Integer.toString(tries.made()));
    evidence.put("releasesRefused", Integer.toString(tries.refused()));
    cases.open(KIND, attempt.ref().toString(), attempt.subject().id(), "HELD", evidence);
  }

  /** Closes the case once nothing is held: there is nothing left to decide. */
  void closeCase(AttemptRef attempt, Verdict stands) {
    if (stands == Verdict.ENDED || stands == Verdict.CAPTURED) {
      cases.settle(KIND, attempt.toString(), "outcome-known");
    }
  }

  /** Keeps the common lock order: the payment before the case. */
  @EventListener
  void lock(CaseUpForDecision file) {
    if (file.kind().equals(KIND)) {
      payments.lock(paymentOf(AttemptRef.of(file.subject())));
    }
  }

  /** Runs in the transaction of the decision. The process reads the result from our tables. */
  @EventListener
  void carryOut(CaseDecided decided) {
    if (!decided.kind().equals(KIND)) {
      return;
    }
    var attempt = AttemptRef.of(decided.subject());
    var payment = payments.lock(paymentOf(attempt));
    if (decided.decision().equals(HOLD_RELEASED)) {
      attempts.settleReleased(attempt, "case " + decided.id());
    } else {
      payment.card().voidAt(time.now());
    }
    try {
      processes.sendMessage(payment.processInstance(), "holdDecided", Map.of());
    } catch (NotWaiting aReleaseIsUnderWay) {
      endDoubt(attempt); // its answer or the next inquiry is checked against the decision
    }
  }

  private PaymentId paymentOf(AttemptRef attempt) {
    return PaymentId.of(attempts.attempt(attempt).subject().id());
  }

  private void endDoubt(AttemptRef attempt) {
    try {
      processes.sendMessageByKey("clarify-outcome", attempt.toString(), "outcomeNoticed");
    } catch (NotWaiting nobodyAsksJustNow) {
      // The call under way continues the process.
    }
  }

  /** Registers the kind of case. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    /**
     * Options: request the release once more now, or accept the bank's confirmation that it holds
     * nothing.
     */
    @Bean
    CaseKind holdNotReleased() {
      return new CaseKind(KIND, List.of(RELEASE_AGAIN, HOLD_RELEASED));
    }
  }
}
