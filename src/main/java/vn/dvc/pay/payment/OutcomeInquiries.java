package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.Optional;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/**
 * Asking the bank now about a payment in doubt, instead of at the next inquiry of the schedule.
 * Only asking: nothing is sent again, and the schedule goes on as it was.
 */
public interface OutcomeInquiries {

  /**
   * Has the bank asked at once about all that is in doubt of this payment. Payers may do so once a
   * minute and only so often a day, as our database counts; staff as they need, and it is written
   * into the audit trail.
   *
   * @throws vn.dvc.pay.values.Problem payment-not-found (404); of staff reason-missing,
   *     reason-too-long (422)
   */
  Answer askNow(PaymentId payment, By by);

  /** When the bank is asked next of itself, empty where nothing of the payment is in doubt. */
  Optional<Instant> nextInquiryAt(PaymentId payment);

  /** Has the bank asked at once about one attempt; a no-op where it is not in doubt. */
  void askAbout(AttemptRef attempt);

  /**
   * A statement of the bank tells of an attempt that we are asking about: persons see the line in
   * its case, and the bank is asked at once. A no-op where the attempt is not in doubt.
   *
   * @param line what the statement says, as text for people
   */
  void noteStatementLine(AttemptRef attempt, String line);

  /**
   * Who wants it.
   *
   * @param actor the member of staff, null where the payer does
   * @param reason why, null where the payer does
   */
  record By(String actor, String reason) {
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
   * @param next from when a payer may ask again, null except of TOO_EARLY
   */
  record Answer(Result result, Instant next) {}

  /** What came of it. */
  enum Result {
    ASKED,
    TOO_EARLY,
    NOT_IN_DOUBT
  }
}
