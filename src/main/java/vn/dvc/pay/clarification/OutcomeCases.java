package vn.dvc.pay.clarification;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.CaseKind;

/** The cases of outcomes that no bank would tell, and what each decision means for the attempt. */
@Configuration(proxyBeanMethods = false)
public class OutcomeCases {
  private static final String MONEY = "unknown-outcome";
  private static final String MANDATE = "unknown-mandate";

  /** Whether the bank moved the money, according to somebody who asked it in person. */
  @Bean
  CaseKind unknownOutcome() {
    return new CaseKind(MONEY, List.of("MONEY_MOVED", "NO_MONEY_MOVED"));
  }

  /** Whether the mandate is in force at the bank. */
  @Bean
  CaseKind unknownMandate() {
    return new CaseKind(MANDATE, List.of("MANDATE_IN_FORCE", "NO_MANDATE"));
  }

  static String kindOf(Attempt attempt) {
    return attempt.amount() == null ? MANDATE : MONEY;
  }

  public static boolean isOurs(String kind) {
    return kind.equals(MONEY) || kind.equals(MANDATE);
  }

  public static boolean saysNoMoneyMoved(CaseDecided decided) {
    return decided.kind().equals(MONEY) && decided.decision().equals("NO_MONEY_MOVED");
  }

  public static TransactionState finding(String decision, Operation inDoubt) {
    return switch (decision) {
      case "MONEY_MOVED" ->
          switch (inDoubt) {
            case DEBIT -> TransactionState.DEBITED;
            case REVERSAL -> TransactionState.REVERSED;
            default -> TransactionState.CAPTURED;
          };
      case "MANDATE_IN_FORCE" -> TransactionState.AUTHORISED;
      case "NO_MANDATE" ->
          inDoubt == Operation.END_MANDATE ? TransactionState.VOIDED : TransactionState.NOT_FOUND;
      // No money moved, yet a card's bank may hold the amount, so a possible hold is released.
      case "NO_MONEY_MOVED" ->
          switch (inDoubt) {
            case AUTHORISE, OTP, RESEND -> TransactionState.PENDING_OTP;
            case CAPTURE, VOID -> TransactionState.AUTHORISED;
            default -> TransactionState.NOT_FOUND;
          };
      default ->
          throw new IllegalArgumentException("Unknown decision about an outcome: " + decision);
    };
  }
}
