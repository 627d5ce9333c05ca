package vn.dvc.pay.bank;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/**
 * The money protocol for every request to a bank: written down before it is sent, claimed once,
 * sent at most once, and its answer recorded once.
 */
public interface BankCalls {

  /**
   * Writes a new attempt down, in state CREATED, in the caller's transaction.
   *
   * @param amount null where no money moves: enquiries and mandates
   */
  AttemptRef open(String subject, String bank, Money amount);

  Attempt attempt(AttemptRef ref);

  /** The attempt, empty where we never made one of this name. */
  Optional<Attempt> find(AttemptRef ref);

  /** The attempt, its row locked until the caller's transaction ends. */
  Attempt lock(AttemptRef ref);

  /**
   * Writes the next call of an operation down (the next sequence number), in the caller's
   * transaction, so that it is committed before it can be sent.
   *
   * @param validUntil after this the bank refuses the request; in database time
   * @param sealed card data or OTP sealed to the bank, null where there is none; nulled by the
   *     claim
   * @param body what the contract's request body holds beside attemptRef, callRef, validUntil,
   *     amount and sealed value: texts, numbers, lists and maps; no secrets
   * @throws IllegalStateException when this may not be asked in the attempt's state; in particular,
   *     nothing but an inquiry while an outcome is unknown
   */
  CallRef prepare(
      AttemptRef attempt,
      Operation operation,
      Instant validUntil,
      String sealed,
      Map<String, Object> body);

  /**
   * Claims the newest call of the operation and sends it, holding no transaction and no connection
   * meanwhile. Who does not win the claim sends nothing and asks nothing: a recorded answer is
   * returned again, and a call already being sent is Unknown.
   *
   * @throws IllegalStateException when called inside a transaction, or when no call was prepared
   */
  default Answered send(AttemptRef attempt, Operation operation) {
    return send(attempt, operation, Optional::empty);
  }

  /**
   * The same, for a request whose leave can be withdrawn until it is sent.
   *
   * @param objection asked in the claim's transaction, so that the locks it takes order the claim
   *     with whatever withdraws the leave; the reason why nothing is sent (the call is then
   *     recorded as not sent), empty where it may be sent; what it throws leaves the call unclaimed
   */
  Answered send(AttemptRef attempt, Operation operation, Supplier<Optional<String>> objection);

  /**
   * Writes the answer to its call and to its attempt, in the caller's transaction. Idempotent. An
   * answer never overwrites a certain one; what is returned is what now stands.
   */
  BankAnswer record(Answered answered);

  /** How often this operation was asked for within the attempt, for {@link RetrySchedule}. */
  RetrySchedule.Tries tries(AttemptRef attempt, Operation operation);

  /** The call of this attempt whose outcome is unknown, if there is one. */
  Optional<UnknownCall> unknownCall(AttemptRef attempt);

  /** The call that was sent last of those that could have had an effect, if there is one. */
  Optional<UnknownCall> lastEffective(AttemptRef attempt);

  /**
   * When a call was sent, in database time; null where it never left. What an answer says, the bank
   * has looked at no earlier.
   */
  Instant sentAt(CallRef call);

  /** All calls of the attempt, oldest first, as persons may see them. */
  List<CallMade> made(AttemptRef attempt);

  /**
   * Writes down what an inquiry (or two persons) found out about the attempt: closes its unknown
   * call, moves the attempt. In the caller's transaction.
   */
  void settleUnknown(AttemptRef attempt, TransactionState finding, String evidence);

  /**
   * Writes down that two persons vouch for the release of what the bank held, whether or not a call
   * is in doubt. An attempt that ended otherwise stays as it is. In the caller's transaction.
   */
  void settleReleased(AttemptRef attempt, String evidence);

  /** Whether the bank has authorised the attempt at some time, so that it may hold something. */
  boolean wasAuthorised(AttemptRef attempt);

  /**
   * Takes back that the attempt came to nothing, because its bank may have carried it out after
   * all: its last call and it itself are unknown again, until they are settled anew. In the
   * caller's transaction.
   *
   * @return whether there was anything to take back: false where money moved, or may still move
   */
  boolean doubtAgain(AttemptRef attempt);

  /**
   * The same of an attempt whose owner has not read yet how it was settled, so that also what is
   * only held may be doubted. In the caller's transaction, which settles it anew.
   */
  boolean doubtUnread(AttemptRef attempt);

  /** Nulls the sealed values of an attempt's calls that nobody claimed. */
  void forgetSealed(AttemptRef attempt);

  /**
   * A call whose outcome is unknown.
   *
   * @param surelyOver until then, by our clock, the bank may still carry it out, for its own clock
   *     may be behind; so long its word that nothing happened is not final
   */
  record UnknownCall(CallRef ref, Operation operation, Instant surelyOver) {}

  /** An answer and the call it belongs to. */
  record Answered(CallRef call, BankAnswer answer) {}

  /**
   * A call and what became of it, without any text that a bank or a payer chose.
   *
   * @param sentAt null where it never left
   * @param answer the words under which the answer is kept: verdict, state and reason
   */
  record CallMade(Operation operation, Instant sentAt, Instant answeredAt, String answer) {}
}
