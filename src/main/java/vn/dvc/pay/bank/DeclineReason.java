package vn.dvc.pay.bank;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The reasons for which nothing moved that our code tells apart, in the words of contract bank-v1.
 * A bank may give any other; it is stored and shown, but no decision depends on it.
 */
public enum DeclineReason {
  /** The request came after its validity, so it certainly had no effect. */
  REQUEST_EXPIRED,
  OTP_EXPIRED,
  OTP_TRIES_USED,
  NO_RESENDS_LEFT,
  ACCOUNT_NOT_FOUND,
  ACCOUNT_CLOSED,
  ACCOUNT_BLOCKED,
  MANDATE_SUSPENDED,
  /** The bank gave no reason. */
  BANK_DECLINED,
  /** Not a bank's word: it could not be reached, or did not answer. */
  BANK_UNAVAILABLE;

  /** The contract's word, as stored and shown. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param reason a bank's word, null if it gave none
   */
  public boolean is(@Nullable String reason) {
    return code().equals(reason);
  }
}
