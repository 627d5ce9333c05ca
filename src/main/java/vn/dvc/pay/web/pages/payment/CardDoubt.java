package vn.dvc.pay.web.pages.payment;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import vn.dvc.pay.bank.Bank;

/**
 * What may be right, since banks differ, but more likely is a slip that would cost the payer an
 * entry. The form asks once and sends it when the payer confirms. pay.js has the same rules.
 */
enum CardDoubt {
  /** The check digit of ISO/IEC 7812-1, annex B, does not match; some banks' cards have none. */
  NUMBER_CHECK("number"),
  /** It does not begin as the cards of the chosen bank usually do. */
  NUMBER_BANK("number"),
  DATE_EXPIRED("date"),
  DATE_FUTURE("date");

  private final String field;

  CardDoubt(String field) {
    this.field = field;
  }

  public String field() {
    return field;
  }

  /** As the texts and the form have it, for example {@code number-check}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param date a card's date as MM/YY
   */
  static Set<CardDoubt> about(char[] number, String date, Bank bank, YearMonth today) {
    var doubts = EnumSet.noneOf(CardDoubt.class);
    if (!checks(number)) {
      doubts.add(NUMBER_CHECK);
    }
    for (var i = 0; i < bank.bin().length(); i++) {
      if (number[i] != bank.bin().charAt(i)) {
        doubts.add(NUMBER_BANK);
      }
    }
    var month =
        YearMonth.of(
            2000 + Integer.parseInt(date.substring(3)), Integer.parseInt(date.substring(0, 2)));
    if (bank.dateKind() == Bank.DateKind.EXPIRY && month.isBefore(today)) {
      doubts.add(DATE_EXPIRED);
    } else if (bank.dateKind() == Bank.DateKind.ISSUE && month.isAfter(today)) {
      doubts.add(DATE_FUTURE);
    }
    return doubts;
  }

  private static boolean checks(char[] number) {
    var sum = 0;
    for (var i = 0; i < number.length; i++) {
      var digit = number[number.length - 1 - i] - '0';
      sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
    }
    return sum % 10 == 0;
  }
}
