package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why the bank declines, in the contract's words. */
public enum DeclinedBecause {
  INSUFFICIENT_FUNDS,
  CARD_NOT_ENABLED_ONLINE,
  CARD_LOCKED,
  CARD_EXPIRED,
  CARD_DATA_WRONG,
  CARD_NUMBER_INVALID,
  CARD_HOLDER_INVALID,
  CARD_DATE_INVALID,
  OTP_WRONG,
  OTP_EXPIRED,
  OTP_TRIES_USED,
  LIMIT_EXCEEDED,
  SEALED_VALUE_REFUSED,
  REQUEST_EXPIRED,
  NO_RESENDS_LEFT,
  WRONG_STATE,
  BANK_DECLINED,
  ACCOUNT_NOT_FOUND,
  ACCOUNT_CLOSED,
  ACCOUNT_BLOCKED,
  MANDATE_SUSPENDED,
  ORIGINAL_NOT_FOUND,
  AMOUNT_EXCEEDS_ORIGINAL;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
