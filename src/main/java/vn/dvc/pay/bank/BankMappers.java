package vn.dvc.pay.bank;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds the mapper of a bank: its own, or the contract's. */
@Component
class BankMappers {
  private final Map<String, BankMapper> byName;
  private final ContractMapper contract;

  BankMappers(Map<String, BankMapper> byName, ContractMapper contract) {
    this.byName = byName;
    this.contract = contract;
  }

  BankMapper of(Bank bank) {
    return byName.getOrDefault("bank-" + bank.bin(), contract);
  }
}
