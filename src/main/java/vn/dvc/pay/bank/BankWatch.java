package vn.dvc.pay.bank;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the banks are doing, as their calls show: for operators and metrics. */
public interface BankWatch {

  List<Condition> all();

  /**
   * One bank's condition.
   *
   * @param lastAnswer when it last gave a certain answer to any node, null if not within a day
   * @param oldestCall since when the oldest call waits for an answer, null if none does
   * @param unclear how many attempts have an outcome that is not known
   * @param unclearSince when the oldest of them was sent, null if there is none
   * @param lately its calls of the last minutes, of all nodes
   * @param calls this node's circuit breaker for calls
   * @param inquiries this node's circuit breaker for inquiries
   */
  record Condition(
      Bank bank,
      @Nullable Instant lastAnswer,
      @Nullable Instant oldestCall,
      long unclear,
      @Nullable Instant unclearSince,
      Traffic lately,
      Breaker calls,
      Breaker inquiries) {

    /** Half of the calls without an answer is what opens a breaker, too. */
    public State state() {
      if (calls == Breaker.OPEN || inquiries == Breaker.OPEN || lately.mostlyFailed()) {
        return State.FAILING;
      }
      return lately.total() == 0 ? State.QUIET : State.WELL;
    }
  }

  /**
   * @param answered how many calls were approved or declined
   * @param notSent how many certainly never reached the bank
   * @param unclear how many were sent and got no answer that counts
   */
  record Traffic(long answered, long notSent, long unclear) {
    public long total() {
      return answered + notSent + unclear;
    }

    boolean mostlyFailed() {
      return total() > 0 && 2 * answered <= total();
    }
  }

  /** A bank's state in one word. */
  enum State {
    WELL,
    FAILING,
    /** Nothing was asked of it lately. */
    QUIET
  }

  /** Whether a line to a bank lets calls through. */
  enum Breaker {
    CLOSED,
    HALF_OPEN,
    OPEN
  }
}
