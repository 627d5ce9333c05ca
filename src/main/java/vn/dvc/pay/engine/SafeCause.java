package vn.dvc.pay.engine;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Describes a failure without the text of foreign exceptions, which may contain what a payer typed
 * or a bank answered: the class, the SQL state, the place, and a message only if it is our own.
 */
public final class SafeCause {
  private static final String OURS = "vn.dvc.pay.";
  private static final int MAX_LENGTH = 1000;

  private SafeCause() {}

  public static String of(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
      if (t instanceof StepFailed) {
        return t.getMessage();
      }
      text.append(text.isEmpty() ? "" : " < ").append(t.getClass().getSimpleName());
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        text.append(' ').append(sql.getSQLState());
      }
      if (isOurs(t) && t.getMessage() != null) {
        text.append(": ").append(t.getMessage());
      }
      place(t).ifPresent(place -> text.append(" (").append(place).append(')'));
    }
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text.toString();
  }

  public static boolean isOurs(Throwable t) {
    return t.getClass().getName().startsWith(OURS);
  }

  /** Where our code was; where none of it was involved, the line that threw. */
  private static Optional<String> place(Throwable t) {
    var frames = t.getStackTrace();
    return Arrays.stream(frames)
        .filter(f -> f.getClassName().startsWith(OURS) && !f.getClassName().contains(".engine."))
        .findFirst()
        .or(() -> t.getCause() == null ? Arrays.stream(frames).findFirst() : Optional.empty())
        .map(f -> simple(f.getClassName()) + "." + f.getMethodName() + ":" + f.getLineNumber());
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
