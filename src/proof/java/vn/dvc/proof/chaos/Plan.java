package vn.dvc.proof.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.dvc.scenario.Seal.Card;

/**
 * What one payer is going to do; determined by seed and number.
 *
 * @param dossiers how many are paid together
 * @param twice whether every button is pressed twice, at two nodes
 */
record Plan(
    int number, Method method, int dossiers, long amount, Card card, Act act, boolean twice) {
  private static final List<String> ODD_ENDINGS =
      List.of(
          "0000000102", // answer-lost
          "0000000102",
          "0000000110", // 5xx-before
          "0000000128", // 5xx-after
          "0000000136", // malformed
          "0000000144", // bad-signature
          "0000000151", // slow
          "0000000094"); // no-answer

  enum Method {
    CARD,
    ACCOUNT,
    COUNTER
  }

  /** How the payer behaves; a behaviour that does not fit the method means simply paying. */
  enum Act {
    PAY,
    WRONG_CODE_FIRST,
    WRONG_CODES,
    DECLINED_CARD_FIRST,
    CANCEL_AT_ONCE,
    CANCEL_LATER,
    CANCEL_AFTER_PAYING,
    ABANDON_AT_ONCE,
    ABANDON_LATER,
    PAY_LESS,
    PAY_MORE,
    PAY_TWICE
  }

  static Plan of(Settings settings, int number) {
    var chance = settings.chance("plan", number);
    var method = method(chance.nextInt(100));
    int many = chance.nextInt(100);
    int dossiers = many < 80 ? 1 : many < 97 ? 2 + chance.nextInt(4) : 20;
    return new Plan(
        number,
        method,
        dossiers,
        1_000 + chance.nextInt(90) * 100L,
        card(chance),
        act(method, chance.nextInt(100)),
        chance.nextInt(100) < 12);
  }

  private static Method method(int percent) {
    return percent < 40 ? Method.CARD : percent < 70 ? Method.ACCOUNT : Method.COUNTER;
  }

  private static Act act(Method method, int percent) {
    return method == Method.COUNTER ? actAtBranch(percent) : act(percent);
  }

  private static Act act(int percent) {
    return percent < 60
        ? Act.PAY
        : percent < 66
            ? Act.WRONG_CODE_FIRST
            : percent < 70
                ? Act.WRONG_CODES
                : percent < 75
                    ? Act.DECLINED_CARD_FIRST
                    : percent < 79
                        ? Act.CANCEL_AT_ONCE
                        : percent < 84
                            ? Act.CANCEL_LATER
                            : percent < 89
                                ? Act.CANCEL_AFTER_PAYING
                                : percent < 91
                                    ? Act.ABANDON_AT_ONCE
                                    : percent < 94 ? Act.ABANDON_LATER : Act.PAY;
  }

  /** At a branch no code is entered, and a cashier accepts any amount at any time. */
  private static Act actAtBranch(int percent) {
    return percent < 52
        ? Act.PAY
        : percent < 62
            ? Act.PAY_LESS
            : percent < 72
                ? Act.PAY_MORE
                : percent < 79
                    ? Act.PAY_TWICE
                    : percent < 87
                        ? Act.CANCEL_LATER
                        : percent < 92
                            ? Act.CANCEL_AFTER_PAYING
                            : percent < 96 ? Act.CANCEL_AT_ONCE : Act.ABANDON_LATER;
  }

  private static Card card(Random chance) {
    var bank = chance.nextInt(3) == 0 ? "970436" : "970415";
    if (chance.nextInt(100) < 18) {
      var ending = ODD_ENDINGS.get(chance.nextInt(ODD_ENDINGS.size()));
      if (bank.equals("970415")) {
        return card(bank, bank + ending);
      }
    }
    return card(bank, bank.equals("970415") ? "9704150000000011" : "9704360000000016");
  }

  Card declined() {
    return card("970415", "9704150000000029");
  }

  private static Card card(String bank, String number) {
    return new Card(bank, number, "NGUYEN VAN A", "07/15");
  }

  /** All card numbers that any plan may use: none of them may be found anywhere. */
  static List<String> numbers() {
    var all = new ArrayList<String>();
    ODD_ENDINGS.forEach(ending -> all.add("970415" + ending));
    all.addAll(List.of("9704150000000011", "9704360000000016", "9704150000000029"));
    return all;
  }
}
