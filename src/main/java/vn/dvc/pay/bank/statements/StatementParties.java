package vn.dvc.pay.bank.statements;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.engine.Parties;
import vn.dvc.pay.engine.Party;

/** Each bank's statements are a separate party: fetched one at a time, delaying nothing else. */
@Component
class StatementParties implements Parties {
  private final BankSettings settings;
  private final StatementSettings waits;

  StatementParties(BankSettings settings, StatementSettings waits) {
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
