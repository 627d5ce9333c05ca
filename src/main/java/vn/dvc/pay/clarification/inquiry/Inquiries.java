package vn.dvc.pay.clarification.inquiry;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.clarification.AttemptOwners;
import vn.dvc.pay.clarification.finality.Finality;
import vn.dvc.pay.clarification.finality.LateAnswers;
import vn.dvc.pay.clarification.finality.Tombstones;
import vn.dvc.pay.values.AttemptRef;

/** One inquiry: asks, and settles what is unknown when the answer is final. */
@Component
public class Inquiries {
  /**
   * How long an inquiry may take to be sent; it changes nothing, so it is merely not worth more.
   */
  public static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

  private final BankCalls calls;
  private final AttemptOwners owners;
  private final Tombstones tombstones;
  private final LateAnswers late;

  Inquiries(BankCalls calls, AttemptOwners owners, Tombstones tombstones, LateAnswers late) {
    this.calls = calls;
    this.owners = owners;
    this.tombstones = tombstones;
    this.late = late;
  }

  Answered ask(AttemptRef attempt) {
    return calls.send(attempt, Operation.INQUIRY);
  }

  /** Also an answer that comes when all is settled is held against what was settled. */
  @Transactional
  OutcomeVerdict record(AttemptRef attempt, Answered answered) {
    var owned = owners.lock(attempt);
    var answer = calls.record(answered);
    var known = calls.lock(attempt);
    if (!(answer instanceof Approved found)) {
      return known.state() == Attempt.State.UNKNOWN
          ? OutcomeVerdict.UNKNOWN
          : OutcomeVerdict.CERTAIN;
    }
    var asked = calls.sentAt(answered.call());
    if (known.state() != Attempt.State.UNKNOWN
        && late.weigh(known, found, asked) != LateAnswers.Weighed.DOUBTED_AGAIN) {
      return OutcomeVerdict.CERTAIN;
    }
    return settle(owned, attempt, found, answered, asked);
  }

  /**
   * The bank had looked no earlier than it was asked, so that counts, however late its answer is
   * recorded. News that came since it was asked may be younger than its word that nothing moved.
   */
  private OutcomeVerdict settle(
      AttemptOwners.Owned owned,
      AttemptRef attempt,
      Approved found,
      Answered answered,
      Instant asked) {
    var inDoubt = calls.unknownCall(attempt).orElseThrow();
    if (LateAnswers.sawNoMoneyMove(found) && late.newsSince(attempt)) {
      return OutcomeVerdict.UNKNOWN;
    }
    if (!Finality.isFinal(inDoubt, found, asked)) {
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
