package vn.dvc.pay.values.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type and paste them: in groups, in full width, with dashes of all kinds. */
public final class Digits {
  private static final Pattern BETWEEN_GROUPS = Pattern.compile("[\\p{Pd}\\s.]");

  private Digits() {}

  /** The digits of a number; empty if anything but groups of digits was typed. */
  public static Optional<String> only(String typed) {
    return Optional.of(withoutGroups(typed)).filter(text -> !text.isEmpty() && areAll(text));
  }

  /** The text without what separates groups of digits or letters; empty where there is none. */
  public static String withoutGroups(String typed) {
    return typed == null ? "" : BETWEEN_GROUPS.matcher(CleanText.of(typed)).replaceAll("");
  }

  static boolean areAll(String text) {
    return text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }
}
