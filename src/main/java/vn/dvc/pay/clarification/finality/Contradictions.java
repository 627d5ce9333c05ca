package vn.dvc.pay.clarification.finality;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.AnswerContradicted;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.CaseKind;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.clarification.AttemptOwners;

/** Tells people of an answer that does not fit what is settled: it changes nothing by itself. */
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

  /** In the transaction that hears it: what is not told now is never told. */
  @EventListener
  void tell(AnswerContradicted answer) {
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

  /** Contributes the kind. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    /** Two persons have cleared it up with the bank; what moves money has cases of its own. */
    @Bean
    CaseKind bankContradiction() {
      return new CaseKind(KIND, List.of("ACKNOWLEDGED"));
    }
  }
}
