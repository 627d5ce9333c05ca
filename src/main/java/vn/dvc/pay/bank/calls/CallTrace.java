package vn.dvc.pay.bank.calls;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.values.CallRef;

/** When a call was sent and answered, and with what answer. */
record CallTrace(
    UUID callRef,
    Operation operation,
    CallState state,
    @Nullable Instant sentAt,
    @Nullable Instant answeredAt,
    @Nullable String answer) {

  BankCalls.CallMade toCallMade() {
    var text = answer == null ? state.name() : summary(AnswerColumn.read(answer));
    return new BankCalls.CallMade(new CallRef(callRef), operation, sentAt, answeredAt, text);
  }

  /** Verdict, state and reason: the part that may be shown to people. */
  private static String summary(BankAnswer answer) {
    return Stream.of(answer.verdict(), answer.state(), answer.reason())
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
