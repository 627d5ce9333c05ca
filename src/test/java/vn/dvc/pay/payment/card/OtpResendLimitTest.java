package vn.dvc.pay.payment.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** How often and how soon a payer may have another OTP sent. */
@Tag("fast")
class OtpResendLimitTest {
  private static final Instant EARLIEST = Instant.parse("2026-11-24T08:05:00Z");
  private static final PaymentId PAYMENT = PaymentId.of("P0123456789ABCDEF0123456789ABCDEF");

  @Test
  void anotherOtpMayBeSentFromItsEarliestTimeOn() {
    var limit = new OtpResendLimit(1, EARLIEST);
    assertThatCode(() -> limit.requireAllowed(PAYMENT, EARLIEST)).doesNotThrowAnyException();
  }

  @Test
  void payerWhoAsksTooEarlyLearnsTheEarliestTime() {
    refused(new OtpResendLimit(1, EARLIEST), "resend-too-early", "resendAt", EARLIEST.toString());
  }

  @Test
  void whenNoResendIsLeftNoTimeIsPromised() {
    refused(new OtpResendLimit(0, EARLIEST), "no-resends-left", "payment", PAYMENT.text());
  }

  private static void refused(OtpResendLimit limit, String code, String fact, String value) {
    assertThatThrownBy(() -> limit.requireAllowed(PAYMENT, EARLIEST.minusMillis(1)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.facts()).isEqualTo(Map.of(fact, value));
            });
  }
}
