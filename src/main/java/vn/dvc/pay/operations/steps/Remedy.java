package vn.dvc.pay.operations.steps;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an operator can do about a cause, which names only types of failures. */
public enum Remedy {
  /** The database was away or slow: retry once it is back. */
  DATABASE("SQL|JDBC|Jdbc|DataAccess|CannotCreateTransaction|Hikari|DatabaseTransient"),
  /** A peer was away: retry once it is back. */
  PEER("Connect|Socket|Http|Timeout|UnknownHost|SSL|Portal|NoAnswer|BankFailure"),
  /** The model asks for something that is not there, or cannot be decided: tell the analysts. */
  MODEL(
      "ProcessEngine|NotEvaluate|Dmn|Feel|PropertyNotFound|MethodNotFound|UnknownProperty|ELException"),
  /** Anything else is ours: tell the developers. */
  PROGRAM("");

  private final Pattern types;

  Remedy(String types) {
    this.types = Pattern.compile(types);
  }

  /** By the innermost failure first, because the outer ones only carry it. */
  public static Remedy of(@Nullable String cause) {
    if (cause == null) {
      return PROGRAM;
    }
    var failures = cause.split(" < ");
    for (int at = failures.length - 1; at >= 0; at--) {
      for (var remedy : new Remedy[] {DATABASE, PEER, MODEL}) {
        if (remedy.types.matcher(failures[at]).find()) {
          return remedy;
        }
      }
    }
    return PROGRAM;
  }
}
