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
 * Starts something at most once per caller and key. The key is stored in the same transaction as
 * whatever it starts, so a refused or failed start stores no key and does not block a retry.
 */
@Component
class IdempotencyGuard {
  private static final int MAX_KEY_LENGTH = 255;
  private static final int TRIES = 5;
  private final IdempotencyKeys keys;

  IdempotencyGuard(IdempotencyKeys keys) {
    this.keys = keys;
  }

  /**
   * @param start starts it and stores the key, both in one transaction of its own
   * @param find finds what an earlier start with this key has started
   */
  <T> Once<T> once(
      String actor, String key, String digest, Supplier<T> start, Function<String, T> find) {
    return once(actor, key, digest, start, find, true);
  }

  /**
   * The same if start stores the key before anything else: a key that is taken is noticed there and
   * need not be looked for.
   */
  <T> Once<T> onceByStoring(
      String actor, String key, String digest, Supplier<T> start, Function<String, T> find) {
    return once(actor, key, digest, start, find, false);
  }

  private <T> Once<T> once(
      String actor,
      String key,
      String digest,
      Supplier<T> start,
      Function<String, T> find,
      boolean lookFirst) {
    check(key);
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "Must not run inside a transaction: losing a race would abort it");
    }
    for (int tries = 0; tries < TRIES; tries++) {
      if (lookFirst || tries > 0) {
        var earlier = earlier(actor, key, digest, find);
        if (earlier.isPresent()) {
          return earlier.get();
        }
      }
      try {
        return new Once<>(start.get(), true);
      } catch (DuplicateKeyException | ConcurrencyFailureException lost) {
        // Another request holds the key or the rows; look again at the result.
        continue;
      } catch (Problem refused) {
        // Perhaps an identical request was faster.
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
    if (key.length() > MAX_KEY_LENGTH || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw Problem.invalid("idempotency-key-invalid");
    }
  }

  /** What was started, and whether this request started it. */
  record Once<T>(T started, boolean fresh) {}
}
