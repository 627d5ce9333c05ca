package vn.dvc.pay.payment;

import java.util.Locale;

/** The status of a payment. The portal API uses the same words in lower case. */
public enum PaymentStatus {
  CREATED,
  WAITING_FOR_APPROVAL,
  WAITING_FOR_CARD,
  WAITING_FOR_OTP,
  PROCESSING,
  BEING_CHECKED,
  WAITING_FOR_COLLECTION,
  PAID,
  DECLINED,
  CANCELLED,
  EXPIRED,
  PARTLY_REVERSED,
  REVERSED;

  /** Whether the payment has ended. Only a refund can follow. */
  public boolean isFinished() {
    return compareTo(PAID) >= 0;
  }

  /** Whether the payment paid its dossiers, whatever has been refunded since. */
  public boolean wasPaid() {
    return this == PAID || this == PARTLY_REVERSED || this == REVERSED;
  }

  /** The API's word, for example {@code waiting_for_otp}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
