package vn.dvc.pay.web;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * Starts a payment once per caller and key, however often it is asked and by how many at a time:
 * the API with the caller's Idempotency-Key, the pages with the token of their form. A refused
 * start keeps no key.
 */
@Component
public class StartOnce {
  private static final int LONGEST_KEY = 255;
  private static final int TRIES = 5;
  private final Payments payments;
  private final StartKeys keys;
  private final TransactionTemplate transaction;

  StartOnce(Payments payments, StartKeys keys, PlatformTransactionManager transactions) {
    this.payments = payments;
    this.keys = keys;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param actor whose key it is: the API client's or the payer's id
   * @param key the caller's own word for this one start; null when none was sent
   * @throws Problem idempotency-key-missing (400), idempotency-key-invalid, idempotency-key-reused
   *     (422), and what {@link Payments#start} throws
   */
  public Started start(
      String actor,
      String key,
      Payer payer,
      List<DossierCode> dossiers,
      Method method,
      String returnUrl) {
    check(key);
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A lost race aborts the transaction, so it must be our own");
    }
    var body = BodyDigest.of(payer, dossiers, method, returnUrl);
    for (int tries = 0; tries < TRIES; tries++) {
      var earlier = earlier(actor, key, body);
      if (earlier.isPresent()) {
        return earlier.get();
      }
      try {
        return transaction.execute(
            status -> {
              // The key first: a second request with it waits here for the first one's end.
              keys.insert(actor, key, body);
              var payment = payments.start(payer, dossiers, method, returnUrl);
              keys.fill(actor, key, payment.id().text());
              return new Started(payment, true);
            });
      } catch (DuplicateKeyException | ConcurrencyFailureException lost) {
        // Somebody else has the key or the rows; look again at what became of it.
        continue;
      }
    }
    throw Problem.conflict("already-processing");
  }

  private Optional<Started> earlier(String actor, String key, String body) {
    return keys.find(actor, key)
        .map(
            start -> {
              if (!start.bodySha256().equals(body)) {
                throw Problem.invalid("idempotency-key-reused");
              }
              return new Started(payments.find(PaymentId.of(start.payment())).orElseThrow(), false);
            });
  }

  private static void check(String key) {
    if (key == null || key.isBlank()) {
      throw new Problem(400, "idempotency-key-missing");
    }
    if (key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw Problem.invalid("idempotency-key-invalid");
    }
  }

  /**
   * @param fresh whether this very request started it
   */
  public record Started(Payment payment, boolean fresh) {}
}
