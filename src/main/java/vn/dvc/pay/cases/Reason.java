package vn.dvc.pay.cases;

import java.util.stream.Collectors;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.text.CleanText;
import vn.dvc.pay.values.text.RefusedText;
import vn.dvc.pay.values.text.TextLine;

/** A person's reason for a decision, required for every decision about money. */
public final class Reason {
  private static final int MAX_LENGTH = 900;

  private Reason() {}

  /**
   * The reason in its one spelling, line by line.
   *
   * @throws Problem reason-missing, reason-too-long, reason-unusable (422)
   */
  public static String of(String text) {
    var reason = text == null ? "" : inOneSpelling(text);
    if (reason.isEmpty()) {
      throw Problem.invalid("reason-missing").with("field", "reason");
    }
    if (reason.length() > MAX_LENGTH) {
      throw Problem.invalid("reason-too-long").with("field", "reason");
    }
    return reason;
  }

  private static String inOneSpelling(String text) {
    return text.lines()
        .map(CleanText::of)
        .filter(line -> !line.isEmpty())
        .map(Reason::printable)
        .collect(Collectors.joining("\n"));
  }

  private static String printable(String line) {
    try {
      return TextLine.of(line, Integer.MAX_VALUE).text();
    } catch (RefusedText wrong) {
      throw Problem.invalid("reason-unusable").because("reason", wrong);
    }
  }
}
