package vn.dvc.bench.plain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of our models on the way of a good payment. They do nothing but say what the model
 * wants to hear, and tell us where a payment is.
 */
@Configuration(proxyBeanMethods = false)
public class EmptySteps {
  /** What the bank's approval is called in our models. */
  static final Map<String, String> VERDICTS =
      Map.of(
          "authoriseCard", "OTP_AWAITED",
          "verifyOtp", "AUTHORISED",
          "captureCard", "CAPTURED",
          "debitAccount", "DEBITED");

  @Bean
  Card cardPayment(Progress progress) {
    return new Card(progress);
  }

  @Bean
  Account accountPayment() {
    return new Account();
  }

  @Bean
  Counter counterPayment() {
    return new Counter();
  }

  @Bean
  Settlement settleDossiers(Progress progress) {
    return new Settlement(progress);
  }

  private static String later() {
    return Instant.now().plus(1, ChronoUnit.DAYS).toString();
  }

  /** The steps of card-payment.bpmn. */
  public record Card(Progress progress) {
    public void openCardEntry(String paymentId) {
      // Nothing.
    }

    public String windowEnds(String paymentId) {
      return later();
    }

    public String otpExpires(String paymentId) {
      progress.waitsForOtp(paymentId);
      return later();
    }

    public String prepareCapture(String paymentId) {
      return "AUTHORISED";
    }
  }

  /** The steps of account-payment.bpmn. */
  public record Account() {
    public String prepareDebit(String paymentId) {
      return "PREPARED";
    }
  }

  /** The steps of counter-payment.bpmn. */
  public record Counter() {
    public void openInstruction(String paymentId) {
      // Nothing.
    }

    public String reminderDue(String paymentId) {
      return later();
    }

    public String windowEnds(String paymentId) {
      return later();
    }

    public String checkCollection(String paymentId) {
      return "COLLECTED";
    }
  }

  /** The step of settle-dossiers.bpmn. */
  public record Settlement(Progress progress) {
    public void settlePayment(String paymentId) {
      progress.isPaid(paymentId);
    }
  }
}
