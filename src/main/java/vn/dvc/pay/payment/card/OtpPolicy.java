package vn.dvc.pay.payment.card;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Decisions;
import vn.dvc.pay.engine.ReadsTable;
import vn.dvc.pay.engine.ReadsTable.Column;
import vn.dvc.pay.payment.record.CardDetails;

/**
 * Evaluates otp-policy.dmn for one bank. It is evaluated once per card; the result is stored with
 * the payment.
 */
@ReadsTable(
    value = "otp-policy",
    inputs = @Column(name = "bank", type = String.class),
    outputs = {
      @Column(name = "validSeconds", type = int.class, least = 30, most = 300),
      @Column(name = "tries", type = int.class, least = 1, most = 10),
      @Column(name = "resends", type = int.class, least = 0, most = 10),
      @Column(name = "resendPauseSeconds", type = int.class, least = 0, most = 3600)
    })
@Component
class OtpPolicy {
  private final Decisions decisions;

  OtpPolicy(Decisions decisions) {
    this.decisions = decisions;
  }

  void ruleFor(CardDetails card, String bank) {
    var decision = decisions.decide("otp-policy", Map.of("bank", bank));
    card.otpRules(
        decision.source(),
        decision.number("validSeconds"),
        decision.number("tries"),
        decision.number("resends"),
        decision.number("resendPauseSeconds"));
  }
}
