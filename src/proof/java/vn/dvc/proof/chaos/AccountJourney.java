package vn.dvc.proof.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import vn.dvc.scenario.Portal;

/** A business that pays by its registered account: one debit, and otherwise only watching. */
final class AccountJourney extends Journey {
  private boolean cancelled;

  AccountJourney(Plan plan, LoadContext context) {
    super(plan, context);
  }

  @Override
  Map<String, Object> payer() {
    return Portal.AN_PHAT;
  }

  @Override
  Duration goOn(String status, JsonNode seen) {
    if (plan.act() == Plan.Act.CANCEL_LATER && !cancelled) {
      cancelled = true;
      press("cancel", "/cancel", null);
    }
    return later();
  }
}
