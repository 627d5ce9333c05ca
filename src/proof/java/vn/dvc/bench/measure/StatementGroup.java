package vn.dvc.bench.measure;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whose statement one is. */
public enum StatementGroup {
  OURS("ours"),
  ENGINE("engine"),
  HISTORY("history"),
  TIME("time"),
  TRANSACTION("transaction");

  private static final Pattern ASKS_TIME =
      Pattern.compile("(select|call) +(current_timestamp|now\\(\\)|clock_timestamp).*");
  private static final Pattern TRANSACTIONAL =
      Pattern.compile("(begin|commit|rollback|savepoint|release|set) ?.*");

  private final String word;

  StatementGroup(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static StatementGroup of(String sql) {
    var text = sql.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (ASKS_TIME.matcher(text).matches()) {
      return TIME;
    }
    if (TRANSACTIONAL.matcher(text).matches()) {
      return TRANSACTION;
    }
    return text.contains("act_hi_") ? HISTORY : text.contains("act_") ? ENGINE : OURS;
  }
}
