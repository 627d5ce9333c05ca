package vn.dvc.pay.payment.collection;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvc.pay.cases.CaseKind;

/** The kinds of case that a collection can be, and what two persons may decide of each. */
@Configuration(proxyBeanMethods = false)
class CollectionKinds {
  static final String WRONG_AMOUNT = "collection-wrong-amount";
  static final String UNKNOWN_CODE = "collection-unknown-code";
  static final String AFTER_END = "collection-after-end";
  static final String SECOND = "collection-second";
  static final String ACCEPT = "ACCEPT";
  static final String REVERSE = "REVERSE";

  private static final Set<String> OURS = Set.of(WRONG_AMOUNT, UNKNOWN_CODE, AFTER_END, SECOND);

  @Bean
  CaseKind collectionWrongAmount() {
    return new CaseKind(WRONG_AMOUNT, List.of(ACCEPT, REVERSE));
  }

  /** To accept one, the reason names the code of the payment that it is for. */
  @Bean
  CaseKind collectionUnknownCode() {
    return new CaseKind(UNKNOWN_CODE, List.of(ACCEPT, REVERSE));
  }

  @Bean
  CaseKind collectionAfterEnd() {
    return new CaseKind(AFTER_END, List.of(ACCEPT, REVERSE));
  }

  /** Nothing is owed any more, so there is nothing that it could be accepted for. */
  @Bean
  CaseKind collectionSecond() {
    return new CaseKind(SECOND, List.of(REVERSE));
  }

  static boolean isOurs(String kind) {
    return OURS.contains(kind);
  }
}
