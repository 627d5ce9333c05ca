package vn.dvc.pay.web.pages.payment;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.dvc.pay.engine.signin.SignInAttempts;

/** Five failures of each name, wherever they come from. */
class FewAttempts implements SignInAttempts {
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  @Override
  public <T> Optional<T> tried(Door door, String name, Supplier<Optional<T>> check) {
    var key = door + name;
    var found = failures.getOrDefault(key, 0) < 5 ? check.get() : Optional.<T>empty();
    if (found.isEmpty()) {
      failures.merge(key, 1, Integer::sum);
    }
    return found;
  }
}
