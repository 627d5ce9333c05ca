package vn.dvc.pay.mailing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to a payer, as the payer sees it listed.
 *
 * @param subject the payment or registration that it is about; null for a code
 */
public record Mailing(
    MailingKind kind,
    Channel channel,
    String address,
    @Nullable String subject,
    Instant createdAt,
    State state) {

  /** How far a message has come. */
  public enum State {
    ON_ITS_WAY,
    SENT,
    /** The mail server or the gateway did not take it, or refused the address. */
    FAILED
  }

  /** Where the payer sees more about it; null if there is nothing more. */
  public @Nullable String page() {
    if (subject == null) {
      return null;
    }
    return (subject.startsWith("R") ? "/registrations/" : "/payments/") + subject;
  }
}
