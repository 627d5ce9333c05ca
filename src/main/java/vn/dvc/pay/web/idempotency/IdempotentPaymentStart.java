package vn.dvc.pay.web.idempotency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.Problem;

/**
 * Starts a payment at most once per caller and key, no matter how often or how concurrently it is
 * requested: the API uses the caller's Idempotency-Key, the pages use their form's token. A refused
 * start stores no key.
 */
@Component
public class IdempotentPaymentStart {
  private final Payments payments;
  private final IdempotencyGuard starts;
  private final IdempotencyKeys keys;
  private final TransactionTemplate transaction;

  IdempotentPaymentStart(
      Payments payments,
      IdempotencyGuard starts,
      IdempotencyKeys keys,
      PlatformTransactionManager transactions) {
    this.payments = payments;
    this.starts = starts;
    this.keys = keys;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param actor the key's owner: the id of the API client or the payer
   * @param key the caller's key for this one start; null if none was sent
   * @param startedBy which of the payer's persons starts it; null if the caller does not say
   * @throws Problem idempotency-key-missing (400), idempotency-key-invalid, idempotency-key-reused
   *     (422), and whatever {@link Payments#start} throws
   */
  public Started start(
      String actor,
      @Nullable String key,
      Payer payer,
      List<DossierCode> dossiers,
      Method method,
      @Nullable String returnUrl,
      @Nullable Person startedBy) {
    var body = digest(payer, dossiers, method, returnUrl, startedBy);
    var once =
        starts.onceByStoring(
            actor,
            key,
            body,
            () ->
                transaction.execute(
                    status -> {
                      // The key comes first: a second request with the same key waits here until
                      // the first one ends.
                      var id = PaymentId.fresh();
                      keys.insert(actor, key, body, id.text());
                      return payments.start(id, payer, dossiers, method, returnUrl, startedBy);
                    }),
            id ->
                payments
                    .find(PaymentId.of(id))
                    .orElseThrow(() -> new IllegalStateException("No payment " + id)));
    return new Started(once.started(), once.fresh());
  }

  private static String digest(
      Payer payer,
      List<DossierCode> dossiers,
      Method method,
      String returnUrl,
      @Nullable Person startedBy) {
    var digest =
        new RequestFingerprint()
            .add(payer.kind().name())
            .add(payer.id())
            .add(payer.name())
            .add(method.name())
            .add(returnUrl);
    dossiers.forEach(code -> digest.add(code.text()));
    if (startedBy != null) { // without one, keys that are stored already stay what they are
      digest.add("maker").add(startedBy.id());
    }
    return digest.text();
  }

  /**
   * @param fresh whether this request started it
   */
  public record Started(Payment payment, boolean fresh) {}
}
