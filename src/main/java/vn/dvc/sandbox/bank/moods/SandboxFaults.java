package vn.dvc.sandbox.bank.moods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;

/** The faults that testers have switched on. A restart clears them. */
@Component
public class SandboxFaults {

  /**
   * A fault waiting for requests.
   *
   * @param times how many more requests it will affect
   * @param seconds how long it lasts, if time plays a part
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

  /** Uses the fault that was switched on first for this operation, once. */
  public synchronized Optional<Switched> take(String bank, SandboxOperation operation) {
    Optional<Switched> first =
        waiting.stream().filter(it -> meets(it, bank, operation) && !it.isHabit()).findFirst();
    first.ifPresent(this::useUp);
    return first;
  }

  /** Uses each habit that is switched on for this operation, once. */
  public synchronized Habits takeHabits(String bank, SandboxOperation operation) {
    List<Switched> meeting =
        waiting.stream().filter(it -> meets(it, bank, operation) && it.isHabit()).toList();
    meeting.forEach(this::useUp);
    return habits(meeting.stream());
  }

  /** A notice is not a request, so the habits apply to it without being used up. */
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
