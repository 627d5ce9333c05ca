package vn.dvc.pay.bank;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Parties;
import vn.dvc.pay.engine.Party;

/** Each bank's statements are a party of their own: one at a time, and in nobody's way. */
@Component
class StatementParties implements Parties {
  private final BankSettings settings;
  private final StatementWaits waits;

  StatementParties(BankSettings settings, StatementWaits waits) {
    this.settings = settings;
    this.waits = waits;
  }

  @Override
  public List<Party> parties() {
    return settings.banks().stream()
        .map(bank -> new Party(bank.statementTopic(), 1, waits.lock()))
        .toList();
  }
}
