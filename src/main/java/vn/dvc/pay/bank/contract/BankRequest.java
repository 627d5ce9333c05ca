package vn.dvc.pay.bank.contract;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/** A claimed call about to be sent. From now on the sealed value exists only here. */
public record BankRequest(
    Bank bank,
    Operation operation,
    AttemptRef attempt,
    CallRef call,
    Instant validUntil,
    @Nullable Money amount,
    @Nullable String sealed,
    Map<String, Object> body) {

  /** Identifies the request without showing its content. */
  @Override
  public String toString() {
    return operation + " " + call + " to " + bank.bin();
  }
}
