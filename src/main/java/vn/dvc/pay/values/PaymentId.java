package vn.dvc.pay.values;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifies one payment: P and 32 unguessable hexadecimal digits. */
public record PaymentId(String text) {
  private static final Pattern FORM = Pattern.compile("P[0-9A-F]{32}");

  public PaymentId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("Not a payment id");
    }
  }

  public static PaymentId of(String text) {
    return new PaymentId(text);
  }

  public static PaymentId fresh() {
    return new PaymentId(
        "P" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT));
  }

  /** What people read out, type and look for instead of the id. */
  public ShortReference reference() {
    return ShortReference.of(this);
  }

  @Override
  public String toString() {
    return text;
  }
}
