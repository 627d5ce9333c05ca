package vn.dvc.pay.registration;

import java.util.Optional;

/**
 * What payers have typed into the form of a first registration and not sent yet: one draft each,
 * found again after they left the page or signed in anew. It holds what a registration holds, and
 * goes when that is sent, when they discard it, or by itself after a month.
 */
public interface RegistrationDrafts {

  Optional<Draft> find(String payerId);

  /** As typed, right or wrong; it is checked when it is sent. */
  void keep(String payerId, Draft draft);

  void forget(String payerId);

  /** The fields of the form, empty where nothing was typed. */
  record Draft(
      String bank,
      String account,
      String holder,
      String branch,
      String phone,
      String email,
      String representativeName,
      String representativeTitle) {}
}
