package vn.dvc.pay.values;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Identifies one try to move money, for us and for the bank. We write it with hyphens, or without
 * them in fields of at most 35 characters; banks' spellings are compared by value.
 */
public record AttemptRef(UUID id) {
  private static final int FIELD = 35;

  /**
   * @throws IllegalArgumentException if the text is not an attempt reference
   */
  public static AttemptRef of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("Not an attempt reference"));
  }

  /**
   * Accepts upper and lower case, with or without hyphens; empty if the text is no attempt
   * reference.
   */
  public static Optional<AttemptRef> parse(String text) {
    return UuidText.read(text).map(AttemptRef::new);
  }

  public static AttemptRef fresh() {
    return new AttemptRef(UUID.randomUUID());
  }

  /**
   * The attempts that a bank's reference can mean: one; or the candidates, if the reference was cut
   * off at 35 characters; or none.
   */
  public static List<AttemptRef> meantBy(String text) {
    var exact = parse(text);
    if (exact.isPresent() || text == null || text.strip().length() != FIELD) {
      return exact.stream().toList();
    }
    return UuidText.digits(text)
        .filter(digits -> digits.length() == 31)
        .map(
            digits ->
                IntStream.range(0, 16)
                    .mapToObj(last -> UuidText.whole(digits + Integer.toHexString(last)))
                    .map(AttemptRef::new)
                    .toList())
        .orElse(List.of());
  }

  /**
   * A bank's reference in our spelling if it identifies an attempt, cut off or not; otherwise
   * unchanged.
   */
  public static String written(String reference) {
    var meant = meantBy(reference);
    return switch (meant.size()) {
      case 0 -> reference;
      case 1 -> meant.get(0).toString();
      default -> meant.get(0).cut();
    };
  }

  /** All spellings that a bank may use for a reference that looks like ours. */
  public static List<String> spellings(String reference) {
    return parse(reference)
        .map(it -> List.of(it.toString(), it.compact()))
        .map(all -> all.stream().flatMap(it -> Stream.of(it, it.toUpperCase(Locale.ROOT))))
        .map(Stream::toList)
        .orElse(List.of(reference));
  }

  /** For fields of 35 characters, such as EndToEndId of ISO 20022. */
  public String compact() {
    return toString().replace("-", "");
  }

  /** What remains in a 35-character field if a bank cuts the hyphenated form off. */
  public String cut() {
    return toString().substring(0, FIELD);
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
