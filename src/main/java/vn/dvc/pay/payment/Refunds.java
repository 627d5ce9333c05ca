package vn.dvc.pay.payment;

import java.util.List;
import java.util.Optional;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;

/**
 * Refunds of paid dossiers: the portal or an operator requests, two other persons decide, the bank
 * returns the money. A refunded dossier is never paid again.
 */
public interface Refunds {

  /**
   * Requests a refund of these dossiers' fees and opens its case.
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
   * Who requests the refund.
   *
   * @param staff whether this is a member of staff, who then may not take part in the decision
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
