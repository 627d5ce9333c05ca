package vn.dvc.pay.clarification;

import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.values.AttemptRef;

/**
 * Owns the attempts for one kind of subject: payments, registrations, reversals. Contributed as a
 * bean, so that unknown outcomes are clarified in the same way for all of them. Every method runs
 * in the caller's transaction.
 */
public interface AttemptOwner<S extends Subject> {

  /** The kind of subject whose attempts belong to this owner. */
  Class<S> subjects();

  /** Locks the subject; always before one of its attempts is locked. */
  void lock(S subject);

  /** The attempt's outcome is unknown and is being clarified. */
  void outcomeUnknown(S subject, AttemptRef attempt);

  /** The bank reported the attempt's outcome, by which it is settled already. */
  void outcomeFound(S subject, AttemptRef attempt, BankAnswer.Approved finding);

  /**
   * Whether an attempt that the bank does not know is abandoned, so that the bank may be told to
   * reject it for ever. Otherwise the request may be repeated under the same attempt.
   */
  default boolean givesUpWhatIsNotFound(S subject) {
    return false;
  }

  /** The payment under which operators find a case of this subject, null if there is none. */
  @Nullable String paymentOf(S subject);
}
