package vn.dvc.pay.payment.card;

import java.time.Instant;
import vn.dvc.pay.payment.record.CardDetails;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * How often, and how soon, a payer may have another OTP sent. The numbers come from otp-policy.dmn,
 * see {@link OtpPolicy}; a bank that sends none any more sets the rest to zero.
 *
 * @param left how many more the payer may ask for
 * @param earliest when the next one may be asked for
 */
record OtpResendLimit(int left, Instant earliest) {

  static OtpResendLimit of(CardDetails card) {
    return new OtpResendLimit(card.otpResendsLeft(), card.otpResendAt());
  }

  /**
   * @throws Problem no-resends-left, resend-too-early (409)
   */
  void requireAllowed(PaymentId payment, Instant now) {
    if (left == 0) {
      throw Problem.conflict("no-resends-left").with("payment", payment.text());
    }
    if (now.isBefore(earliest)) {
      throw Problem.conflict("resend-too-early").with("resendAt", earliest.toString());
    }
  }
}
