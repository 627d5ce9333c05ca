package vn.dvc.pay.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.dvc.pay.time.VietnamTime;

/** Formats evidence for the people who decide: amounts and times as written in Vietnam. */
public final class Evidence {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final DateTimeFormatter WHEN = VietnamTime.formatter("HH:mm:ss dd/MM/yyyy");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private Evidence() {}

  /** Whole dong, without the unit. */
  public static String dong(long amount) {
    return String.format(VIETNAMESE, "%,d", amount);
  }

  public static String when(Instant at) {
    return WHEN.format(at);
  }

  public static String day(LocalDate day) {
    return DAY.format(day);
  }
}
