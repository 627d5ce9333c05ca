package vn.dvc.pay.registration;

import vn.dvc.pay.values.AccountNumber;

/**
 * A payer's application. The payer's identity comes from the portal's profile, not from here.
 *
 * @param holder the account holder's name as the payer wrote it
 * @param branch the branch where the form will be handed in
 */
public record Application(
    AccountNumber account,
    String holder,
    String branch,
    Contact contact,
    Representative representative) {

  public record Contact(String email, String phone) {}

  /** The person who signs for an organisation; null for an individual. */
  public record Representative(String name, String title) {}
}
