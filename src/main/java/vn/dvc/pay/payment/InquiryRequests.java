package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/**
 * Inquires at the bank about a payment in doubt at once, ahead of the schedule. No request is
 * repeated, and the schedule itself does not change.
 */
public interface InquiryRequests {

  /**
   * Inquires at once about everything in doubt in this payment. Payers are limited to one request a
   * minute and a daily maximum, counted in the database; staff are not limited, but every request
   * goes into the audit trail.
   *
   * @throws vn.dvc.pay.values.Problem payment-not-found (404); for staff also reason-missing,
   *     reason-too-long (422)
   */
  Answer askNow(PaymentId payment, By by);

  /** When the next scheduled inquiry is due, empty if nothing in the payment is in doubt. */
  Optional<Instant> nextInquiryAt(PaymentId payment);

  /** Inquires at once about one attempt; a no-op if it is not in doubt. */
  void askAbout(AttemptRef attempt);

  /**
   * Reports a statement line about an attempt in doubt: the line is added to its case, and an
   * inquiry is sent at once. A no-op if the attempt is not in doubt.
   *
   * @param line what the statement says, as text for people
   */
  void noteStatementLine(AttemptRef attempt, String line);

  /**
   * Who asks for the inquiry.
   *
   * @param actor the member of staff, null for the payer
   * @param reason the staff member's reason, null for the payer
   */
  record By(@Nullable String actor, @Nullable String reason) {
    public static By payer() {
      return new By(null, null);
    }

    public static By staff(String actor, String reason) {
      return new By(actor, reason);
    }

    public boolean isPayer() {
      return actor == null;
    }
  }

  /**
   * @param next when the payer may ask again; set only for TOO_EARLY
   */
  record Answer(Result result, @Nullable Instant next) {}

  /** How the request was answered. */
  enum Result {
    ASKED,
    TOO_EARLY,
    NOT_IN_DOUBT
  }
}
