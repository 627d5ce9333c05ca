package vn.dvc.bench.client;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.dvc.scenario.Seal.Card;

/**
 * Cards for many payers. Tries are counted by card, and the count is locked until a try is noted:
 * with one card for all, payers would wait for each other as they never do.
 */
public final class PayersCards {
  /** Of each bank; several times as many as pay at once. */
  private static final int EACH = 300;

  private static final Map<String, Card> LIKE =
      Map.of(
          "970415", new Card("970415", "", "NGUYEN VAN A", "07/15"),
          "970436", new Card("970436", "", "NGUYEN VAN A", "07/15"),
          "970431", new Card("970431", "", "NGUYEN VAN A", "10/30"));

  private PayersCards() {}

  /**
   * @return the numbers of this bank's cards that are good for everything
   */
  public static List<String> numbers(String bank) {
    return IntStream.range(0, EACH).mapToObj(serial -> number(bank, serial)).toList();
  }

  static Card of(String bank, int payer) {
    var like = LIKE.get(bank);
    return new Card(bank, number(bank, payer % EACH), like.holder(), like.date());
  }

  private static String number(String bank, int serial) {
    var digits = "%s%09d".formatted(bank, 100_000_000 + serial);
    return digits + checkDigit(digits);
  }

  /** By Luhn's rule (ISO/IEC 7812-1): from the right, every other digit counts twice. */
  private static int checkDigit(String digits) {
    var sum = 0;
    for (var i = 0; i < digits.length(); i++) {
      var digit = digits.charAt(digits.length() - 1 - i) - '0';
      var counted = i % 2 == 0 ? 2 * digit : digit;
      sum += counted / 10 + counted % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
