package vn.dvc.proof.check;

import java.util.List;

/** The judge's findings, for people. */
public final class Report {
  private static final int TIMELINES = 5;

  private Report() {}

  /** One line per violation, and the timelines of the first few payments concerned. */
  public static String of(List<Violation> violations, JudgeEvidence evidence) {
    var text = new StringBuilder();
    violations.forEach(it -> text.append(it).append('\n'));
    violations.stream()
        .map(Violation::payment)
        .filter(it -> evidence.payment(it) != null)
        .distinct()
        .limit(TIMELINES)
        .forEach(
            it ->
                text.append('\n')
                    .append(it)
                    .append('\n')
                    .append(Timeline.of(it, evidence))
                    .append('\n'));
    return text.toString();
  }
}
