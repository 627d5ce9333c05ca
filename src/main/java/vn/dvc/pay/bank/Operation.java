package vn.dvc.pay.bank;

import java.util.EnumSet;
import java.util.Set;

/** What we ask of a bank, by the contract bank-v1. */
public enum Operation {
  AUTHORISE,
  OTP,
  RESEND,
  CAPTURE,
  VOID,
  /** Whose account is it? Changes nothing at the bank. */
  ENQUIRY,
  /** From now on debits of this account are agreed to. */
  MANDATE,
  END_MANDATE,
  DEBIT,
  /** Gives back what an earlier debit or collection took. */
  REVERSAL,
  /** What became of an attempt? Changes nothing at the bank. */
  INQUIRY,
  /** An attempt that the bank does not know shall never be: whatever still arrives is refused. */
  TOMBSTONE;

  private static final Set<TransactionState> REVERSALS =
      EnumSet.of(
          TransactionState.NOT_FOUND,
          TransactionState.TOMBSTONED,
          TransactionState.DECLINED,
          TransactionState.REVERSED);
  private static final Set<TransactionState> DEBITS =
      EnumSet.of(
          TransactionState.NOT_FOUND,
          TransactionState.TOMBSTONED,
          TransactionState.DECLINED,
          TransactionState.CAPTURED,
          TransactionState.DEBITED,
          TransactionState.REVERSED);
  private static final Set<TransactionState> MANDATES =
      EnumSet.of(
          TransactionState.NOT_FOUND,
          TransactionState.TOMBSTONED,
          TransactionState.DECLINED,
          TransactionState.AUTHORISED,
          TransactionState.VOIDED);

  /**
   * What moves no money and leaves the attempt as it is with us, whatever becomes of it. A finding
   * is drawn from it in a step of its own.
   */
  public boolean isQuestion() {
    return this == ENQUIRY || clarifies();
  }

  /**
   * Whether it holds, moves, releases or gives back an amount, which the attempt must then have.
   */
  public boolean concernsMoney() {
    return switch (this) {
      case AUTHORISE, OTP, RESEND, CAPTURE, VOID, DEBIT, REVERSAL -> true;
      case ENQUIRY, MANDATE, END_MANDATE, INQUIRY, TOMBSTONE -> false;
    };
  }

  /** Has a line of its own, so that a bank that takes no debits still tells what became of them. */
  public boolean clarifies() {
    return this == INQUIRY || this == TOMBSTONE;
  }

  /**
   * Whether a bank can see an attempt so after this was asked of it. What cannot be settles
   * nothing: the bank contradicts itself.
   */
  public boolean canLeaveIn(TransactionState state) {
    return switch (this) {
      case ENQUIRY -> state == TransactionState.NOT_FOUND;
      case MANDATE -> MANDATES.contains(state);
      case END_MANDATE -> state == TransactionState.AUTHORISED || state == TransactionState.VOIDED;
      case DEBIT -> DEBITS.contains(state);
      case REVERSAL -> REVERSALS.contains(state);
      case AUTHORISE, OTP, RESEND, CAPTURE, VOID, INQUIRY, TOMBSTONE -> true;
    };
  }
}
