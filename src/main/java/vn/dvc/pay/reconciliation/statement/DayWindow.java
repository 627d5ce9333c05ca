package vn.dvc.pay.reconciliation.statement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A bank's day as clocks in Viet Nam show it, half open: from its first moment up to, and without,
 * the first moment of the next day. So each moment lies in exactly one day.
 *
 * @param end the first moment that is not of this day any more
 */
public record DayWindow(Instant from, Instant end) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Some banks write the end of a day as its last second, or a fraction of it. */
  private static final Duration LAST_SECOND = Duration.ofSeconds(1);

  public static DayWindow of(LocalDate day) {
    return new DayWindow(
        day.atStartOfDay(ZONE).toInstant(), day.plusDays(1).atStartOfDay(ZONE).toInstant());
  }

  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** Whether a statement from one moment to another is this day's, or of its beginning. */
  public boolean holds(Instant first, Instant last) {
    return first.equals(from) && last.isAfter(first) && !last.isAfter(end);
  }

  /** Whether a statement that ends so tells of the whole day. */
  public boolean isWholeAt(Instant last) {
    return !last.isBefore(end.minus(LAST_SECOND));
  }

  /** The first moment of which a statement that ends so does not tell any more. */
  public Instant closingOf(Instant last) {
    return isWholeAt(last) ? end : last;
  }
}
