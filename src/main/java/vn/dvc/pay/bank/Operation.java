package vn.dvc.pay.bank;

import static vn.dvc.pay.bank.OperationStates.ANY;
import static vn.dvc.pay.bank.OperationStates.clarification;
import static vn.dvc.pay.bank.OperationStates.consent;
import static vn.dvc.pay.bank.OperationStates.hold;
import static vn.dvc.pay.bank.OperationStates.money;
import static vn.dvc.pay.bank.OperationStates.question;
import static vn.dvc.pay.bank.TransactionState.AUTHORISED;
import static vn.dvc.pay.bank.TransactionState.CAPTURED;
import static vn.dvc.pay.bank.TransactionState.DEBITED;
import static vn.dvc.pay.bank.TransactionState.DECLINED;
import static vn.dvc.pay.bank.TransactionState.NOT_FOUND;
import static vn.dvc.pay.bank.TransactionState.PENDING_OTP;
import static vn.dvc.pay.bank.TransactionState.REVERSED;
import static vn.dvc.pay.bank.TransactionState.TOMBSTONED;
import static vn.dvc.pay.bank.TransactionState.VOIDED;

import vn.dvc.pay.bank.Attempt.State;

/**
 * What we ask of a bank, by the contract bank-v1: when it may be asked, and what the state in which
 * the bank then sees the attempt says about it. {@link OperationStates} explains the columns.
 */
public enum Operation {
  AUTHORISE(
      money()
          .askedIn(State.CREATED)
          .approvedIn(PENDING_OTP)
          .declinedIn(ANY)
          .effectIn(PENDING_OTP, AUTHORISED, CAPTURED, DEBITED, VOIDED, REVERSED)
          .mayStillHappenIn(NOT_FOUND)
          .leftIn(ANY)),
  OTP(
      hold()
          .askedIn(State.PENDING_OTP)
          .approvedIn(AUTHORISED, CAPTURED, DEBITED)
          .declinedIn(ANY)
          .effectIn(AUTHORISED, CAPTURED, DEBITED, REVERSED)
          .mayStillHappenIn(NOT_FOUND, PENDING_OTP)
          .leftIn(ANY)),
  RESEND(
      hold()
          .askedIn(State.PENDING_OTP)
          .approvedIn(PENDING_OTP)
          .declinedIn(ANY)
          .effectIn(PENDING_OTP)
          .mayStillHappenIn(NOT_FOUND)
          .leftIn(ANY)),
  CAPTURE(
      hold()
          .askedIn(State.AUTHORISED)
          .approvedIn(CAPTURED, DEBITED)
          .declinedIn(ANY)
          .effectIn(CAPTURED, DEBITED, REVERSED)
          .mayStillHappenIn(NOT_FOUND, PENDING_OTP, AUTHORISED)
          .leftIn(ANY)),
  /**
   * NOT_FOUND stands in two columns. A hold that the bank no longer knows is a hold no more: the
   * release has what it was for. But the bank has not released it, and it did know it once: that is
   * believed only when the request can no longer arrive.
   */
  VOID(
      hold()
          .askedIn(State.PENDING_OTP, State.AUTHORISED)
          .approvedIn(VOIDED, TOMBSTONED)
          .declinedIn(ANY)
          .effectIn(VOIDED, TOMBSTONED, NOT_FOUND)
          .mayStillHappenIn(NOT_FOUND, PENDING_OTP, AUTHORISED)
          .leftIn(ANY)),
  /** Whose account is it? Changes nothing at the bank. */
  ENQUIRY(
      question()
          .askedIn(State.CREATED)
          .approvedIn(NOT_FOUND)
          .declinedIn(NOT_FOUND, DECLINED)
          .leftIn(NOT_FOUND)),
  /** From now on debits of this account are agreed to. */
  MANDATE(
      consent()
          .askedIn(State.CREATED, State.NOT_EXECUTED)
          .approvedIn(AUTHORISED)
          .declinedIn(NOT_FOUND, DECLINED)
          .effectIn(AUTHORISED, VOIDED)
          .mayStillHappenIn(NOT_FOUND)
          .leftIn(NOT_FOUND, TOMBSTONED, DECLINED, AUTHORISED, VOIDED)),
  END_MANDATE(
      consent()
          .askedIn(State.AUTHORISED)
          .approvedIn(VOIDED)
          .declinedIn(AUTHORISED)
          .effectIn(VOIDED)
          .mayStillHappenIn(AUTHORISED)
          .leftIn(AUTHORISED, VOIDED)),
  DEBIT(
      money()
          .askedIn(State.CREATED, State.NOT_EXECUTED)
          .approvedIn(DEBITED)
          .declinedIn(NOT_FOUND, DECLINED)
          .effectIn(CAPTURED, DEBITED, REVERSED)
          .mayStillHappenIn(NOT_FOUND)
          .leftIn(NOT_FOUND, TOMBSTONED, DECLINED, CAPTURED, DEBITED, REVERSED)),
  /** Gives back what an earlier debit or collection took. */
  REVERSAL(
      money()
          .askedIn(State.CREATED, State.NOT_EXECUTED)
          .approvedIn(REVERSED)
          .declinedIn(NOT_FOUND, DECLINED)
          .effectIn(REVERSED)
          .mayStillHappenIn(NOT_FOUND)
          .leftIn(NOT_FOUND, TOMBSTONED, DECLINED, REVERSED)),
  /** What became of an attempt? Changes nothing at the bank. Its approval is the finding itself. */
  INQUIRY(clarification().askedIn(State.values()).approvedIn(ANY).leftIn(ANY)),
  /** Tells the bank to reject any later request for an attempt that it does not know. */
  TOMBSTONE(
      clarification().askedIn(State.UNKNOWN).approvedIn(TOMBSTONED).declinedIn(ANY).leftIn(ANY));

