package vn.dvc.pay.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;

/** The dossiers that the portal has registered, and the payments that reserve them. */
public interface Dossiers {

  /**
   * Creates an unpaid dossier or replaces it; the same content twice is a no-op.
   *
   * @throws vn.dvc.pay.values.Problem dossier-in-payment, dossier-paid, dossier-cancelled (409)
   */
  Dossier put(DossierCode code, DossierContent content);

  Optional<Dossier> find(DossierCode code);

  /** Newest first, a page of at most 50; payer and status may be null for all. */
  List<Dossier> list(String payerId, Dossier.@Nullable Status status, int page);

  /** A payer's dossiers, those that can be paid first, then newest first. */
  DossierSearch.Found search(DossierSearch search, int page);

  /** Those of the dossiers that are this payer's, in the order given. */
  List<Dossier> ofPayer(List<DossierCode> codes, String payerId);

  /**
   * @throws vn.dvc.pay.values.Problem dossier-not-found (404), dossier-in-payment, dossier-paid
   */
  Dossier cancel(DossierCode code);

  /**
   * Reserves the dossiers for one payment: locks them in code order and checks that they are unpaid
   * and owed by this payer. Runs in the caller's transaction.
   *
   * @throws vn.dvc.pay.values.Problem dossier-not-found (404), dossier-in-payment (409, with the
   *     fact {@code payment}), dossier-paid, dossier-cancelled (409)
   */
  List<Dossier> take(List<DossierCode> codes, Payer payer, String payment);

  /**
   * Like {@link #take}, but reserves nothing when any of the dossiers is paid, cancelled, another
   * payer's or in another payment. Dossiers that this payment has already reserved are accepted.
   *
   * @return whether all of them are now reserved for the payment
   */
  boolean takeIfFree(List<DossierCode> codes, Payer payer, String payment);

  /**
   * Releases the payment's reservations. Call it only when the payment can no longer move money.
   */
  void release(String payment);

  /**
   * Marks the payment's dossiers paid, issues a receipt number for each and puts a dossier.paid
   * event for each into the outbox, all in the caller's transaction. Idempotent.
   */
  List<Receipt> markPaid(String payment, Instant at);

  /**
   * Marks these dossiers refunded, cancels their receipts (the numbers are never reused) and puts a
   * dossier.refunded event for each into the outbox, all in the caller's transaction.
   *
   * @throws IllegalStateException unless this payment paid every one of them
   */
  void markRefunded(String payment, List<DossierCode> dossiers, Refunded how);

  List<Receipt> receipts(String payment);

  /**
   * A receipt's number and the dossier it is for.
   *
   * @param cancelledAt when it was cancelled, null while it is valid
   */
  record Receipt(DossierCode dossier, String number, @Nullable Instant cancelledAt) {
    /** A valid receipt. */
    public Receipt(DossierCode dossier, String number) {
      this(dossier, number, null);
    }

    public boolean isCancelled() {
      return cancelledAt != null;
    }
  }

  /**
   * The refund of some dossiers: its id, reason and time.
   *
   * @param reason free text, at most 900 characters
   */
  record Refunded(String refund, String reason, Instant at) {}
}
