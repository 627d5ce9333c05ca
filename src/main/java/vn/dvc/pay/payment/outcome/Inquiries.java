package vn.dvc.pay.payment.outcome;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/** One inquiry: asks, and settles what is unknown when the answer is final. */
@Component
class Inquiries {
  /**
   * How long an inquiry may take to be sent; it changes nothing, so it is merely not worth more.
   */
  static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

  private final BankCalls calls;
  private final Owners owners;
  private final Tombstones tombstones;
  private final DatabaseTime time;

  Inquiries(BankCalls calls, Owners owners, Tombstones tombstones, DatabaseTime time) {
    this.calls = calls;
    this.owners = owners;
    this.tombstones = tombstones;
    this.time = time;
  }

  Answered ask(AttemptRef attempt) {
    return calls.send(attempt, Operation.INQUIRY);
  }

  @Transactional
  OutcomeVerdict record(AttemptRef attempt, Answered answered) {
    var owned = owners.lock(attempt);
    var answer = calls.record(answered);
    if (calls.lock(attempt).state() != Attempt.State.UNKNOWN) {
      return OutcomeVerdict.CERTAIN;
    }
    var inDoubt = calls.unknownCall(attempt).orElseThrow();
    if (!(answer instanceof BankAnswer.Approved found)) {
      return OutcomeVerdict.UNKNOWN;
    }
    if (!Finality.isFinal(inDoubt, found, time.now())) {
      var shallNeverBe =
          found.state() == TransactionState.NOT_FOUND
              && owned.owner().givesUpWhatIsNotFound(owned.subject());
      return shallNeverBe ? tombstones.prepare(attempt) : OutcomeVerdict.UNKNOWN;
    }
    calls.settleUnknown(attempt, found.state(), "inquiry " + answered.call());
    owned.owner().found(owned.subject(), attempt, found);
    return OutcomeVerdict.CERTAIN;
  }
}
