package vn.dvc.pay.values;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names one try to move money, for us and for the bank. We write it with hyphens, or without them
 * where a field holds no more than 35 characters; what banks write is compared by its value.
 */
public record AttemptRef(UUID id) {
  private static final int FIELD = 35;

  /**
   * @throws IllegalArgumentException for a text that names no attempt
   */
  public static AttemptRef of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("Not an attempt's name"));
  }

  /** In either case, with or without hyphens; empty for a text that names no attempt. */
  public static Optional<AttemptRef> parse(String text) {
    return UuidText.read(text).map(AttemptRef::new);
  }

  public static AttemptRef fresh() {
    return new AttemptRef(UUID.randomUUID());
  }

  /**
   * The attempts that a bank's reference can mean: one, or those that a name may have been before
   * it was cut to a field of 35 characters, or none.
   */
  public static List<AttemptRef> meantBy(String text) {
    var whole = parse(text);
    if (whole.isPresent() || text == null || text.strip().length() != FIELD) {
      return whole.stream().toList();
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
   * A bank's reference as we write it where it names an attempt, cut or not; any other as it is.
   */
  public static String written(String reference) {
    var meant = meantBy(reference);
    return switch (meant.size()) {
      case 0 -> reference;
      case 1 -> meant.get(0).toString();
      default -> meant.get(0).cut();
    };
  }

  /** In how many ways a bank may write a reference that looks like an attempt's name. */
  public static List<String> spellings(String reference) {
    return parse(reference)
        .map(it -> List.of(it.toString(), it.compact()))
        .map(all -> all.stream().flatMap(it -> Stream.of(it, it.toUpperCase(Locale.ROOT))))
        .map(Stream::toList)
        .orElse(List.of(reference));
  }

  /** For fields of 35 characters, as EndToEndId of ISO 20022. */
  public String compact() {
    return toString().replace("-", "");
  }

  /** What is left of its name in a field of 35 characters whose bank did not care. */
  public String cut() {
    return toString().substring(0, FIELD);
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
