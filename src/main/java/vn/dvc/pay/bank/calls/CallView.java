package vn.dvc.pay.bank.calls;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.values.CallRef;

/** A call as currently stored, without its sealed value. */
record CallView(
    UUID callRef,
    UUID attemptRef,
    Operation operation,
    int seq,
    CallState state,
    Attempt.State attemptWas,
    Instant validUntil,
    String body,
    @Nullable String answer) {

  CallRef ref() {
    return new CallRef(callRef);
  }

  /**
   * Whether the bank was reached and answered that it had not executed the request. A request that
   * it never saw, or saw too late, was not refused.
   */
  boolean isRefused() {
    if (answer == null || state != CallState.DECLINED && state != CallState.NOT_SENT) {
      return false;
    }
    var stored = AnswerColumn.read(answer);
    return stored.state() != null && !DeclineReason.REQUEST_EXPIRED.is(stored.reason());
  }
}
