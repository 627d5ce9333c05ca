package vn.dvc.pay.reconciliation.statement.reader;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;

/** A batch: one booking of several movements, which must come to its amount. */
final class Batch {
  private final Booking booking;
  private final String objection;
  private int position;
  private BigDecimal sum = BigDecimal.ZERO;
  private boolean isSumKnown = true;

  Batch(Booking booking) {
    this.booking = booking;
    this.objection = booking.isBooked() ? booking.objection() : null;
  }

  /** The next movement; null if it moves no money, or if the batch cannot be read as a whole. */
  @Nullable StatementLine line(int number, Details details) {
    position++;
    if (!booking.isBooked() || objection != null) {
      return null;
    }
    var name = booking.name() == null ? null : booking.name() + "/" + position;
    var amount = Amounts.amount(details.amount());
    var why = whyUnreadable(details, amount);
    if (why != null) {
      isSumKnown = false;
      return new StatementLine.Unreadable(number, name, why);
    }
    boolean credit = details.isCredit() == null ? booking.isCredit() : details.isCredit();
    sum = credit ? sum.add(amount) : sum.subtract(amount);
    return Booking.isZero(amount)
        ? null
        : booking.line(number, name, details, details.bankReference(), amount, credit);
  }

  /** Why the batch as a whole cannot be read or is not what its movements come to; else null. */
  @Nullable String objection() {
    if (!booking.isBooked() || objection != null) {
      return objection;
    }
    var whole = booking.isCredit() ? booking.amount() : booking.amount().negate();
    return isSumKnown && sum.compareTo(whole) != 0 ? "batch-sum-differs" : null;
  }

  private static String whyUnreadable(Details details, @Nullable BigDecimal amount) {
    return details.amount() == null
        ? "batch-amount-missing"
        : Amounts.objection(amount, details.currency());
  }
}
