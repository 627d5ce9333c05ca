package vn.dvc.pay.web.api.problem;

/**
 * An exception's types and stack frames as text, without its messages, because those may quote a
 * request.
 */
final class WithoutTexts {
  private static final int FRAMES = 25;

  private WithoutTexts() {}

  static String of(Throwable thrown) {
    var text = new StringBuilder();
    var left = 10;
    for (var cause = thrown; cause != null && left-- > 0; cause = cause.getCause()) {
      text.append(text.isEmpty() ? "" : "\ncaused by ").append(cause.getClass().getName());
      var frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.append("\n\tat ").append(frames[i]);
      }
    }
    return text.toString();
  }
}
