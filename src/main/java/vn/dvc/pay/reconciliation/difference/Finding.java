package vn.dvc.pay.reconciliation.difference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.reconciliation.LineClass;

/**
 * A difference found by one matching of a statement.
 *
 * @param key identifies it among the differences of its kind at its bank, however often it is found
 * @param line null if the statement has none
 * @param money the attempt or the collection's reference, null if unknown
 * @param otherBankRef the bank's reference of the booking that a duplicate repeats
 * @param bookedTwice whether a duplicate is a separate booking, not the same one reported twice
 * @param unreadable why a line cannot be read, as a code; null for others
 * @param pending whether it may settle itself, because an inquiry is under way or it is very recent
 */
public record Finding(
    LineClass kind,
    String key,
    @Nullable Integer line,
    @Nullable String money,
    @Nullable Boolean credit,
    @Nullable String payment,
    @Nullable Long bankAmount,
    @Nullable Long ourAmount,
    @Nullable String bankRef,
    @Nullable String otherBankRef,
    boolean bookedTwice,
    @Nullable String unreadable,
    @Nullable Instant at,
    boolean pending) {

  /** The same found as a duplicate of an earlier booking. */
  public Finding repeating(@Nullable String earlierBankRef, boolean isAnotherBooking) {
    return new Finding(
        kind,
        key,
        line,
        money,
        credit,
        payment,
        bankAmount,
        ourAmount,
        bankRef,
        earlierBankRef,
        isAnotherBooking,
        null,
        at,
        pending);
  }

  public static Finding atOurs(Movement ours) {
    return new Finding(
        LineClass.OURS_ONLY,
        ours.reference(),
        null,
        ours.reference(),
        ours.kind().isCredit(),
        ours.payment(),
        null,
        ours.amount().dong(),
        ours.bankReference(),
        null,
        false,
        null,
        ours.at(),
        false);
  }
}
