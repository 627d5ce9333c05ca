package vn.dvc.pay.bank.calls;

import java.time.Instant;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Operation;

/** When a call was sent and answered, and what the answer was. */
record CallTrace(
    Operation operation, CallState state, Instant sentAt, Instant answeredAt, String answer) {

  BankCalls.CallMade shown() {
    var words = answer == null ? state.name() : StoredAnswer.parse(answer).words();
    return new BankCalls.CallMade(operation, sentAt, answeredAt, words);
  }
}
