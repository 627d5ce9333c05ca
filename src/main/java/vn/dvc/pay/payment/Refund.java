package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/**
 * An immutable snapshot of a refund: a request to return the fees of some dossiers of a paid
 * payment.
 *
 * @param id H and 32 hexadecimal digits
 * @param amount the amount to return: the sum of the lines, unless the payment was paid by a
 *     collection of another amount
 * @param reason why it was requested
 * @param rejection why it was rejected, null otherwise
 */
public record Refund(
    String id,
    PaymentId payment,
    Status status,
    List<Line> lines,
    Money amount,
    String reason,
    @Nullable String rejection,
    List<StatusChange> history) {

  /** One dossier with its receipt number and fees. */
  public record Line(DossierCode dossier, @Nullable String receipt, Money amount) {}

  public record StatusChange(Status status, Instant at) {}

  /** The status of a refund. The portal API uses the same words in lower case. */
  public enum Status {
    /** Two persons must decide about it. */
    REQUESTED,
    /** The bank is to return the money. */
    REFUNDING,
    REFUNDED,
    REJECTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
