package vn.dvc.sandbox.control;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.cashier.Deposit;
import vn.dvc.sandbox.bank.cashier.TextStyle;

/**
 * Parses what a tester pays in at the cashier's counter, and says clearly what is wrong with it.
 */
@Component
class CashierOrders {

  private static final long MAX_DONG = 1_000_000_000_000L;

  private final SandboxSettings settings;

  CashierOrders(SandboxSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads {@code {code, amount, bank, reference, style, deliver}}; all but the first two are
   * optional.
   */
  Deposit read(Map<String, ?> order) {
    TextStyle style =
        TextStyle.of(text(order, "style", "plain"))
            .orElseThrow(() -> new BadOrder("style-unknown", "style is one of " + styles()));
    return new Deposit(
        bank(text(order, "bank", null)),
        reference(text(order, "reference", null)),
        amount(text(order, "amount", "")),
        style.write(code(text(order, "code", ""))),
        deliver(text(order, "deliver", "true")));
  }

  private SandboxSettings.Bank bank(String bin) {
    return settings.banks().stream()
        .filter(bank -> bank.collecting() != null)
        .filter(bank -> bin == null || bank.bin().equals(bin))
        .findFirst()
        .orElseThrow(
            () -> new BadOrder("bank-not-collecting", "bank is one of " + collectingBanks()));
  }

  private static String code(String code) {
    if (code.isBlank() || code.length() > 100 || code.chars().anyMatch(Character::isISOControl)) {
      throw new BadOrder("code-invalid", "code is a line of 1 to 100 characters");
    }
    return code;
  }

  private static String reference(String reference) {
    if (reference != null && !reference.matches("[0-9A-Za-z._-]{1,35}")) {
      throw new BadOrder(
          "reference-invalid", "reference is 1 to 35 letters, digits, dots, dashes, underscores");
    }
    return reference;
  }

  private static long amount(String amount) {
    try {
      long dong = Long.parseLong(amount);
      if (dong >= 1 && dong <= MAX_DONG) {
        return dong;
      }
    } catch (NumberFormatException e) {
      // Reported below, together with numbers that are out of range.
    }
    throw new BadOrder("amount-invalid", "amount is a whole number of dong from 1 to " + MAX_DONG);
  }

  private static boolean deliver(String word) {
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadOrder("deliver-invalid", "deliver is true or false");
    };
  }

  private static @Nullable String text(Map<String, ?> order, String name, @Nullable String usual) {
    Object value = order.get(name);
    return value == null || value.toString().isBlank() ? usual : value.toString().strip();
  }

  private static String styles() {
    return Arrays.stream(TextStyle.values()).map(TextStyle::word).collect(Collectors.joining(", "));
  }

  private String collectingBanks() {
    return settings.banks().stream()
        .filter(bank -> bank.collecting() != null)
        .map(SandboxSettings.Bank::bin)
        .collect(Collectors.joining(", "));
  }
}
