package vn.dvc.pay.bank;

import vn.dvc.pay.values.AttemptRef;

/**
 * Whoever makes attempts at banks: payments, registrations, reversals. Contributed as a bean, so
 * that an outcome in doubt is cleared up in one way for all of them. Each call is in the caller's
 * transaction.
 */
public interface AttemptOwner {

  /** Whether attempts of this subject are this owner's. */
  boolean owns(String subject);

  /** Locks the subject; always before one of its attempts is locked. */
  void lock(String subject);

  /** What became of the attempt is unknown and is being asked for. */
  void inDoubt(String subject, AttemptRef attempt);

  /** The bank told what became of the attempt; it is settled by this already. */
  void found(String subject, AttemptRef attempt, BankAnswer.Approved finding);

  /**
   * Whether nothing more shall come of an attempt that the bank does not know, so that the bank may
   * be told to refuse it for ever. Otherwise the same may be asked for again under the attempt.
   */
  default boolean givesUpWhatIsNotFound(String subject) {
    return false;
  }

  /** The payment that operators find a case of this subject under, null where there is none. */
  String paymentOf(String subject);
}
