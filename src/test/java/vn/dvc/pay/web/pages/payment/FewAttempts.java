package vn.dvc.pay.web.pages.payment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.dvc.pay.engine.signin.SignInAttempts;
import vn.dvc.pay.values.Problem;

/** Five failures of each name, wherever they come from; then one has to wait for long. */
class FewAttempts implements SignInAttempts {
  static final Instant RETRY_AT = Instant.parse("2100-01-01T05:04:30Z");

  private static final int MOST = 5;

  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  void clear() {
    failures.clear();
  }

  void useUp(Door door, String name) {
    failures.put(door + name, MOST);
  }

  @Override
  public <T> Optional<T> tried(Door door, String name, Supplier<Optional<T>> check) {
    var key = door + name;
    if (failures.getOrDefault(key, 0) >= MOST) {
      if (door == Door.SIGN_IN) {
        return Optional.empty();
      }
      throw new Problem(429, "too-many-guesses")
          .with("retryAfter", 30)
          .with("retryAt", RETRY_AT.toString());
    }
    var found = check.get();
    if (found.isEmpty()) {
      failures.merge(key, 1, Integer::sum);
    }
    return found;
  }
}
