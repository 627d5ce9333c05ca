package vn.dvc.pay.clarification.inquiry;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.clarification.AttemptOwners;
import vn.dvc.pay.clarification.finality.Finality;
import vn.dvc.pay.clarification.finality.LateAnswers;
import vn.dvc.pay.clarification.inquiry.ClarifyOutcomeSteps.Verdict;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.values.AttemptRef;

/** One inquiry: asks the bank, and settles an unknown outcome if the answer is final. */
@Component
public class TransactionInquiry {
  private final BankCalls calls;
  private final AttemptOwners owners;
  private final Tombstones tombstones;
  private final LateAnswers late;

  TransactionInquiry(
      BankCalls calls, AttemptOwners owners, Tombstones tombstones, LateAnswers late) {
    this.calls = calls;
    this.owners = owners;
    this.tombstones = tombstones;
    this.late = late;
  }

  RecordedAnswer ask(AttemptRef attempt) {
    return calls.ask(attempt, Operation.INQUIRY, answered -> record(attempt, answered).name());
  }

  /** An answer that arrives after settlement is still compared with it. */
  private Verdict record(AttemptRef attempt, Answered answered) {
    var owned = owners.lock(attempt);
    var answer = calls.record(answered);
    var known = calls.lock(attempt);
    if (!(answer instanceof Approved found)) {
      return known.state() == Attempt.State.UNKNOWN ? Verdict.UNKNOWN : Verdict.CERTAIN;
    }
    var asked = calls.sentAt(answered.call());
    if (known.state() != Attempt.State.UNKNOWN
        && late.weigh(known, found, asked) != LateAnswers.Weighed.DOUBTED_AGAIN) {
      return Verdict.CERTAIN;
    }
    return settle(owned, attempt, found, answered, asked);
  }

  /**
   * What counts is when the bank was asked, because it looked no earlier, however late its answer
   * is recorded. News that arrived since may be newer than an answer that nothing moved.
   */
  private Verdict settle(
      AttemptOwners.Owned<?> owned,
      AttemptRef attempt,
      Approved found,
      Answered answered,
      Instant asked) {
    var inDoubt =
        calls
            .unknownCall(attempt)
            .orElseThrow(() -> new IllegalStateException("No unknown call of attempt " + attempt));
    if (LateAnswers.sawNoMoneyMove(found) && late.newsSince(attempt)) {
      return Verdict.UNKNOWN;
    }
    if (!Finality.isFinal(inDoubt, found, asked)) {
      var canBeForbidden =
          found.state() == TransactionState.NOT_FOUND && owned.givesUpWhatIsNotFound();
      return canBeForbidden ? tombstones.prepare(attempt) : Verdict.UNKNOWN;
    }
    calls.settleUnknown(attempt, found.state(), "inquiry " + answered.call());
    owned.outcomeFound(attempt, found);
    return Verdict.CERTAIN;
  }
}
