package vn.dvc.pay.bank;

/**
 * Why there is no answer that counts, as one word. Never carries a cause, a body or an address:
 * exceptions end up in logs and in the engine's tables.
 */
class BankFailure extends Exception {
  BankFailure(String code) {
    super(code, null, false, false);
  }
}
