package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** I13: a bank is not asked for the same thing over and over without people being alerted. */
final class CallsComeToAnEnd implements Invariant {
  /**
   * After eight failed tries the retry schedule opens a case; one more may be under way by then.
   */
  private static final int MOST = 9;

  /** Five per doubt; each request of an attempt may leave it in doubt. */
  private static final int MOST_QUESTIONS = 25;

  @Override
  public String name() {
    return "I13";
  }

  @Override
  public List<Violation> atAnyMoment(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    evidence.tables().calls().stream()
        .collect(
            Collectors.groupingBy(
                Tables.Call::attempt,
                Collectors.groupingBy(Tables.Call::operation, Collectors.counting())))
        .forEach((attempt, calls) -> judge(evidence, attempt, calls, found));
    return found;
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    return List.of();
  }

  private void judge(
      JudgeEvidence evidence, UUID attempt, Map<String, Long> calls, List<Violation> found) {
    var known = evidence.index().attempts().get(attempt);
    var subject = known == null ? null : known.subject();
    var payment = evidence.paymentOf(attempt);
    calls.forEach(
        (operation, count) -> {
          var most = operation.equals("INQUIRY") ? MOST_QUESTIONS : MOST;
          if (count > most && !evidence.everHadACase(attempt.toString(), subject, payment)) {
            found.add(
                broken(
                    payment,
                    "%s was requested %d times for attempt %s, and there was no case",
                    operation,
                    count,
                    attempt));
          }
        });
  }
}
