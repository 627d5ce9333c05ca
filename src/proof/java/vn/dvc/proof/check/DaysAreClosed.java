package vn.dvc.proof.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * I15: no bank's day is worked on for longer than a day, or repeatedly, without people being
 * alerted.
 */
final class DaysAreClosed implements Invariant {
  private static final Duration A_DAY = Duration.ofDays(1);

  /** Hourly for half a day. */
  private static final int MOST_RUNS = 12;

  @Override
  public String name() {
    return "I15";
  }

  @Override
  public List<Violation> atAnyMoment(JudgeEvidence evidence) {
    var found = new ArrayList<Violation>();
    var now = evidence.newest();
    for (var day : evidence.tables().days()) {
      if (day.state().equals("DONE") || evidence.hasOpenCase(day.id())) {
        continue;
      }
      var runs =
          evidence.engine().instances().stream().filter(it -> day.id().equals(it.key())).toList();
      runs.stream()
          .filter(it -> it.runs() && it.started().isBefore(now.minus(A_DAY)))
          .forEach(
              it ->
                  found.add(
                      broken(
                          "",
                          "day %s has been %s since %s, and no case is open for it",
                          day.id(),
                          day.state(),
                          it.started())));
      if (runs.size() > MOST_RUNS && day.end().isBefore(now.minus(A_DAY))) {
        found.add(
            broken(
                "",
                "day %s was started %d times, is %s, and no case is open for it",
                day.id(),
                runs.size(),
                day.state()));
      }
    }
    return found;
  }

  @Override
  public List<Violation> atRest(JudgeEvidence evidence) {
    return List.of();
  }
}
