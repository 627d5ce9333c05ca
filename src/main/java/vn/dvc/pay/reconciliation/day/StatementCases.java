package vn.dvc.pay.reconciliation.day;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.CaseKind;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.engine.watch.StuckSteps.StuckStep;

/** Cases for days whose statement is missing or unusable, or whose process is stuck. */
@Component
class StatementCases {
  static final String STUCK = "statement-stuck";
  private static final String MISSING = "statement-missing";
  private static final String REFUSED = "statement-refused";

  private final Cases cases;

  StatementCases(Cases cases) {
    this.cases = cases;
  }

  /**
   * If the bank keeps delivering another day's file, the statement counts as refused, not as
   * missing.
   */
  void openMissing(DayOfBank day) {
    open(day.statementOf() == null ? MISSING : REFUSED, day, evidence(day));
  }

  void openRefused(DayOfBank day) {
    open(REFUSED, day, evidence(day));
  }

  void openStuck(DayOfBank day, Optional<StuckStep> step) {
    if (cases.isOpen(STUCK, day.id())) {
      return;
    }
    var known = evidence(day);
    if (day.runsSince() != null) {
      known.put("runsSince", Evidence.when(day.runsSince()));
    }
    step.ifPresent(it -> known.put("stuckStep", it.name() + ": " + it.cause()));
    open(STUCK, day, known);
  }

  static boolean isOurs(String kind) {
    return List.of(MISSING, REFUSED, STUCK).contains(kind);
  }

  boolean anyOpen(String id) {
    return cases.isOpen(MISSING, id) || cases.isOpen(REFUSED, id) || cases.isOpen(STUCK, id);
  }

  /** Settles the case, because a statement has been imported. */
  void settle(String id) {
    cases.settle(MISSING, id, "statement-taken");
    cases.settle(REFUSED, id, "statement-taken");
  }

  /** Settles the case, because the process continues. */
  void settleStuck(String id) {
    cases.settle(STUCK, id, "day-goes-on");
  }

  private void open(String kind, DayOfBank day, Map<String, String> evidence) {
    cases.open(kind, day.id(), null, "UNKNOWN", evidence);
  }

  private static Map<String, String> evidence(DayOfBank day) {
    var known = new LinkedHashMap<String, String>();
    known.put("bank", day.bank());
    known.put("statementDay", Evidence.day(day.day()));
    known.put("statementMissing", day.missing());
    if (day.statementOf() != null) {
      known.put("statementOf", Evidence.day(day.statementOf()));
    }
    known.put("fetches", Integer.toString(Math.max(day.fetches(), day.incomplete())));
    return known;
  }

  /** Registers the kinds of case. The statement is requested further, whatever is decided. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    @Bean
    CaseKind statementMissing() {
      return new CaseKind(MISSING, List.of("ACKNOWLEDGED"));
    }

    @Bean
    CaseKind statementRefused() {
      return new CaseKind(REFUSED, List.of("ACKNOWLEDGED"));
    }

    @Bean
    CaseKind statementStuck() {
      return new CaseKind(STUCK, List.of("RUN_AGAIN"));
    }
  }
}
