package vn.dvc.pay.bank.calls;

import static vn.dvc.pay.bank.Attempt.State.AUTHORISED;
import static vn.dvc.pay.bank.Attempt.State.CREATED;
import static vn.dvc.pay.bank.Attempt.State.DEBITED;
import static vn.dvc.pay.bank.Attempt.State.DECLINED;
import static vn.dvc.pay.bank.Attempt.State.NOT_EXECUTED;
import static vn.dvc.pay.bank.Attempt.State.PENDING_OTP;
import static vn.dvc.pay.bank.Attempt.State.REVERSED;
import static vn.dvc.pay.bank.Attempt.State.UNKNOWN;
import static vn.dvc.pay.bank.Attempt.State.VOIDED;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;

/** Every legal change of an attempt, and where an answer leaves it. */
public final class AttemptTransitions {
  private static final Map<Attempt.State, Set<Attempt.State>> NEXT =
      Map.of(
          CREATED,
              Set.of(PENDING_OTP, AUTHORISED, DEBITED, DECLINED, NOT_EXECUTED, REVERSED, UNKNOWN),
          PENDING_OTP, Set.of(AUTHORISED, DEBITED, DECLINED, VOIDED, UNKNOWN),
          AUTHORISED, Set.of(DEBITED, DECLINED, VOIDED, UNKNOWN),
          DEBITED, Set.of(REVERSED),
          NOT_EXECUTED, Set.of(AUTHORISED, DEBITED, DECLINED, REVERSED, UNKNOWN),
          UNKNOWN,
              Set.of(PENDING_OTP, AUTHORISED, DEBITED, DECLINED, VOIDED, NOT_EXECUTED, REVERSED));

  private static final Set<Attempt.State> OPEN =
      EnumSet.of(CREATED, PENDING_OTP, AUTHORISED, NOT_EXECUTED, UNKNOWN);

  private AttemptTransitions() {}

  static boolean isLegal(Attempt.State from, Attempt.State to) {
    return NEXT.getOrDefault(from, Set.of()).contains(to);
  }

  /**
   * Where an answer to an operation, or a finding about it, leaves the attempt. A request that came
   * too late never was one: what may be asked for again is as if it had not been sent. A hold that
   * the bank no longer knows, or has buried, is a hold no more: the attempt was carried out, so it
   * is VOIDED and not NOT_EXECUTED, which would give the payer's entry back.
   */
  static Attempt.State after(Operation operation, TransactionState bank, String reason) {
    if (operation.concernsHold() && isGone(bank)) {
      return VOIDED;
    }
    var tooLate = bank == TransactionState.DECLINED && DeclineReason.REQUEST_EXPIRED.is(reason);
    return tooLate && operation.mayBeAskedIn(NOT_EXECUTED) ? NOT_EXECUTED : of(bank);
  }

  /**
   * Whether a bank's certain answer contradicts what we know, so that it settles nothing and the
   * bank is asked: a change that is not legal, a hold that it does not know, and above all a
   * release that it refuses, for whatever else is asked next would be a guess.
   */
  static boolean leavesDoubt(Operation operation, Attempt.State known, BankAnswer answer) {
    if (operation.isQuestion()) {
      return false;
    }
    if (answer instanceof BankAnswer.Approved approved) {
      return contradicts(operation, known, approved.state(), null);
    }
    if (answer instanceof BankAnswer.Declined declined) {
      return operation.concernsHold() && isGone(declined.state())
          || operation == Operation.VOID && isRefusedRelease(declined)
          || contradicts(operation, known, declined.state(), declined.reason());
    }
    return false;
  }

  private static boolean isRefusedRelease(BankAnswer.Declined declined) {
    var held =
        declined.state() == TransactionState.PENDING_OTP
            || declined.state() == TransactionState.AUTHORISED;
    return held && !declined.cameTooLate();
  }

  private static boolean contradicts(
      Operation operation, Attempt.State known, TransactionState bank, String reason) {
    var next = after(operation, bank, reason);
    return OPEN.contains(known) && next != known && !isLegal(known, next);
  }

  private static boolean isGone(TransactionState bank) {
    return bank == TransactionState.NOT_FOUND || bank == TransactionState.TOMBSTONED;
  }

  /** The bank's word for the attempt in ours. */
  static Attempt.State of(TransactionState bank) {
    return switch (bank) {
      case NOT_FOUND, TOMBSTONED -> NOT_EXECUTED;
      case PENDING_OTP -> PENDING_OTP;
      case AUTHORISED -> AUTHORISED;
      case CAPTURED, DEBITED -> DEBITED;
      case DECLINED -> DECLINED;
      case VOIDED -> VOIDED;
      case REVERSED -> REVERSED;
    };
  }
}
