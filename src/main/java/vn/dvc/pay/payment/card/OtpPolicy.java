package vn.dvc.pay.payment.card;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Decisions;
import vn.dvc.pay.payment.record.CardDetails;

/** What otp-policy.dmn rules for the codes of one bank: asked once a card, kept on the payment. */
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
