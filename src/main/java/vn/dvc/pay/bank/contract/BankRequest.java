package vn.dvc.pay.bank.contract;

import java.time.Instant;
import java.util.Map;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/** A claimed call on its way to the bank. The sealed value exists only here from now on. */
public record BankRequest(
    Bank bank,
    Operation operation,
    AttemptRef attempt,
    CallRef call,
    Instant validUntil,
    Money amount,
    String sealed,
    Map<String, Object> body) {

  /** Names the request without showing what it carries. */
  @Override
  public String toString() {
    return operation + " " + call + " to " + bank.bin();
  }
}
