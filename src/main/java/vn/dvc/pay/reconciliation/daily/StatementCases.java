package vn.dvc.pay.reconciliation.daily;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.CaseKind;
import vn.dvc.pay.cases.Cases;

/** The cases of days whose statement does not come, or is none. */
@Component
class StatementCases {
  private static final String MISSING = "statement-missing";
  private static final String REFUSED = "statement-refused";

  private final Cases cases;

  StatementCases(Cases cases) {
    this.cases = cases;
  }

  void openMissing(DayOfBank day) {
    cases.open(MISSING, day.id(), null, "UNKNOWN", evidence(day));
  }

  void openRefused(DayOfBank day) {
    cases.open(REFUSED, day.id(), null, "UNKNOWN", evidence(day));
  }

  boolean anyOpen(String id) {
    return cases.isOpen(MISSING, id) || cases.isOpen(REFUSED, id);
  }

  /** A statement was taken in. */
  void settle(String id) {
    cases.settle(MISSING, id, "statement-taken");
    cases.settle(REFUSED, id, "statement-taken");
  }

  private static Map<String, String> evidence(DayOfBank day) {
    var known = new LinkedHashMap<String, String>();
    known.put("bank", day.bank());
    known.put("statementDay", day.day().toString());
    known.put("statementMissing", day.missing());
    known.put("fetches", Integer.toString(day.fetches()));
    return known;
  }

  /** Contributes the kinds; the bank is asked on, whatever is decided. */
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
  }
}
