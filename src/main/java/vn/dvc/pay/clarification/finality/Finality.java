package vn.dvc.pay.clarification.finality;

import java.time.Instant;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankCalls.UnknownCall;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.bank.TransactionState;

/**
 * When a bank's word on a transaction settles what became of our call. That the call had its effect
 * is certain at once. That it had none is certain only when the bank may no longer carry it out.
 */
public final class Finality {
  private Finality() {}

  /** A bank that contradicts itself settles nothing: it is asked again, and at last a person. */
  public static boolean isFinal(UnknownCall call, Approved found, Instant now) {
    if (!call.operation().canLeaveIn(found.state())) {
      return false;
    }
    var nothingCanFollow = !call.operation().mayStillHappenIn(found.state());
    return nothingCanFollow && !refusedAnEarlierOne(call, found) || now.isAfter(call.surelyOver());
  }

  /** That an earlier request came too late says nothing of this one, which may still arrive. */
  private static boolean refusedAnEarlierOne(UnknownCall call, Approved found) {
    return call.operation().isRepeatable()
        && found.state() == TransactionState.DECLINED
        && DeclineReason.REQUEST_EXPIRED.is(found.reason());
  }
}
