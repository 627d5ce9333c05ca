package vn.dvc.pay.reconciliation.statement.reader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import vn.dvc.pay.time.VietnamTime;

/**
 * Parses moments in XML Schema's notation, which also allows 24:00:00 for the end of a day,
 * fractions of any length and no time zone. Without one it is Viet Nam's.
 */
final class Moments {
  private static final int NANOS = 9;
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?<day>\\d{4}-\\d\\d-\\d\\d)T(?<time>\\d\\d:\\d\\d:\\d\\d)(\\.(?<fraction>\\d+))?"
              + "(?<zone>Z|[+-]\\d\\d:\\d\\d)?");
  private static final Pattern DAY =
      Pattern.compile("(?<day>\\d{4}-\\d\\d-\\d\\d)(Z|[+-]\\d\\d:\\d\\d)?");

  private Moments() {}

  /**
   * @throws DateTimeException if the text is no moment of the years 0 to 9999
   */
  static OffsetDateTime read(String text) {
    var parts = MOMENT.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException("Not a moment");
    }
    var day = LocalDate.parse(parts.group("day"));
    var fraction = parts.group("fraction") == null ? "" : parts.group("fraction");
    if (parts.group("time").equals("24:00:00")) {
      if (!fraction.matches("0*")) {
        throw new DateTimeException("After the end of the day");
      }
      return at(day.plusDays(1).atStartOfDay(), parts.group("zone"));
    }
    var nanos = (fraction + "0".repeat(NANOS)).substring(0, NANOS);
    var time = LocalTime.parse(parts.group("time")).withNano(Integer.parseInt(nanos));
    return at(day.atTime(time), parts.group("zone"));
  }

  /**
   * @throws DateTimeException if the text is no day
   */
  static LocalDate day(String text) {
    var parts = DAY.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException("Not a day");
    }
    return LocalDate.parse(parts.group("day"));
  }

  private static OffsetDateTime at(LocalDateTime local, String zone) {
    return zone == null
        ? local.atZone(VietnamTime.ZONE).toOffsetDateTime()
        : local.atOffset(ZoneOffset.of(zone));
  }
}
