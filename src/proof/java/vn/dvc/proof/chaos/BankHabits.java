package vn.dvc.proof.chaos;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** The habits of banks, and the operations to which each applies. */
final class BankHabits {
  private static final Map<String, List<String>> OF =
      Map.of(
          "void-refused", List.of("void"),
          "hold-forgotten", List.of("otp", "capture", "void", "inquiry"),
          "notify-all", List.of("authorise", "otp", "capture", "void", "debit", "reversal"),
          "stale-statement", List.of("statement"),
          "day-ends-early", List.of("statement"),
          "slow-clock", List.of("authorise", "otp", "capture", "debit", "inquiry", "reversal"),
          "cut-reference", List.of("statement"),
          "upper-reference", List.of("statement"),
          "reversal-unchecked", List.of("reversal"));

  private static final List<String> ALL = OF.keySet().stream().sorted().toList();

  private BankHabits() {}

  /** An order to the sandbox. */
  static Map<String, Object> order(Random chance) {
    var habit = ALL.get(chance.nextInt(ALL.size()));
    var operations = OF.get(habit);
    return Map.of(
        "bank",
        chance.nextInt(3) > 0 ? "970415" : "970436",
        "operation",
        operations.get(chance.nextInt(operations.size())),
        "fault",
        habit,
        "times",
        1 + chance.nextInt(4));
  }
}
