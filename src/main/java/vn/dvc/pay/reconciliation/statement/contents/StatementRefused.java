package vn.dvc.pay.reconciliation.statement.contents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Thrown for a file that as a whole is not a valid statement; nothing of it is imported. */
public class StatementRefused extends Exception {
  private final String code;
  private final LocalDate statedDay;

  /**
   * @param code statement-malformed, statement-totals-differ …
   */
  public StatementRefused(String code, String detail) {
    this(code, detail, null);
  }

  private StatementRefused(String code, String detail, LocalDate statedDay) {
    super(code + ": " + detail, null, false, false);
    this.code = code;
    this.statedDay = statedDay;
  }

  public static StatementRefused ofAnotherDay(LocalDate statedDay) {
    return new StatementRefused("statement-of-another-day", "of " + statedDay, statedDay);
  }

  /** The other day that it states, null if that is not the reason for the refusal. */
  public @Nullable LocalDate statedDay() {
    return statedDay;
  }

  public String code() {
    return code;
  }
}
