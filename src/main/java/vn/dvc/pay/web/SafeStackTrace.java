package vn.dvc.pay.web;

import vn.dvc.pay.engine.SafeCause;

/**
 * A failure as text for the log: its cause, and the types and stack frames of the whole chain.
 * Messages of foreign exceptions are left out, because those may quote a request.
 */
public final class SafeStackTrace {
  private static final int MAX_FRAMES = 25;
  private static final int MAX_CAUSES = 10;

  private SafeStackTrace() {}

  public static String of(Throwable thrown) {
    if (thrown == null) {
      return "no exception";
    }
    var text = new StringBuilder(SafeCause.of(thrown));
    var left = MAX_CAUSES;
    for (var cause = thrown; cause != null && left-- > 0; cause = cause.getCause()) {
      text.append(cause == thrown ? "\n" : "\ncaused by ").append(cause.getClass().getName());
      var frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(MAX_FRAMES, frames.length); i++) {
        text.append("\n\tat ").append(frames[i]);
      }
    }
    return text.toString();
  }
}
