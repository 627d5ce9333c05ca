package vn.dvc.pay.portal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
      Payer payer,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String address,
      @Nullable Representative representative) {}

  record Representative(@Nullable String name, @Nullable String title) {}
}
