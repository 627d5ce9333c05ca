package vn.dvc.sandbox.bank.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.Operation;

/** The faults that testers have switched on. They are forgotten at a restart. */
@Component
public class Faults {

  /**
   * A fault that waits for requests.
   *
   * @param times how many more requests it will meet
   * @param seconds how long it takes, where time plays a part
   */
  public record Switched(String bank, Operation operation, Fault fault, int times, int seconds) {}

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
  synchronized Optional<Switched> take(String bank, Operation operation) {
    for (int i = 0; i < waiting.size(); i++) {
      Switched next = waiting.get(i);
      if (next.bank().equals(bank) && next.operation() == operation) {
        if (next.times() == 1) {
          waiting.remove(i);
        } else {
          waiting.set(
              i,
              new Switched(
                  next.bank(), next.operation(), next.fault(), next.times() - 1, next.seconds()));
        }
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }
}
