package vn.dvc.sandbox.bank.moods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;

/** The faults that testers have switched on. They are forgotten at a restart. */
@Component
public class SandboxFaults {

  /**
   * A fault that waits for requests.
   *
   * @param times how many more requests it will meet
   * @param seconds how long it takes, where time plays a part
   */
  public record Switched(
      String bank, SandboxOperation operation, Fault fault, int times, int seconds) {

    boolean isHabit() {
      return fault.isHabit();
    }

    Switched onceLess() {
      return new Switched(bank, operation, fault, times - 1, seconds);
    }
  }

  private final List<Switched> waiting = new ArrayList<>();

  public synchronized void add(Switched fault) {
    waiting.add(fault);
  }

  public synchronized void clear() {
    waiting.clear();
  }

  public synchronized List<Switched> all() {
    return List.copyOf(waiting);
  }

  /** Uses up one time of the fault that was switched on first for this operation. */
  public synchronized Optional<Switched> take(String bank, SandboxOperation operation) {
    Optional<Switched> first =
        waiting.stream().filter(it -> meets(it, bank, operation) && !it.isHabit()).findFirst();
    first.ifPresent(this::useUp);
    return first;
  }

  /** Uses up one time of each habit that is switched on for this operation. */
  public synchronized Habits takeHabits(String bank, SandboxOperation operation) {
    List<Switched> meeting =
        waiting.stream().filter(it -> meets(it, bank, operation) && it.isHabit()).toList();
    meeting.forEach(this::useUp);
    return habits(meeting.stream());
  }

  /** What a bank tells of its own accord is no request, so it has the habits and uses up none. */
  public synchronized Habits habitsOf(String bank) {
    return habits(waiting.stream().filter(it -> it.bank().equals(bank) && it.isHabit()));
  }

  private void useUp(Switched fault) {
    int at = waiting.indexOf(fault);
    if (fault.times() == 1) {
      waiting.remove(at);
    } else {
      waiting.set(at, fault.onceLess());
    }
  }

  private static boolean meets(Switched fault, String bank, SandboxOperation operation) {
    return fault.bank().equals(bank) && fault.operation() == operation;
  }

  private static Habits habits(Stream<Switched> those) {
    return new Habits(those.map(Switched::fault).collect(Collectors.toUnmodifiableSet()));
  }
}
