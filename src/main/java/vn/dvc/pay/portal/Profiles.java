package vn.dvc.pay.portal;

import java.util.Optional;
import vn.dvc.pay.values.Payer;

/** Who payers are, according to the portal. Requested over HTTP, so never inside a transaction. */
public interface Profiles {

  /**
   * The profile of this payer; empty when the portal knows nobody with this id.
   *
   * @throws vn.dvc.pay.values.Problem portal-unavailable (503)
   */
  Optional<Profile> of(String payerId);

  /**
   * @param representative who signs for an organisation, null where the portal names none
   */
  record Profile(
      Payer payer, String phone, String email, String address, Representative representative) {}

  record Representative(String name, String title) {}
}
