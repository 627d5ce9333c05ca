package vn.dvc.pay.values.text;

import org.jspecify.annotations.Nullable;

/**
 * Why a text is no value of its kind. Never carries the text, which may be a card number; a
 * character is named only where it cannot be one of a number.
 */
public final class RefusedText extends IllegalArgumentException {

  /** What is wrong with the text. */
  public enum Why {
    MISSING,
    TOO_LONG,
    CHARACTER,
    FORM
  }

  private final Why why;
  private final @Nullable String character;

  private RefusedText(Why why, @Nullable String character) {
    super(character == null ? why.name() : why + " " + character);
    this.why = why;
    this.character = character;
  }

  static RefusedText because(Why why) {
    return new RefusedText(why, null);
  }

  static RefusedText of(int character) {
    return new RefusedText(Why.CHARACTER, "U+%04X".formatted(character));
  }

  /** Bad input is no fault of the program. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }

  public Why why() {
    return why;
  }

  /** The first character that cannot be used, such as U+202E; null if that is not what is wrong. */
  public @Nullable String character() {
    return character;
  }
}
