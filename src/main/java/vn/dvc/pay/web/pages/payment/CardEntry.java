package vn.dvc.pay.web.pages.payment;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A card as typed into the form because the browser could not seal it. Lives only as long as the
 * request; pay.js applies the same rules. Call {@link #wipe} when done.
 */
final class CardEntry {
  private static final Pattern HOLDER = Pattern.compile("[A-Z]+( [A-Z]+)*");
  private static final Pattern DATE =
      Pattern.compile("(0[1-9]|1[0-2])\\s*[/-]?\\s*(?:20)?(\\d{2})");

  private final char[] number;
  private final String holder;
  private final String date;
  private final String typedHolder;

  CardEntry(String number, String holder, String date) {
    this.number = text(number).replaceAll("[\\s\\u00a0-]", "").toCharArray();
    this.typedHolder = text(holder);
    this.holder = normalised(typedHolder);
    this.date = month(text(date));
  }

  /** The errors by field, in the form's order; empty if the card may be sealed. */
  Map<String, String> errors(List<Integer> lengths) {
    var errors = new LinkedHashMap<String, String>();
    if (!lengths.contains(number.length) || !digitsOnly(number)) {
      errors.put("number", "card-number-invalid");
    }
    if (holder.length() < 2 || holder.length() > 26 || !HOLDER.matcher(holder).matches()) {
      errors.put("holder", "card-holder-invalid");
    }
    if (date.isEmpty()) {
      errors.put("date", "card-date-invalid");
    }
    return errors;
  }

  char[] number() {
    return number;
  }

  String holder() {
    return holder;
  }

  String date() {
    return date;
  }

  /** What the form shows again after an error; never the card number. */
  String typedHolder() {
    return typedHolder.substring(0, Math.min(60, typedHolder.length()));
  }

  void wipe() {
    Arrays.fill(number, '0');
  }

  @Override
  public String toString() {
    return "CardEntry[…]";
  }

  /**
   * As on the card: capitals without diacritics. NFD does not decompose Đ, so that one is replaced
   * explicitly.
   */
  private static String normalised(String holder) {
    return Normalizer.normalize(holder, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('Đ', 'D')
        .replace('đ', 'd')
        .toUpperCase(Locale.ROOT)
        .trim()
        .replaceAll("\\s+", " ");
  }

  private static String month(String date) {
    var parts = DATE.matcher(date.trim());
    return parts.matches() ? parts.group(1) + "/" + parts.group(2) : "";
  }

  private static boolean digitsOnly(char[] number) {
    for (var digit : number) {
      if (digit < '0' || digit > '9') {
        return false;
      }
    }
    return true;
  }

  private static String text(String parameter) {
    return parameter == null ? "" : parameter;
  }
}
