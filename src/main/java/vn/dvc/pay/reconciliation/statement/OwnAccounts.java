package vn.dvc.pay.reconciliation.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Our accounts at the banks: the collecting account and those that are configured. A bank's file
 * may also tell of accounts that are none of ours.
 */
@Component
class OwnAccounts {
  private final String collectingBank;
  private final String collectingAccount;
  private final Settings settings;

  OwnAccounts(
      @Value("${dvc.collecting.bank}") String collectingBank,
      @Value("${dvc.collecting.account}") String collectingAccount,
      Settings settings) {
    this.collectingBank = collectingBank;
    this.collectingAccount = collectingAccount;
    this.settings = settings;
  }

  /** Empty if we know of none: then all that the bank tells of are ours. */
  Set<String> at(String bank) {
    var accounts = new HashSet<>(settings.accounts().getOrDefault(bank, List.of()));
    if (bank.equals(collectingBank)) {
      accounts.add(collectingAccount);
    }
    return accounts;
  }

  /**
   * @param accounts by the bank's BIN, further accounts whose statements we want: those over which
   *     cards and account payments are settled, where that is not the collecting account
   */
  @ConfigurationProperties("dvc.reconciliation")
  record Settings(@DefaultValue Map<String, List<String>> accounts) {}
}
