package vn.dvc.pay.bank;

/** The line to the banks: sends one claimed request, once, and says what the answer means. */
interface BankLine {

  /** Never throws for what happens on the way: whatever is not certain is Unknown. */
  BankAnswer ask(BankRequest request);
}
