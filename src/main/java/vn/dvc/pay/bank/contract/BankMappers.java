package vn.dvc.pay.bank.contract;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;

/** Finds a bank's mapper: its own, or the contract's. */
@Component
public class BankMappers {
  private final Map<String, BankMapper> byName;
  private final ContractMapper contract;

  public BankMappers(Map<String, BankMapper> byName, ContractMapper contract) {
    this.byName = byName;
    this.contract = contract;
  }

  public BankMapper of(Bank bank) {
    return byName.getOrDefault("bank-" + bank.bin(), contract);
  }
}
