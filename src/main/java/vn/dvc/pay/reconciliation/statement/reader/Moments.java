package vn.dvc.pay.reconciliation.statement.reader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.time.VietnamTime;

/**
 * Parses moments in XML Schema's notation, which also allows 24:00:00 for the end of a day,
 * fractions of any length and no time zone. Without one it is Viet Nam's.
 */
final class Moments {
  private static final int HOURS = 24;
  private static final int NANOS = 9;
  private static final String DATE = "(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)";
  private static final String ZONE = "(?<zone>Z|[+-]\\d\\d:\\d\\d)?";
  private static final Pattern MOMENT =
      Pattern.compile(
          DATE
              + "T(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)(\\.(?<fraction>\\d+))?"
              + ZONE);
  private static final Pattern DAY = Pattern.compile(DATE + ZONE);

  private Moments() {}

  /**
   * @throws DateTimeException if the text is no moment of the years 0 to 9999
   */
  static OffsetDateTime read(String text) {
    var parts = MOMENT.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException("Not a moment");
    }
    var day = day(parts);
    var hour = number(parts, "hour");
    var minute = number(parts, "minute");
    var second = number(parts, "second");
    var nanos = nanos(parts.group("fraction"));
    var isEndOfDay = hour == HOURS && minute == 0 && second == 0;
    if (isEndOfDay && isNothing(parts.group("fraction"))) {
      return at(day.plusDays(1).atStartOfDay(), parts.group("zone"));
    }
    return at(day.atTime(hour, minute, second, nanos), parts.group("zone"));
  }

  /**
   * @throws DateTimeException if the text is no day
   */
  static LocalDate day(String text) {
    var parts = DAY.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException("Not a day");
    }
    return day(parts);
  }

  private static LocalDate day(Matcher parts) {
    return LocalDate.of(number(parts, "year"), number(parts, "month"), number(parts, "day"));
  }

  private static int number(Matcher parts, String group) {
    return Integer.parseInt(parts.group(group));
  }

  /** Of a fraction of a second of any length, beyond its ninth digit cut off. */
  private static int nanos(@Nullable String fraction) {
    return fraction == null
        ? 0
        : Integer.parseInt((fraction + "0".repeat(NANOS)).substring(0, NANOS));
  }

  private static boolean isNothing(@Nullable String fraction) {
    return fraction == null || fraction.chars().allMatch(digit -> digit == '0');
  }

  private static OffsetDateTime at(LocalDateTime local, String zone) {
    return zone == null
        ? local.atZone(VietnamTime.ZONE).toOffsetDateTime()
        : local.atOffset(ZoneOffset.of(zone));
  }
}
