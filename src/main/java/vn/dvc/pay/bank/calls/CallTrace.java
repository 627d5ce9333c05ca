package vn.dvc.pay.bank.calls;

import java.time.Instant;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Operation;

/** When a call was sent and answered, and with what answer. */
record CallTrace(
    Operation operation, CallState state, Instant sentAt, Instant answeredAt, String answer) {

  BankCalls.CallMade toCallMade() {
    var text = answer == null ? state.name() : StoredAnswer.parse(answer).summary();
    return new BankCalls.CallMade(operation, sentAt, answeredAt, text);
  }
}
