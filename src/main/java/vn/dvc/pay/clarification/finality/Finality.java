package vn.dvc.pay.clarification.finality;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankCalls.UnknownCall;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;

/**
 * When a bank's word on a transaction settles what became of our call. That the call had its effect
 * is certain at once. That it had none is certain only when the bank may no longer carry it out.
 */
public final class Finality {
  private static final Set<TransactionState> NOTHING = EnumSet.of(TransactionState.NOT_FOUND);
  private static final Set<TransactionState> STILL_HELD =
      EnumSet.of(
          TransactionState.NOT_FOUND, TransactionState.PENDING_OTP, TransactionState.AUTHORISED);

  private static final Map<Operation, Set<TransactionState>> WITHOUT_EFFECT =
      Map.of(
          Operation.AUTHORISE, NOTHING,
          Operation.MANDATE, NOTHING,
          Operation.END_MANDATE, EnumSet.of(TransactionState.AUTHORISED),
          Operation.DEBIT, NOTHING,
          Operation.REVERSAL, NOTHING,
          Operation.OTP, EnumSet.of(TransactionState.NOT_FOUND, TransactionState.PENDING_OTP),
          Operation.RESEND, NOTHING,
          Operation.CAPTURE, STILL_HELD,
          Operation.VOID, STILL_HELD);

  private static final Set<Operation> AGAIN_UNDER_ONE_ATTEMPT =
      EnumSet.of(Operation.MANDATE, Operation.DEBIT, Operation.REVERSAL);

  private Finality() {}

  /** A bank that contradicts itself settles nothing: it is asked again, and at last a person. */
  public static boolean isFinal(UnknownCall call, Approved found, Instant now) {
    if (!call.operation().canLeaveIn(found.state())) {
      return false;
    }
    var hadItsEffect = !WITHOUT_EFFECT.get(call.operation()).contains(found.state());
    return hadItsEffect && !refusedAnEarlierOne(call, found) || now.isAfter(call.surelyOver());
  }

  /** That an earlier request came too late says nothing of this one, which may still arrive. */
  private static boolean refusedAnEarlierOne(UnknownCall call, Approved found) {
    return AGAIN_UNDER_ONE_ATTEMPT.contains(call.operation())
        && found.state() == TransactionState.DECLINED
        && "request-expired".equals(found.reason());
  }
}
