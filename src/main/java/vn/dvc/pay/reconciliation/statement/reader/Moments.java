package vn.dvc.pay.reconciliation.statement.reader;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Parses moments in XML Schema's notation, which also allows 24:00:00 for the end of a day. */
final class Moments {
  private static final Pattern END_OF_DAY = Pattern.compile("T24:00:00(\\.0+)?(?=[Z+-])");

  private Moments() {}

  /**
   * @throws DateTimeException for a moment without its offset
   */
  static OffsetDateTime read(String text) {
    var midnight = END_OF_DAY.matcher(text);
    return midnight.find()
        ? OffsetDateTime.parse(midnight.replaceFirst("T00:00:00")).plusDays(1)
        : OffsetDateTime.parse(text);
  }
}