  private final OperationStates states;

  Operation(OperationStates states) {
    this.states = states;
  }

  /**
   * What moves no money and leaves the attempt as it is with us, whatever becomes of it. A finding
   * is drawn from it in a step of its own.
   */
  public boolean isQuestion() {
    return states.kind == OperationStates.Kind.QUESTION || clarifies();
  }

  /** Has a line of its own, so that a bank that takes no debits still tells what became of them. */
  public boolean clarifies() {
    return states.kind == OperationStates.Kind.CLARIFICATION;
  }

  /**
   * Whether it holds, moves, releases or gives back an amount, which the attempt must then have.
   */
  public boolean concernsMoney() {
    return states.kind == OperationStates.Kind.MONEY || concernsHold();
  }

  /** Whether it is asked of what the bank has authorised, and so holds. */
  public boolean concernsHold() {
    return states.kind == OperationStates.Kind.HOLD;
  }

  /** While an outcome is unknown, only questions may be asked. */
  public boolean mayBeAskedIn(State state) {
    return states.askedIn.contains(state);
  }

  /** What surely had no effect is asked for again under the same attempt, by the next sequence. */
  public boolean isRepeatable() {
    return !isQuestion() && mayBeAskedIn(State.NOT_EXECUTED);
  }

  public boolean canBeApprovedIn(TransactionState state) {
    return states.approvedIn.contains(state);
  }

  public boolean canBeDeclinedIn(TransactionState state) {
    return states.declinedIn.contains(state);
  }

  /** Of an unknown call: this finding, once final, shows that it was carried out. */
  public boolean hadItsEffectIn(TransactionState finding) {
    requireEffect();
    return states.effectIn.contains(finding);
  }

  /** Of an unknown call: found so, the bank has not carried it out, but may do so until it ends. */
  public boolean mayStillHappenIn(TransactionState finding) {
    requireEffect();
    return states.mayStillHappenIn.contains(finding);
  }

  /**
   * Whether a bank can see an attempt so after this was asked of it. What cannot be settles
   * nothing: the bank contradicts itself.
   */
  public boolean canLeaveIn(TransactionState state) {
    return states.leftIn.contains(state);
  }

  private void requireEffect() {
    if (isQuestion()) {
      throw new IllegalStateException("Nothing comes of a question: " + this);
    }
  }
}
