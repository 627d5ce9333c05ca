package vn.dvc.pay.bank.channel;

import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.contract.BankRequest;

/** Sends one claimed request to its bank, once, and interprets the answer. */
public interface BankGateway {

  /** Never throws for failures on the way: whatever is not certain is Unknown. */
  BankAnswer ask(BankRequest request);
}
