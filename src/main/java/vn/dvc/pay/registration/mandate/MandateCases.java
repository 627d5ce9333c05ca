package vn.dvc.pay.registration.mandate;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.CaseKind;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule.Tries;

/**
 * The cases of mandates that a bank neither ends nor puts into force though it is asked again and
 * again. The bank goes on being asked beside the open case; what two persons decide is read before
 * the next time.
 */
@Component
class MandateCases {
  private static final String NOT_ENDED = "mandate-not-ended";
  private static final String NOT_ACTIVATED = "mandate-not-activated";
  private static final String END_AGAIN = "END_AGAIN";
  private static final String ENDED_OTHERWISE = "ENDED_OTHERWISE";
  private static final String ACTIVATE_AGAIN = "ACTIVATE_AGAIN";
  private static final String GIVE_BACK = "GIVE_BACK";

  private final Cases cases;
  private final MandateDecisionRepository decisions;
  private final DatabaseTime time;

  MandateCases(Cases cases, MandateDecisionRepository decisions, DatabaseTime time) {
    this.cases = cases;
    this.decisions = decisions;
    this.time = time;
  }

  /** In the transaction that found out that the bank did not do it. */
  void open(Operation operation, RegistrationEntity registration, Tries tries) {
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("bank", registration.newest().account().bank());
    evidence.put("payer", registration.payer().name() + " · " + registration.payer().id());
    evidence.put("mandate", registration.bank().mandateReference());
    evidence.put("requests", String.valueOf(tries.made()));
    evidence.put("bankRefuses", registration.bank().lastDecline());
    evidence.put("attemptRef", registration.bank().mandate().toString());
    evidence.values().removeIf(value -> value == null);
    cases.open(kind(operation), registration.id().text(), null, "NOT_MOVED", evidence);
  }

  void settle(Operation operation, RegistrationEntity registration) {
    cases.settle(kind(operation), registration.id().text(), "mandate-known");
  }

  boolean isEndedOtherwise(RegistrationEntity registration) {
    return decisions.isMade(registration, ENDED_OTHERWISE);
  }

  boolean isGivenBack(RegistrationEntity registration) {
    return decisions.isMade(registration, GIVE_BACK);
  }

  /** In the transaction of the two persons. */
  @EventListener
  void carryOut(CaseDecided decided) {
    if (List.of(NOT_ENDED, NOT_ACTIVATED).contains(decided.kind())) {
      decisions.add(decided.subject(), decided.decision(), time.now());
    }
  }

  private static String kind(Operation operation) {
    return operation == Operation.END_MANDATE ? NOT_ENDED : NOT_ACTIVATED;
  }

  /** Contributes the kinds. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    /** Go on asking, or vouch that the bank ended it by another way. */
    @Bean
    CaseKind mandateNotEnded() {
      return new CaseKind(NOT_ENDED, List.of(END_AGAIN, ENDED_OTHERWISE));
    }

    /** Go on asking, or give the registration back to its payer. */
    @Bean
    CaseKind mandateNotActivated() {
      return new CaseKind(NOT_ACTIVATED, List.of(ACTIVATE_AGAIN, GIVE_BACK));
    }
  }
}
