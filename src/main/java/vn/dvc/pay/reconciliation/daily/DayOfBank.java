package vn.dvc.pay.reconciliation.daily;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import vn.dvc.pay.reconciliation.Reconciliations;

/** A bank's day as it is in the table. */
record DayOfBank(
    String id,
    String bank,
    LocalDate day,
    Reconciliations.State state,
    Instant dueAt,
    String processInstance,
    int fetches,
    Instant nextFetchAt,
    int matches,
    Instant nextMatchAt,
    String missing,
    UUID statement) {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  static String id(String bank, LocalDate day) {
    return bank + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  static LocalDate of(Instant now) {
    return LocalDate.ofInstant(now, ZONE);
  }
}
