package vn.dvc.sandbox.bank.cards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.attempts.CardAttempt;
import vn.dvc.sandbox.bank.attempts.PendingOtp;
import vn.dvc.sandbox.bank.attempts.Result;
import vn.dvc.sandbox.bank.state.Sms;
import vn.dvc.sandbox.signing.SandboxBankKeys;

/** One-time codes: random, sent only by SMS, stored here only as a keyed hash. */
@Component
class Codes {

  private static final Duration MAX_VALIDITY = Duration.ofSeconds(180);

  private final SecureRandom random = new SecureRandom();

  /** A new code for a transaction, and the message that delivers it. */
  Sent send(
      SandboxSettings.Bank bank,
      SandboxBankKeys keys,
      CardAttempt transaction,
      int resendsLeft,
      Instant now) {
    String code = String.format("%06d", random.nextInt(1_000_000));
    Duration validity =
        bank.otp().validity().compareTo(MAX_VALIDITY) > 0 ? MAX_VALIDITY : bank.otp().validity();
    PendingOtp pending =
        new PendingOtp(
            hash(keys, transaction, code),
            "******" + bank.phone().substring(bank.phone().length() - 3),
            now.plus(validity),
            bank.otp().tries(),
            resendsLeft);
    String text =
        "%s: Quý khách đang nộp phí, lệ phí dịch vụ công, số tiền %s đồng, thẻ ***%s, mã thanh toán %s. Mã OTP: %s, hiệu lực %d giây. Không cung cấp mã này cho bất kỳ ai."
            .formatted(
                bank.name(),
                NumberFormat.getIntegerInstance(new Locale("vi", "VN"))
                    .format(transaction.amount()),
                transaction.last4(),
                transaction.payment(),
                code,
                validity.toSeconds());
    return new Sent(
        pending,
        validity.toSeconds(),
        new Sms(bank.phone(), text, code, transaction.attemptRef(), now));
  }

  boolean matches(SandboxBankKeys keys, CardAttempt transaction, String entered) {
    return MessageDigest.isEqual(
        transaction.otp().hash().getBytes(StandardCharsets.US_ASCII),
        hash(keys, transaction, entered).getBytes(StandardCharsets.US_ASCII));
  }

  private static String hash(SandboxBankKeys keys, CardAttempt transaction, String code) {
    return keys.hash("otp " + transaction.attemptRef(), code);
  }

  record Sent(PendingOtp otp, long validSeconds, Sms sms) {
    Result.OtpSent told() {
      return new Result.OtpSent(otp.sentTo(), validSeconds, otp.triesLeft());
    }
  }
}
