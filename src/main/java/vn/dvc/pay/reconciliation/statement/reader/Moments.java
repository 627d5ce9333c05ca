package vn.dvc.pay.reconciliation.statement.reader;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Reads moments as XML Schema writes them, which calls the end of a day 24:00:00, too. */
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
