package vn.dvc.proof.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import vn.dvc.scenario.Seal;
import vn.dvc.scenario.Seal.Card;

/** A payer with a card. */
final class CardJourney extends Journey {
  private boolean cardGiven;
  private int codesGiven;
  private String bank;

  CardJourney(Plan plan, LoadContext context) {
    super(plan, context);
  }

  @Override
  Map<String, Object> payer() {
    return individual();
  }

  @Override
  Duration goOn(String status, JsonNode seen) {
    return switch (status) {
      case "waiting_for_card" -> atCard(seen);
      case "waiting_for_otp" -> atCode(seen);
      default -> later();
    };
  }

  private Duration atCard(JsonNode seen) {
    switch (plan.act()) {
      case ABANDON_AT_ONCE -> {
        return null;
      }
      case CANCEL_AT_ONCE -> press("cancel", "/cancel", null);
      default -> {
        var card =
            plan.act() == Plan.Act.DECLINED_CARD_FIRST && !cardGiven
                ? plan.declined()
                : plan.card();
        give(card, seen.path("challenge").asText());
      }
    }
    return later();
  }

  private void give(Card card, String challenge) {
    var known = context.bank(card.bank());
    bank = card.bank();
    cardGiven = true;
    press(
        "card",
        "/card",
        Map.of(
            "bank", card.bank(),
            "sealedCard", Seal.card(known.key(), card, payment, challenge),
            "termsVersion", known.terms()));
  }

  private Duration atCode(JsonNode seen) {
    switch (plan.act()) {
      case ABANDON_LATER -> {
        return null;
      }
      case CANCEL_LATER -> press("cancel", "/cancel", null);
      default -> {
        var code = context.phone().codeFor(payment);
        if (code == null) {
          return later();
        }
        give(wanted(code), seen.path("challenge").asText());
        if (plan.act() == Plan.Act.CANCEL_AFTER_PAYING) {
          press("cancel", "/cancel", null);
        }
      }
    }
    return later();
  }

  private String wanted(String code) {
    codesGiven++;
    var wrong =
        plan.act() == Plan.Act.WRONG_CODES
            || plan.act() == Plan.Act.WRONG_CODE_FIRST && codesGiven == 1;
    return wrong ? (code.equals("111111") ? "222222" : "111111") : code;
  }

  private void give(String code, String challenge) {
    var sealed = Seal.otp(context.bank(bank).key(), code, payment, challenge);
    press("otp", "/otp", Map.of("sealedOtp", sealed));
  }
}
