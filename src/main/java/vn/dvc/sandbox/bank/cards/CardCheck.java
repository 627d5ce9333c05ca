package vn.dvc.sandbox.bank.cards;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.CardOutcome;
import vn.dvc.sandbox.bank.DeclinedBecause;
import vn.dvc.sandbox.signing.KeyRing;
import vn.dvc.sandbox.signing.SandboxBankKeys;

/**
 * Checks the card data that a payer sealed: whether it is well-formed and known, and which outcome
 * its number selects.
 */
@Component
class CardCheck {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern HOLDER = Pattern.compile("[A-Z][A-Z './-]{1,25}");
  private static final Pattern DATE = Pattern.compile("(0[1-9]|1[0-2])/[0-9]{2}");

  private final KeyRing keys;

  CardCheck(KeyRing keys) {
    this.keys = keys;
  }

  Finding check(SandboxSettings.Bank bank, Map<String, Object> card) {
    String number = String.valueOf(card.get("number"));
    String holder = String.valueOf(card.get("holder"));
    String date = String.valueOf(card.get("date"));
    if (!DIGITS.matcher(number).matches()
        || !bank.cardLengths().contains(number.length())
        || !luhn(number)) {
      return Finding.of(DeclinedBecause.CARD_NUMBER_INVALID);
    }
    if (!HOLDER.matcher(holder).matches() || holder.isBlank()) {
      return Finding.of(DeclinedBecause.CARD_HOLDER_INVALID);
    }
    if (!DATE.matcher(date).matches()) {
      return Finding.of(DeclinedBecause.CARD_DATE_INVALID);
    }
    return bank.card(number)
        .filter(known -> holder.strip().equals(bank.holder()) && date.equals(bank.date()))
        .map(known -> known(number, CardOutcome.of(known.outcome()), keys.of(bank.bin())))
        .orElse(Finding.of(DeclinedBecause.CARD_DATA_WRONG));
  }

  private static Finding known(String number, CardOutcome outcome, SandboxBankKeys keys) {
    return new Finding(
        outcome.decline(),
        outcome,
        number.substring(number.length() - 4),
        "tok_" + keys.hash("card", number).substring(0, 24));
  }

  private static boolean luhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /** The result of checking a card; token and last digits are present only for a known card. */
  record Finding(
      Optional<DeclinedBecause> decline, CardOutcome outcome, String last4, String token) {
    static Finding of(DeclinedBecause decline) {
      return new Finding(Optional.of(decline), null, null, null);
    }
  }
}
