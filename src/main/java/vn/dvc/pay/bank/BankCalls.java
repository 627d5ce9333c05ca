package vn.dvc.pay.bank;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/**
 * The money protocol of every bank request: recorded before it is sent, claimed once, sent at most
 * once, and answered once in our records.
 */
public interface BankCalls {

  /**
   * Records a new attempt in state CREATED, in the caller's transaction.
   *
   * @param amount null if no money moves: enquiries and mandates
   */
  AttemptRef open(Subject subject, String bank, @Nullable Money amount);

  Attempt attempt(AttemptRef ref);

  /** The attempt, empty if we never made one with this reference. */
  Optional<Attempt> find(AttemptRef ref);

  /** The attempt, locked until the caller's transaction ends. */
  Attempt lock(AttemptRef ref);

  /**
   * Records the next call of the command's operation (with the next sequence number) in the
   * caller's transaction, so that it is committed before it can be sent. It is valid from now on,
   * as long as {@code dvc.bank.request-valid} says. The claim erases its sealed value.
   *
   * @throws IllegalStateException if the operation is not allowed in the attempt's state; in
   *     particular, while an outcome is unknown only inquiries are
   */
  CallRef prepare(AttemptRef attempt, BankCommand command);

  /**
   * A whole bank call as one step of a process: sends it as {@link #send} does, and returns what
   * the worker runs in the transaction that completes the task.
   *
   * @param recording locks the attempt's owner, records the answer by {@link #record} and returns
   *     the verdict that the model reads; may run again after a crash
   */
  default RecordedAnswer ask(
      AttemptRef attempt, Operation operation, Function<Answered, String> recording) {
    return ask(attempt, operation, Optional::empty, recording);
  }

  /** The same, for a request whose permission can be withdrawn until it is sent. */
  default RecordedAnswer ask(
      AttemptRef attempt,
      Operation operation,
      Supplier<Optional<String>> objection,
      Function<Answered, String> recording) {
    var answered = send(attempt, operation, objection);
    return () -> recording.apply(answered);
  }

  /**
   * Claims the newest call of the operation and sends it, holding no transaction and no connection
   * meanwhile. A caller that loses the claim neither sends nor inquires: it gets the recorded
   * answer again, or Unknown for a call that is still being sent.
   *
   * @throws IllegalStateException if called inside a transaction, or if no call was prepared
   */
  default Answered send(AttemptRef attempt, Operation operation) {
    return send(attempt, operation, Optional::empty);
  }

  /**
   * The same, for a request whose permission can be withdrawn until it is sent.
   *
   * @param objection evaluated in the claim's transaction, so that the locks it takes order the
   *     claim and any withdrawal; returns why nothing may be sent (the call is then recorded as not
   *     sent), or empty to send. An exception leaves the call unclaimed
   */
  Answered send(AttemptRef attempt, Operation operation, Supplier<Optional<String>> objection);

  /**
   * Records the answer on its call and attempt, in the caller's transaction. Idempotent. An answer
   * never overwrites a certain one; returns the answer that now stands.
   */
  BankAnswer record(Answered answered);

  /** How often this operation was requested within the attempt, for {@link RetrySchedule}. */
  RetrySchedule.Tries tries(AttemptRef attempt, Operation operation);

  /** The attempt's call whose outcome is unknown, if there is one. */
  Optional<UnknownCall> unknownCall(AttemptRef attempt);

  /** The attempt's last sent call that could have had an effect, if there is one. */
  Optional<UnknownCall> lastEffective(AttemptRef attempt);

  /**
   * When a call was sent, in database time; null if it never left. The bank looked no earlier than
   * this for its answer.
   */
  @Nullable Instant sentAt(CallRef call);

  /** All calls of the attempt, oldest first, fit to be shown to people. */
  List<CallMade> made(AttemptRef attempt);

  /**
   * Records what an inquiry (or two persons) found out about the attempt: closes its unknown call
   * and moves the attempt. In the caller's transaction.
   */
  void settleUnknown(AttemptRef attempt, TransactionState finding, String evidence);

  /**
   * Records that two persons vouch for the release of the bank's hold, whether or not a call is
   * unknown. An attempt that ended otherwise is left unchanged. In the caller's transaction.
   */
  void settleReleased(AttemptRef attempt, String evidence);

  /** Whether the bank ever authorised the attempt, so that it may hold an amount. */
  boolean wasAuthorised(AttemptRef attempt);

  /**
   * Reopens an attempt that was settled as not executed, because its bank may have executed it
   * after all: the attempt and its last call are unknown again until settled anew. In the caller's
   * transaction.
   *
   * @return whether it was reopened: false if money moved, or may still move
   */
  boolean doubtAgain(AttemptRef attempt);

  /**
   * The same for an attempt whose owner has not yet read the settlement, so that an attempt that is
   * only held can be reopened, too. In the caller's transaction, which settles it anew.
   */
  boolean doubtUnread(AttemptRef attempt);

  /** Erases the sealed values of the attempt's unclaimed calls. */
  void forgetSealed(AttemptRef attempt);

  /**
   * A call whose outcome is unknown.
   *
   * @param surelyOver until then, by our clock, the bank may still execute it, because its own
   *     clock may be slow; before that, its answer that nothing happened is not final
   */
  record UnknownCall(CallRef ref, Operation operation, Instant surelyOver) {}

  /** An answer and the call it belongs to. */
  record Answered(CallRef call, BankAnswer answer) {}

  /**
   * A call and its result, without any text that a bank or a payer chose.
   *
   * @param ref our reference, which the bank knows, too
   * @param sentAt null if it never left
   * @param answer the answer as stored: verdict, state and reason
   */
  record CallMade(
      CallRef ref,
      Operation operation,
      @Nullable Instant sentAt,
      @Nullable Instant answeredAt,
      String answer) {}
}
