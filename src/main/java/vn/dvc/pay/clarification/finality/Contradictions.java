package vn.dvc.pay.clarification.finality;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.LateAnswer.AnswerContradicted;
import vn.dvc.pay.cases.CaseKind;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.clarification.AttemptOwners;

/**
 * Opens a case for an answer that contradicts a settled attempt; the answer itself changes nothing.
 */
@Component
class Contradictions {
  private static final String KIND = "bank-contradiction";

  private final BankCalls calls;
  private final AttemptOwners owners;
  private final Cases cases;

  Contradictions(BankCalls calls, AttemptOwners owners, Cases cases) {
    this.calls = calls;
    this.owners = owners;
    this.cases = cases;
  }

  /** Runs in the transaction that receives the answer: a report lost now would never be made. */
  @EventListener
  void openCase(AnswerContradicted answer) {
    var attempt = calls.attempt(answer.attempt());
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("bank", attempt.bank());
    if (attempt.amount() != null) {
      evidence.put("amount", Evidence.dong(attempt.amount().dong()));
    }
    evidence.put("attemptRef", attempt.ref().toString());
    evidence.put("answeredOperation", answer.operation().name());
    evidence.put("ourState", attempt.state().name());
    if (answer.bank() != null) {
      evidence.put("bankState", answer.bank().name());
    }
    cases.open(KIND, attempt.ref().toString(), owners.paymentOf(attempt), "UNKNOWN", evidence);
  }

  /** Contributes the case kind. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    /** Two persons clear it up with the bank; anything that moves money has its own cases. */
    @Bean
    CaseKind bankContradiction() {
      return new CaseKind(KIND, List.of("ACKNOWLEDGED"));
    }
  }
}
