package vn.dvc.pay.web.pages.payment;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.dvc.pay.registration.RegistrationDrafts;

/** Drafts in memory. */
class FakeDrafts implements RegistrationDrafts {
  private final Map<String, Draft> all = new ConcurrentHashMap<>();

  @Override
  public Optional<Draft> find(String payerId) {
    return Optional.ofNullable(all.get(payerId));
  }

  @Override
  public void keep(String payerId, Draft draft) {
    all.put(payerId, draft);
  }

  @Override
  public void forget(String payerId) {
    all.remove(payerId);
  }

  void clear() {
    all.clear();
  }
}
