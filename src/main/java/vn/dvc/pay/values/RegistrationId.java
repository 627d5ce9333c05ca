package vn.dvc.pay.values;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifies one account registration: R and 32 unguessable hexadecimal digits. */
public record RegistrationId(String text) {
  private static final Pattern FORM = Pattern.compile("R[0-9A-F]{32}");

  public RegistrationId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("Not a registration id");
    }
  }

  public static RegistrationId of(String text) {
    return new RegistrationId(text);
  }

  public static RegistrationId fresh() {
    return new RegistrationId(
        "R" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT));
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
