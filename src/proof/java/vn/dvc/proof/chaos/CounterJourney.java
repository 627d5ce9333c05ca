package vn.dvc.proof.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A payer at a branch: pays exactly, wrongly, twice, after cancelling, or not at all. */
final class CounterJourney extends Journey {
  private int paid;
  private String code;

  CounterJourney(Plan plan, Street street) {
    super(plan, street);
  }

  @Override
  Map<String, Object> payer() {
    return individual();
  }

  @Override
  Duration goOn(String status, JsonNode seen) {
    if (!status.equals("waiting_for_collection")) {
      return later();
    }
    code = seen.path("instruction").path("code").asText();
    var owed = seen.path("amount").asLong();
    switch (plan.act()) {
      case ABANDON_AT_ONCE, ABANDON_LATER -> {
        return null;
      }
      case CANCEL_AT_ONCE, CANCEL_LATER -> press("cancel", "/cancel", null);
      case CANCEL_AFTER_PAYING -> {
        pay(owed);
        press("cancel", "/cancel", null);
      }
      case WRONG_AMOUNT -> {
        pay(owed - 100);
        return null;
      }
      default -> pay(owed);
    }
    return later();
  }

  /** Some pay although it is too late. */
  @Override
  Duration ended(String status) {
    var late = plan.act() == Plan.Act.CANCEL_LATER && paid == 0;
    var twice = plan.act() == Plan.Act.PAY_TWICE && paid == 1;
    if (late || twice) {
      paid++;
      layDown(plan.amount() * plan.dossiers(), paid);
    }
    return null;
  }

  private void pay(long amount) {
    if (paid == 0) {
      paid++;
      layDown(amount, paid);
    }
  }

  private void layDown(long amount, int slip) {
    var order = new HashMap<String, Object>();
    order.put("code", code);
    order.put("amount", amount);
    order.put("reference", "chaos-" + plan.number() + "-" + slip);
    order.put("style", plan.twice() ? "spaced" : "plain");
    street.cashier().post("/sandbox/cashier/collections", order);
    street.said(plan, -1, "collect", "ok", null, payment, null, null);
    if (plan.twice()) {
      street
          .cashier()
          .post("/sandbox/cashier/collections/" + order.get("reference") + "/deliver", null);
    }
  }
}
