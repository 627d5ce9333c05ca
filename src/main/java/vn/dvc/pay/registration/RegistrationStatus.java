package vn.dvc.pay.registration;

import java.util.Locale;

/** The status of a registration. The portal API uses the same words in lower case. */
public enum RegistrationStatus {
  /** The bank is being asked who holds the account. */
  CHECKING_ACCOUNT,
  /**
   * The bank's answer does not match: the payer must correct the application, or confirm a
   * differing name.
   */
  ACCOUNT_REFUSED,
  /** The payer prints, signs and stamps the form and hands it in at a branch. */
  AWAITING_FORM,
  UNDER_REVIEW,
  /** An officer asked for a correction; the payer must resubmit. */
  RETURNED,
  REJECTED,
  /** The mandate is being activated at the bank. */
  ACTIVATING,
  REGISTERED,
  WITHDRAWN,
  EXPIRED,
  SUSPENDED,
  TERMINATED;

  /** The API's word, for example {@code awaiting_form}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
