package vn.dvc.pay.clarification.inquiry;

import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.BankCommand.Tombstone;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.clarification.AttemptOwners;
import vn.dvc.pay.clarification.inquiry.ClarifyOutcomeSteps.Verdict;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.values.AttemptRef;

/**
 * Has the bank reject any later request for an attempt it does not know, so that a request still on
 * its way comes too late. Then nobody needs to wait until the request expires.
 */
@Component
class Tombstones {
  private final BankCalls calls;
  private final AttemptOwners owners;

  Tombstones(BankCalls calls, AttemptOwners owners) {
    this.calls = calls;
    this.owners = owners;
  }

  /** Runs in the transaction that records that the bank does not know the attempt. */
  Verdict prepare(AttemptRef attempt) {
    calls.prepare(attempt, new Tombstone());
    return Verdict.FORBID;
  }

  RecordedAnswer ask(AttemptRef attempt) {
    return calls.ask(attempt, Operation.TOMBSTONE, answered -> record(attempt, answered).name());
  }

  /** A bank that refuses must know the attempt by now, so it is asked again for the outcome. */
  Verdict record(AttemptRef attempt, Answered answered) {
    owners.lock(attempt);
    var answer = calls.record(answered);
    if (calls.lock(attempt).state() != Attempt.State.UNKNOWN) {
      return Verdict.CERTAIN;
    }
    if (!(answer instanceof BankAnswer.Approved)) {
      return Verdict.UNKNOWN;
    }
    calls.settleUnknown(attempt, TransactionState.TOMBSTONED, "tombstone " + answered.call());
    return Verdict.CERTAIN;
  }
}
