package vn.dvc.pay.values;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads a UUID by value, because banks may change its case and drop or move its hyphens. */
final class UuidText {
  private static final int DIGITS = 32;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]*");

  private UuidText() {}

  static Optional<UUID> read(String text) {
    return digits(text).filter(it -> it.length() == DIGITS).map(UuidText::whole);
  }

  /** The digits in lower case, however many; empty if the text contains anything else. */
  static Optional<String> digits(String text) {
    return Optional.ofNullable(text)
        .map(it -> it.strip().replace("-", "").toLowerCase(Locale.ROOT))
        .filter(it -> HEX.matcher(it).matches());
  }

  static UUID whole(String digits) {
    return new UUID(
        Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
  }
}
