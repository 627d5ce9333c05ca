package vn.dvc.pay.reconciliation.matching;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.difference.Finding;

/**
 * A statement line to be matched.
 *
 * @param account ours on which it was booked, null if the bank does not say
 * @param reference null if the line cannot be read; amount and moment are then unset as well
 * @param takesBack whether the bank marks it as the reversal of an earlier booking
 * @param unreadable why it cannot be read, null if it can
 * @param lineClass how it was classified before, null if it never was
 * @param payment the payment that it was found to belong to before, null if none
 */
record Line(
    int number,
    @Nullable String account,
    @Nullable String entryRef,
    @Nullable String bankRef,
    @Nullable String reference,
    long amount,
    boolean credit,
    boolean takesBack,
    @Nullable Instant bookedAt,
    @Nullable String unreadable,
    @Nullable String lineClass,
    @Nullable String payment) {

  /** The same under another spelling of its reference, which is yet to be stored. */
  Line meaning(String fullReference) {
    if (fullReference.equals(reference)) {
      return this;
    }
    return new Line(
        number,
        account,
        entryRef,
        bankRef,
        fullReference,
        amount,
        credit,
        takesBack,
        bookedAt,
        unreadable,
        null,
        payment);
  }

  /** Whether it is stored as this already. */
  boolean isKnownAs(LineClass kind, @Nullable String ofPayment) {
    return kind.name().equals(lineClass) && Objects.equals(ofPayment, payment);
  }

  /** It cannot be read; {@code key} names it in its stead. */
  Finding asUnreadable(String key) {
    return new Finding(
        LineClass.UNREADABLE,
        key,
        number,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        unreadable,
        null,
        false);
  }

  /**
   * @param ours what we know about it, null if nothing
   */
  Finding asDifference(LineClass kind, String key, @Nullable Movement ours, boolean pending) {
    return new Finding(
        kind,
        key,
        number,
        reference,
        credit,
        ours == null ? null : ours.payment(),
        amount,
        ours == null ? null : ours.amount().dong(),
        bankRef,
        null,
        false,
        null,
        bookedAt,
        pending);
  }

  Booked booking() {
    return new Booked(reference, account, credit, takesBack, amount, entryRef, bankRef);
  }
}
