package vn.dvc.pay.web.idempotency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.payment.Refunds.Asker;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * Requests a refund at most once per caller and key, as {@link IdempotentPaymentStart} starts a
 * payment.
 */
@Component
public class IdempotentRefundRequest {
  private final Refunds refunds;
  private final IdempotencyGuard starts;
  private final IdempotencyKeys keys;
  private final TransactionTemplate transaction;

  IdempotentRefundRequest(
      Refunds refunds,
      IdempotencyGuard starts,
      IdempotencyKeys keys,
      PlatformTransactionManager manager) {
    this.refunds = refunds;
    this.starts = starts;
    this.keys = keys;
    this.transaction = new TransactionTemplate(manager);
  }

  /**
   * @param client the key's owner
   * @param key the caller's key for this one refund; null if none was sent
   * @throws Problem idempotency-key-missing (400), idempotency-key-invalid, idempotency-key-reused
   *     (422), and whatever {@link Refunds#ask} throws
   */
  public Refund ask(
      String client,
      @Nullable String key,
      PaymentId payment,
      List<DossierCode> dossiers,
      String reason) {
    var body = digest(payment, dossiers, reason);
    return starts
        .once(
            client,
            key,
            body,
            () ->
                transaction.execute(
                    status -> {
                      // The key comes first: a second request with the same key waits here until
                      // the first one ends.
                      keys.insert(client, key, body, null);
                      var refund = refunds.ask(payment, dossiers, reason, Asker.portal(client));
                      keys.fill(client, key, refund.id());
                      return refund;
                    }),
            id -> refunds.find(id).orElseThrow(() -> new IllegalStateException("No refund " + id)))
        .started();
  }

  private static String digest(PaymentId payment, List<DossierCode> dossiers, String reason) {
    var digest = new RequestFingerprint().add("refund").add(payment.text()).add(reason);
    dossiers.forEach(code -> digest.add(code.text()));
    return digest.text();
  }
}
