package vn.dvc.pay.reconciliation.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.reconciliation.statement.DayWindow;

/**
 * The stored state of a bank's day.
 *
 * @param runsSince when its process started; kept after its end
 * @param incomplete how often it was planned again because its statement was incomplete
 * @param statementOf the other day whose statement came instead of this day's
 * @param matchedUntil how far the current matching pass over this and earlier days has come
 */
public record DayOfBank(
    String id,
    String bank,
    LocalDate day,
    Reconciliations.State state,
    @Nullable Instant dueAt,
    String processInstance,
    @Nullable Instant runsSince,
    int fetches,
    @Nullable Instant nextFetchAt,
    int incomplete,
    int matches,
    @Nullable Instant nextMatchAt,
    LocalDate matchedUntil,
    String missing,
    LocalDate statementOf,
    UUID statement) {

  public static String id(String bank, LocalDate day) {
    return bank + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  DayWindow window() {
    return DayWindow.of(day);
  }

  public boolean isRunning() {
    return state == Reconciliations.State.RUNNING;
  }
}
