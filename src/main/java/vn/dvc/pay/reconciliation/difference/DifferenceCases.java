package vn.dvc.pay.reconciliation.difference;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvc.pay.cases.CaseKind;
import vn.dvc.pay.reconciliation.LineClass;

/** The kinds of difference case, and the possible decisions for each. */
@Configuration(proxyBeanMethods = false)
class DifferenceCases {
  static final String TAKE_IN = "TAKE_IN";
  static final String REVERSE = "REVERSE";
  static final String ACKNOWLEDGED = "ACKNOWLEDGED";
  private static final String PREFIX = "statement-";

  @Bean
  CaseKind statementBankOnly() {
    return new CaseKind(kindOf(LineClass.BANK_ONLY), List.of(TAKE_IN, REVERSE, ACKNOWLEDGED));
  }

  @Bean
  CaseKind statementDuplicate() {
    return new CaseKind(kindOf(LineClass.DUPLICATE), List.of(REVERSE, ACKNOWLEDGED));
  }

  @Bean
  CaseKind statementOursOnly() {
    return new CaseKind(kindOf(LineClass.OURS_ONLY), List.of(ACKNOWLEDGED));
  }

  @Bean
  CaseKind statementAmountDiffers() {
    return new CaseKind(kindOf(LineClass.AMOUNT_DIFFERS), List.of(ACKNOWLEDGED));
  }

  @Bean
  CaseKind statementUnreadable() {
    return new CaseKind(kindOf(LineClass.UNREADABLE), List.of(ACKNOWLEDGED));
  }

  static String kindOf(LineClass kind) {
    return PREFIX + kind.word();
  }

  static boolean isOurs(String kind, String subject) {
    return kind.startsWith(PREFIX) && subject.startsWith("D");
  }
}
