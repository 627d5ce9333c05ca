package vn.dvc.pay.reconciliation.matching;

import java.time.Instant;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.reconciliation.LineClass;

/**
 * A difference, as one look at a statement shows it.
 *
 * @param key names it among the differences of its kind at its bank, however often it is seen
 * @param line null where the statement has none
 * @param money the attempt or the reference of the collection, null where no line says
 * @param otherBankRef the bank's reference of the booking that a duplicate repeats
 * @param bookedTwice whether a duplicate is a booking of its own, not one told twice
 * @param pending whether it may settle itself: the bank is being asked, or it is very young
 */
public record Finding(
    LineClass kind,
    String key,
    Integer line,
    String money,
    Boolean credit,
    String payment,
    Long bankAmount,
    Long ourAmount,
    String bankRef,
    String otherBankRef,
    boolean bookedTwice,
    Instant at,
    boolean pending) {

  static Finding unreadable(String key, Line line) {
    return new Finding(
        LineClass.UNREADABLE,
        key,
        line.number(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        false);
  }

  static Finding atBank(LineClass kind, String key, Line line, Movement ours, boolean pending) {
    return new Finding(
        kind,
        key,
        line.number(),
        line.reference(),
        line.credit(),
        ours == null ? null : ours.payment(),
        line.amount(),
        ours == null ? null : ours.amount().dong(),
        line.bankRef(),
        null,
        false,
        line.bookedAt(),
        pending);
  }

  Finding repeating(Booked first, String entryRef) {
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
        first.bankRef(),
        !first.entryRef().equals(entryRef),
        at,
        pending);
  }

  static Finding atOurs(Movement ours) {
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
        ours.at(),
        false);
  }
}
