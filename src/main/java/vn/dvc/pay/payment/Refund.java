package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/**
 * A wish to give the fees of some dossiers of a paid payment back, as the edges show it: a
 * snapshot, not a handle.
 *
 * @param id H and 32 hexadecimal digits
 * @param amount what goes back: the lines' sum, unless the payment was paid by a collection of
 *     another amount
 * @param reason why it was asked for
 * @param rejection why two persons rejected it, null unless they did
 */
public record Refund(
    String id,
    PaymentId payment,
    Status status,
    List<Line> lines,
    Money amount,
    String reason,
    String rejection,
    List<StatusChange> history) {

  /** One dossier, the number of its receipt, and its fees. */
  public record Line(DossierCode dossier, String receipt, Money amount) {}

  public record StatusChange(Status status, Instant at) {}

  /** Where a refund stands, in the words of the portal API (there in lower case). */
  public enum Status {
    /** Two persons have to decide it. */
    REQUESTED,
    /** The bank is to give the money back. */
    REFUNDING,
    REFUNDED,
    REJECTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
