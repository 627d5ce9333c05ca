package vn.dvc.proof.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A payer at a branch: pays the exact amount, too little and then the rest, too much, twice, after
 * cancelling, or not at all.
 */
final class CounterJourney extends Journey {
  private int slips;
  private long paid;
  private String code;
  private String paidCode;

  CounterJourney(Plan plan, LoadContext context) {
    super(plan, context);
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
      case PAY_LESS -> payLess(owed);
      case PAY_MORE -> {
        if (slips == 0) {
          context.counts("collections of more than is owed");
        }
        pay(owed + 300);
      }
      default -> pay(owed);
    }
    return later();
  }

  /** Pays the rest once there is an instruction for it. */
  private void payLess(long owed) {
    if (slips == 0) {
      context.counts("collections of less than is owed");
      pay(owed - 100);
    } else if (slips == 1 && !code.equals(paidCode)) {
      context.counts("rests paid by a further instruction");
      layDown(owed - paid);
    }
  }

  /** Some pay although it is too late, or pay once more. */
  @Override
  Duration ended(String status) {
    var late = plan.act() == Plan.Act.CANCEL_LATER && slips == 0 && code != null;
    var twice = plan.act() == Plan.Act.PAY_TWICE && slips == 1;
    if (late || twice) {
      context.counts(late ? "collections after the end" : "repeated collections");
      layDown(plan.amount() * plan.dossiers());
    }
    return null;
  }

  private void pay(long amount) {
    if (slips == 0) {
      layDown(amount);
    }
  }

  private void layDown(long amount) {
    slips++;
    paid += amount;
    paidCode = code;
    var order = new HashMap<String, Object>();
    order.put("code", code);
    order.put("amount", amount);
    order.put("reference", "chaos-" + plan.number() + "-" + slips);
    order.put("style", plan.twice() ? "spaced" : "plain");
    context.cashier().post("/sandbox/cashier/collections", order);
    context.said(plan, -1, "collect", "ok", null, payment, null, null);
    if (plan.twice()) {
      context
          .cashier()
          .post("/sandbox/cashier/collections/" + order.get("reference") + "/deliver", null);
    }
  }
}
