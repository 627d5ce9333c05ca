package vn.dvc.pay.registration;

import java.util.Locale;

/** Where a registration stands, in the words of the portal API (there in lower case). */
public enum RegistrationStatus {
  /** The bank is asked whose account it is. */
  CHECKING_ACCOUNT,
  /** The bank's answer does not fit: the payer corrects, or confirms a name that differs. */
  ACCOUNT_REFUSED,
  /** The form is printed, signed, stamped and handed in at a branch. */
  AWAITING_FORM,
  UNDER_REVIEW,
  /** An officer wants something corrected; the payer resubmits. */
  RETURNED,
  REJECTED,
  /** The mandate is being activated at the bank. */
  ACTIVATING,
  REGISTERED,
  WITHDRAWN,
  EXPIRED,
  SUSPENDED,
  TERMINATED;

  /** The word of the API, for example {@code awaiting_form}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
