package vn.dvc.pay.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;

/** The dossiers the portal told us of, and who is paying them. */
public interface Dossiers {

  /**
   * Creates an unpaid dossier or replaces it; the same content twice is a no-op.
   *
   * @throws vn.dvc.pay.values.Problem dossier-in-payment, dossier-paid, dossier-cancelled (409)
   */
  Dossier put(DossierCode code, DossierContent content);

  Optional<Dossier> find(DossierCode code);

  /** Newest first, a page of at most 50; payer and status may be null for all. */
  List<Dossier> list(String payerId, Dossier.Status status, int page);

  /**
   * @throws vn.dvc.pay.values.Problem dossier-not-found (404), dossier-in-payment, dossier-paid
   */
  Dossier cancel(DossierCode code);

  /**
   * Takes the dossiers for one payment: locks them in order, checks that they are this payer's and
   * unpaid, and puts the live lock on each. In the caller's transaction.
   *
   * @throws vn.dvc.pay.values.Problem dossier-not-found (404), dossier-in-payment (409, with the
   *     fact {@code payment}), dossier-paid, dossier-cancelled (409)
   */
  List<Dossier> take(List<DossierCode> codes, Payer payer, String payment);

  /**
   * Takes the dossiers, as {@link #take} does, unless one of them is paid, cancelled, of another
   * payer, or in another payment; then none is taken. What the payment holds already is no
   * hindrance.
   *
   * @return whether it holds all of them now
   */
  boolean takeIfFree(List<DossierCode> codes, Payer payer, String payment);

  /** Takes the live lock off the payment's dossiers, when nothing of it can move money any more. */
  void release(String payment);

  /**
   * Marks the payment's dossiers paid, gives each its receipt number, and puts a dossier.paid event
   * for each into the outbox; all in the caller's transaction. Idempotent.
   */
  List<Receipt> markPaid(String payment, Instant at);

  /**
   * Marks these dossiers of the payment refunded, cancels their receipts, which keep their numbers,
   * and puts a dossier.refunded event for each into the outbox; all in the caller's transaction.
   *
   * @throws IllegalStateException unless each is paid, and by this payment
   */
  void markRefunded(String payment, List<DossierCode> dossiers, Refunded how);

  List<Receipt> receipts(String payment);

  /**
   * A receipt's number and the dossier it is for.
   *
   * @param cancelledAt since when it is cancelled, null while it stands
   */
  record Receipt(DossierCode dossier, String number, Instant cancelledAt) {
    /** One that stands. */
    public Receipt(DossierCode dossier, String number) {
      this(dossier, number, null);
    }

    public boolean isCancelled() {
      return cancelledAt != null;
    }
  }

  /**
   * By which refund dossiers were refunded, why, and when.
   *
   * @param reason for people, at most 900 characters
   */
  record Refunded(String refund, String reason, Instant at) {}
}
