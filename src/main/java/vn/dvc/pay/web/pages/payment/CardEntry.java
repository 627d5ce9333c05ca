package vn.dvc.pay.web.pages.payment;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.values.card.CardDate;
import vn.dvc.pay.values.card.CardHolder;
import vn.dvc.pay.values.card.CardNumber;

/**
 * A card as typed into the form because the browser could not seal it. Lives only as long as the
 * request. Call {@link #wipe} when done.
 */
final class CardEntry {
  private static final Pattern DIGITS = Pattern.compile("\\d\\D?\\d\\D?\\d");

  private final char[] number;
  private final String holder;
  private final String date;
  private final String typedHolder;
  private final String typedDate;

  CardEntry(String number, String holder, String date) {
    this.number = CardNumber.digits(number);
    this.typedHolder = holder == null ? "" : holder;
    this.typedDate = date == null ? "" : date;
    this.holder = CardHolder.read(holder).map(CardHolder::text).orElse("");
    this.date = CardDate.read(date).map(CardDate::text).orElse("");
  }

  /** The errors by field, in the form's order; empty if the card may be sealed. */
  Map<String, String> errors(List<Integer> lengths) {
    var errors = new LinkedHashMap<String, String>();
    if (!lengths.contains(number.length)) {
      errors.put("number", "card-number-invalid");
    }
    if (holder.isEmpty()) {
      errors.put("holder", holdsDigits() ? "card-holder-digits" : "card-holder-invalid");
    }
    if (date.isEmpty()) {
      errors.put("date", "card-date-invalid");
    }
    return errors;
  }

  /** What to ask about before it is sent; call it only if there are no errors. */
  Set<CardDoubt> doubts(Bank bank, YearMonth today) {
    return CardDoubt.about(number, date, bank, today);
  }

  /** Whether an OTP, a CVC or a card number may have been typed for the name. */
  private boolean holdsDigits() {
    return DIGITS.matcher(typedHolder).find();
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

  /** What the form shows again after an error; never a number. */
  String typedHolder() {
    return holdsDigits() ? "" : typedHolder.substring(0, Math.min(60, typedHolder.length()));
  }

  /** The date as it will be sealed, or else as it was typed, to be corrected. */
  String shownDate() {
    return date.isEmpty() ? typedDate.substring(0, Math.min(9, typedDate.length())) : date;
  }

  void wipe() {
    Arrays.fill(number, '0');
  }

  @Override
  public String toString() {
    return "CardEntry[…]";
  }
}
