package vn.dvc.pay.operations;

import java.util.regex.Pattern;
import vn.dvc.pay.values.text.PlainLetters;

/**
 * What an operator typed or pasted to search for, folded to the letters that our numbers are made
 * of: capitals without diacritics, in one composition and width, without blanks, and with one kind
 * of dash.
 */
record SearchText(String text) {
  private static final Pattern BLANKS = Pattern.compile("\\s");
  private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
  private static final Pattern BETWEEN_GROUPS = Pattern.compile("[-.]");

  static SearchText of(String typed) {
    var plain = BLANKS.matcher(PlainLetters.of(typed)).replaceAll("");
    return new SearchText(DASHES.matcher(plain).replaceAll("-"));
  }

  /** For numbers in which dots and dashes only set groups apart, such as ids and references. */
  String withoutGroups() {
    return BETWEEN_GROUPS.matcher(text).replaceAll("");
  }

  boolean isEmpty() {
    return text.isEmpty();
  }
}
