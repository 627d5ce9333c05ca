package vn.dvc.pay.payment;

import java.util.List;
import java.util.Optional;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;

/**
 * Refunds of paid dossiers: the portal or an operator asks, two other persons decide, the bank
 * gives back. A dossier once refunded is over; it is never paid again.
 */
public interface Refunds {

  /**
   * Asks for the fees of these dossiers back and opens the case on it.
   *
   * @throws vn.dvc.pay.values.Problem payment-not-found (404), reason-missing, reason-too-long,
   *     no-dossiers, dossier-twice, dossier-not-in-payment (422), payment-not-paid,
   *     refund-already-asked, nothing-to-refund (409)
   */
  Refund ask(PaymentId payment, List<DossierCode> dossiers, String reason, Asker asker);

  /**
   * Oldest first.
   *
   * @throws vn.dvc.pay.values.Problem payment-not-found (404)
   */
  List<Refund> ofPayment(PaymentId payment);

  Optional<Refund> find(String id);

  /**
   * Who asks.
   *
   * @param staff whether this is a member of the staff, who then must not be one of the deciders
   */
  record Asker(String id, boolean staff) {
    public static Asker portal(String client) {
      return new Asker(client, false);
    }

    public static Asker operator(String id) {
      return new Asker(id, true);
    }
  }
}
