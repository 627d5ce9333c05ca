package vn.dvc.pay.registration;

import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.AccountNumber;

/**
 * A payer's application. The payer's identity comes from the portal's profile, not from here.
 *
 * @param holder the account holder's name as the payer wrote it
 * @param branch the branch where the form will be handed in
 */
public record Application(
    AccountNumber account,
    @Nullable String holder,
    @Nullable String branch,
    @Nullable Contact contact,
    @Nullable Representative representative) {

  public record Contact(@Nullable String email, @Nullable String phone) {}

  /** The person who signs for an organisation; null for an individual. */
  public record Representative(@Nullable String name, @Nullable String title) {}
}
