package vn.dvc.pay.cases;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kind of case that every house with banks has. Rooms above contribute their own. */
@Configuration
class FirstKinds {

  /** The bank never said whether it moved the money, and somebody has asked it in person. */
  @Bean
  CaseKind unknownOutcome() {
    return new CaseKind("unknown-outcome", List.of("MONEY_MOVED", "NO_MONEY_MOVED"));
  }
}
