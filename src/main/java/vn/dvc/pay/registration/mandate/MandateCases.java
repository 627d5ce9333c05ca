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
 * Cases for mandates that a bank neither ends nor activates despite repeated requests. Requests
 * continue while the case is open; the decision is read before the next one.
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

  /** Runs in the transaction that recorded the unsuccessful request. */
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

  /** Runs in the transaction of the decision. */
  @EventListener
  void carryOut(CaseDecided decided) {
    if (List.of(NOT_ENDED, NOT_ACTIVATED).contains(decided.kind())) {
      decisions.add(decided.subject(), decided.decision(), time.now());
    }
  }

  private static String kind(Operation operation) {
    return operation == Operation.END_MANDATE ? NOT_ENDED : NOT_ACTIVATED;
  }

  /** Registers the kinds of case. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    /** Options: keep requesting, or confirm that the bank has ended it by other means. */
    @Bean
    CaseKind mandateNotEnded() {
      return new CaseKind(NOT_ENDED, List.of(END_AGAIN, ENDED_OTHERWISE));
    }

    /** Options: keep requesting, or return the registration to its payer. */
    @Bean
    CaseKind mandateNotActivated() {
      return new CaseKind(NOT_ACTIVATED, List.of(ACTIVATE_AGAIN, GIVE_BACK));
    }
  }
}
