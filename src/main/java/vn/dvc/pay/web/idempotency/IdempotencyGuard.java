package vn.dvc.pay.web.idempotency;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.values.Problem;

/**
 * Starts something once per caller and key. What is started and its key are kept by the same
 * transaction, so a refused or broken start keeps no key and blocks no retry.
 */
@Component
class IdempotencyGuard {
  private static final int LONGEST_KEY = 255;
  private static final int TRIES = 5;
  private final IdempotencyKeys keys;

  IdempotencyGuard(IdempotencyKeys keys) {
    this.keys = keys;
  }

  /**
   * @param start starts it and keeps the key, both in one transaction of its own
   * @param find what an earlier start with this key has started
   */
  <T> Once<T> once(
      String actor, String key, String digest, Supplier<T> start, Function<String, T> find) {
    check(key);
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A lost race aborts the transaction, so it must be our own");
    }
    for (int tries = 0; tries < TRIES; tries++) {
      var earlier = earlier(actor, key, digest, find);
      if (earlier.isPresent()) {
        return earlier.get();
      }
      try {
        return new Once<>(start.get(), true);
      } catch (DuplicateKeyException | ConcurrencyFailureException lost) {
        // Somebody else has the key or the rows; look again at what became of it.
        continue;
      } catch (Problem refused) {
        // Perhaps because the very same request was faster.
        return earlier(actor, key, digest, find).orElseThrow(() -> refused);
      }
    }
    throw Problem.conflict("already-processing");
  }

  private <T> Optional<Once<T>> earlier(
      String actor, String key, String digest, Function<String, T> find) {
    return keys.find(actor, key)
        .map(
            start -> {
              if (!start.bodySha256().equals(digest)) {
                throw Problem.invalid("idempotency-key-reused");
              }
              return new Once<>(find.apply(start.started()), false);
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

  /** What was started, and whether by this very request. */
  record Once<T>(T started, boolean fresh) {}
}
