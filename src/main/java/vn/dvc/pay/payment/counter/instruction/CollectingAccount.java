package vn.dvc.pay.payment.counter.instruction;

import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.dvc.pay.values.AccountNumber;

/**
 * The province's account that receives all fees, configured under {@code dvc.collecting}.
 *
 * @param bank BIN of the collecting bank
 * @param account its number at that bank
 * @param name the account holder, as the transfer form asks for it
 */
@ConfigurationProperties("dvc.collecting")
record CollectingAccount(String bank, String account, String name) {

  AccountNumber number() {
    return new AccountNumber(bank, account);
  }
}
