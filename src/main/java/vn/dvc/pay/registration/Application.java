package vn.dvc.pay.registration;

import vn.dvc.pay.values.AccountNumber;

/**
 * What a payer applies with; who the payer is comes from the portal's profile.
 *
 * @param holder the account's holder as the payer wrote the name
 * @param branch where the form is going to be handed in
 */
public record Application(
    AccountNumber account,
    String holder,
    String branch,
    Contact contact,
    Representative representative) {

  public record Contact(String email, String phone) {}

  /** Who signs for an organisation; null for an individual. */
  public record Representative(String name, String title) {}
}
