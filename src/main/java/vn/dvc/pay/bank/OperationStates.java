package vn.dvc.pay.bank;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * One row of the table in {@link Operation}: in which states it may be asked, and what each state
 * says afterwards. Each column is written by its name. Attempts are in our states where something
 * is asked, and in the bank's where it tells what came of it.
 */
final class OperationStates {
  static final TransactionState[] ANY = TransactionState.values();

  /** What an operation is about. */
  enum Kind {
    /** Holds, takes or gives back an amount. */
    MONEY,
    /** Goes on with an amount that the bank already holds. */
    HOLD,
    /** Gives or ends the consent to debits; has an effect, but no amount. */
    CONSENT,
    QUESTION,
    /** Asks, or settles, what became of an earlier call. */
    CLARIFICATION
  }

  final Kind kind;
  final Set<Attempt.State> askedIn = EnumSet.noneOf(Attempt.State.class);
  final Set<TransactionState> approvedIn = none();
  final Set<TransactionState> declinedIn = none();
  final Set<TransactionState> effectIn = none();
  final Set<TransactionState> mayStillHappenIn = none();
  final Set<TransactionState> leftIn = none();

  private OperationStates(Kind kind) {
    this.kind = kind;
  }

  static OperationStates money() {
    return new OperationStates(Kind.MONEY);
  }

  static OperationStates hold() {
    return new OperationStates(Kind.HOLD);
  }

  static OperationStates consent() {
    return new OperationStates(Kind.CONSENT);
  }

  static OperationStates question() {
    return new OperationStates(Kind.QUESTION);
  }

  static OperationStates clarification() {
    return new OperationStates(Kind.CLARIFICATION);
  }

  /** The states of an attempt in which the bank may be asked for this. */
  OperationStates askedIn(Attempt.State... states) {
    return with(askedIn, states);
  }

  /** The states that can stand beside APPROVED in an answer; any other contradicts it. */
  OperationStates approvedIn(TransactionState... states) {
    return with(approvedIn, states);
  }

  /** The same beside DECLINED. */
  OperationStates declinedIn(TransactionState... states) {
    return with(declinedIn, states);
  }

  /** Findings that show that an unknown call had its effect; all others show that it had none. */
  OperationStates effectIn(TransactionState... findings) {
    return with(effectIn, findings);
  }

  /**
   * Findings that are not final yet: the bank may still carry the call out as long as its request
   * is valid. Where nothing can follow any more, as after DECLINED or TOMBSTONED, there is no wait.
   */
  OperationStates mayStillHappenIn(TransactionState... findings) {
    return with(mayStillHappenIn, findings);
  }

  /** How a bank can see the attempt after it was asked for this. */
  OperationStates leftIn(TransactionState... states) {
    return with(leftIn, states);
  }

  private <T> OperationStates with(Set<T> column, T[] states) {
    column.addAll(Arrays.asList(states));
    return this;
  }

  private static Set<TransactionState> none() {
    return EnumSet.noneOf(TransactionState.class);
  }
}
