package vn.dvc.pay.engine.steps;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Describes a failure without the text of foreign exceptions, which may contain what a payer typed
 * or a bank answered: the class, the place in our code, and a message only if it is our own.
 */
public final class SafeCause {
  private static final String OURS = "vn.dvc.pay.";
  private static final int LONGEST = 1000;

  private SafeCause() {}

  public static String of(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
      if (t instanceof StepFailed) {
        return t.getMessage();
      }
      text.append(text.isEmpty() ? "" : " < ").append(t.getClass().getSimpleName());
      if (isOurs(t) && t.getMessage() != null) {
        text.append(": ").append(t.getMessage());
      }
      place(t).ifPresent(place -> text.append(" (").append(place).append(')'));
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
  }

  public static boolean isOurs(Throwable t) {
    return t.getClass().getName().startsWith(OURS);
  }

  private static Optional<String> place(Throwable t) {
    return Arrays.stream(t.getStackTrace())
        .filter(f -> f.getClassName().startsWith(OURS) && !f.getClassName().contains(".engine."))
        .findFirst()
        .map(f -> simple(f.getClassName()) + "." + f.getMethodName() + ":" + f.getLineNumber());
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
