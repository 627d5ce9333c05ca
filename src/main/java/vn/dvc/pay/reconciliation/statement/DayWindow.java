package vn.dvc.pay.reconciliation.statement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import vn.dvc.pay.time.VietnamTime;

/**
 * A bank's day in Viet Nam's time zone, as a half-open interval: from its first moment to the first
 * moment of the next day, exclusive. So each moment belongs to exactly one day.
 *
 * @param end the first moment after this day
 */
public record DayWindow(Instant from, Instant end) {
  /** Some banks give the end of a day as its last second, or a fraction of it. */
  private static final Duration LAST_SECOND = Duration.ofSeconds(1);

  public static DayWindow of(LocalDate day) {
    return new DayWindow(VietnamTime.startOf(day), VietnamTime.startOf(day.plusDays(1)));
  }

  /** Whether a statement for this period covers this day, or its beginning. */
  public boolean holds(Instant first, Instant last) {
    return first.equals(from) && last.isAfter(first) && !last.isAfter(end);
  }

  /** Whether a statement that ends at this moment covers the whole day. */
  public boolean isWholeAt(Instant last) {
    return !last.isBefore(end.minus(LAST_SECOND));
  }

  /** The first moment not covered by a statement that ends at this moment. */
  public Instant closingOf(Instant last) {
    return isWholeAt(last) ? end : last;
  }
}
