package vn.dvc.pay.payment;

import java.util.Locale;

/** Where a payment stands, in the words of the portal API (there in lower case). */
public enum PaymentStatus {
  CREATED,
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

  /** Nothing of the payment is open any more; only a refund can follow. */
  public boolean isFinished() {
    return compareTo(PAID) >= 0;
  }

  /** Its money came in and paid its dossiers, whatever was refunded since. */
  public boolean wasPaid() {
    return this == PAID || this == PARTLY_REVERSED || this == REVERSED;
  }

  /** The word of the API, for example {@code waiting_for_otp}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
