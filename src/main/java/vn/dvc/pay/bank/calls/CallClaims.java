package vn.dvc.pay.bank.calls;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.contract.BankRequest;
import vn.dvc.pay.bank.contract.BankRequestBody;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/**
 * Decides who may send a call: the node whose short transaction moves it from CREATED to SENDING
 * and removes its sealed value from the database.
 */
@Component
class CallClaims {
  private static final Set<Operation> SEALED = EnumSet.of(Operation.AUTHORISE, Operation.OTP);

  private final CallRepository calls;
  private final AnswerRecorder recorder;
  private final Banks banks;
  private final DatabaseTime time;

  CallClaims(CallRepository calls, AnswerRecorder recorder, Banks banks, DatabaseTime time) {
    this.calls = calls;
    this.recorder = recorder;
    this.banks = banks;
    this.time = time;
  }

  /** Either the right to send, or the answer for a caller that lost the claim. */
  sealed interface Claim {
    /**
     * @param subject whom the call is made for
     */
    record Won(BankRequest request, String subject) implements Claim {}

    record Lost(CallRef call, BankAnswer answer) implements Claim {}
  }

  @Transactional
  Claim claim(AttemptRef ref, Operation operation, Supplier<Optional<String>> objection) {
    var prepared =
        calls
            .prepared(ref.id(), operation)
            .orElseThrow(
                () -> new IllegalStateException("No " + operation + " was prepared for " + ref));
    var bank = banks.require(prepared.bank());
    var call = prepared.call();
    if (call.state() != CallState.CREATED) {
      return lost(call);
    }
    var now = time.now();
    if (operation != Operation.INQUIRY && !now.isBefore(call.validUntil())) {
      return unsent(call, DeclineReason.REQUEST_EXPIRED.code());
    }
    if (SEALED.contains(operation) && prepared.sealed() == null) {
      return unsent(call, "sealed-value-forgotten");
    }
    var refusal = objection.get();
    if (refusal.isPresent()) {
      return unsent(call, refusal.get());
    }
    if (calls.claim(call.callRef(), now) == 0) {
      return lost(calls.require(call.callRef()));
    }
    return new Claim.Won(
        new BankRequest(
            bank,
            operation,
            ref,
            call.ref(),
            call.validUntil(),
            prepared.amount() == null ? null : new Money(prepared.amount()),
            prepared.sealed(),
            BankRequestBody.read(call.body())),
        prepared.subject());
  }

  private Claim lost(CallView call) {
    calls.countExecution(call.callRef());
    return new Claim.Lost(call.ref(), AnswerRecorder.standing(call));
  }

  private Claim unsent(CallView call, String cause) {
    calls.countExecution(call.callRef());
    return new Claim.Lost(call.ref(), recorder.unsent(call, new BankAnswer.NotSent(cause)));
  }
}
