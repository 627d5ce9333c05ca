package vn.dvc.pay.bank.channel;

import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.contract.BankRequest;

/** The line to the banks: sends one claimed request, once, and says what the answer means. */
public interface BankGateway {

  /** Never throws for what happens on the way: whatever is not certain is Unknown. */
  BankAnswer ask(BankRequest request);
}
