package vn.dvc.pay.bank;

import java.time.Instant;

/** When a call was sent and answered, and what the answer was. */
record CallTrace(
    Operation operation, CallState state, Instant sentAt, Instant answeredAt, String answer) {

  BankCalls.CallMade shown() {
    var words = answer == null ? state.name() : WrittenAnswer.parse(answer).words();
    return new BankCalls.CallMade(operation, sentAt, answeredAt, words);
  }
}
