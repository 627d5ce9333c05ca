package vn.dvc.pay.operations.work;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much one person has to do.
 *
 * @param oldest since when the longest waiting of these tasks waits
 */
public record Workload(String person, long tasks, long overdue, Instant oldest) {

  /** Of everybody who has a task, by id. */
  static List<Workload> of(List<Work> works) {
    Map<String, List<Work>> byPerson = new TreeMap<>();
    for (var work : works) {
      if (work.task().assignee() != null) {
        byPerson.computeIfAbsent(work.task().assignee(), person -> new java.util.ArrayList<>());
        byPerson.get(work.task().assignee()).add(work);
      }
    }
    return byPerson.entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
  }

  private static Workload of(String person, List<Work> theirs) {
    return new Workload(
        person,
        theirs.size(),
        theirs.stream().filter(Work::overdue).count(),
        theirs.stream()
            .map(work -> work.task().created())
            .min(Comparator.naturalOrder())
            .orElseThrow(() -> new IllegalStateException("Nobody without tasks is asked about")));
  }
}
