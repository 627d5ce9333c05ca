package vn.dvc.pay.bank.contract;

/**
 * Why no valid answer was received, in one word. Never carries a cause, a body or an address,
 * because exceptions end up in logs and in the engine's tables.
 */
public class BankFailure extends Exception {
  public BankFailure(String code) {
    super(code, null, false, false);
  }
}
