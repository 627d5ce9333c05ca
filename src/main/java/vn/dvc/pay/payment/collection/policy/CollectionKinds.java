package vn.dvc.pay.payment.collection.policy;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvc.pay.cases.CaseKind;

/** The kinds of collection case, and the possible decisions for each. */
@Configuration(proxyBeanMethods = false)
public class CollectionKinds {
  /** What the table says where no case is needed. */
  static final String NONE = "NONE";

  static final String WRONG_AMOUNT = "collection-wrong-amount";
  static final String UNKNOWN_CODE = "collection-unknown-code";
  static final String AFTER_END = "collection-after-end";
  static final String SECOND = "collection-second";
  public static final String DOUBTFUL = "collection-doubtful";
  static final String CANNOT_PAY = "collection-cannot-pay";
  public static final String ACCEPT = "ACCEPT";
  static final String REVERSE = "REVERSE";
  public static final String TOP_UP = "TOP_UP";

  private static final Set<String> OURS =
      Set.of(WRONG_AMOUNT, UNKNOWN_CODE, AFTER_END, SECOND, DOUBTFUL, CANNOT_PAY);

  /** Too small an amount never pays: it is kept until the rest comes in, or goes back. */
  @Bean
  CaseKind collectionWrongAmount() {
    return new CaseKind(WRONG_AMOUNT, List.of(TOP_UP, REVERSE));
  }

  /** To accept one, the reason must contain the code of the payment that it is for. */
  @Bean
  CaseKind collectionUnknownCode() {
    return new CaseKind(UNKNOWN_CODE, List.of(ACCEPT, REVERSE));
  }

  @Bean
  CaseKind collectionAfterEnd() {
    return new CaseKind(AFTER_END, List.of(ACCEPT, REVERSE));
  }

  /** It can only go back: nothing is owed any more. */
  @Bean
  CaseKind collectionSecond() {
    return new CaseKind(SECOND, List.of(REVERSE));
  }

  /** The amount is enough, but the account is wrong or the date impossible. */
  @Bean
  CaseKind collectionDoubtful() {
    return new CaseKind(DOUBTFUL, List.of(ACCEPT, REVERSE));
  }

  /** Too little for a payment that has ended, or its dossiers can no longer be paid by it. */
  @Bean
  CaseKind collectionCannotPay() {
    return new CaseKind(CANNOT_PAY, List.of(REVERSE));
  }

  public static boolean isOurs(String kind) {
    return OURS.contains(kind);
  }
}
