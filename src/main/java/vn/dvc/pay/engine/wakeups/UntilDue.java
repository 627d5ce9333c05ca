package vn.dvc.pay.engine.wakeups;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;

/**
 * Lets one worker sleep between two looks for work: until it is woken, or until something may be
 * due. It asks for that at most once every {@code soon}, since under load each commit starts a
 * look. A sleep never outlasts {@code atMost} without asking again: another node may have created
 * work, and announced it to nobody here.
 */
public final class UntilDue {
  private final Question question;
  private final Duration soon;
  private final Duration atMost;
  private final RememberedSignal signal = new RememberedSignal();
  private Instant looked = Instant.EPOCH;
  private long asked;
  private long due;
  private boolean nothingDue;

  public UntilDue(Question question, Duration soon, Duration atMost) {
    this.question = question;
    this.soon = soon.compareTo(atMost) < 0 ? soon : atMost;
    this.atMost = atMost;
    this.asked = System.nanoTime() - this.soon.toNanos();
    this.due = asked;
  }

  public interface Question {
    /** As {@link NextDue} answers it. */
    Duration untilDue(Instant since, Duration soon, Duration atMost);
  }

  /** Before a look: it sees all that was announced until now. */
  public void look() {
    signal.forget();
    nothingDue = false;
    looked = now();
  }

  /** After a look that took all there was: how long to sleep. */
  public Duration left() {
    long now = System.nanoTime();
    long early = soon.toNanos() - (now - asked);
    if (early > 0) {
      return Duration.ofNanos(due > now ? Math.min(early, due - now) : early).plusMillis(1);
    }
    asked = now;
    Duration answer = question.untilDue(looked, soon, atMost);
    due = now + answer.toNanos();
    nothingDue = answer.compareTo(atMost) >= 0;
    return answer;
  }

  /** If nothing was due, asks again instead of looking, which costs more. */
  public void sleep(Duration left) {
    boolean woken = signal.isGivenWithin(left);
    while (!woken && nothingDue) {
      Duration next = question.untilDue(now(), Duration.ZERO, atMost);
      nothingDue = next.compareTo(atMost) >= 0;
      woken = signal.isGivenWithin(next);
    }
  }

  public void wake() {
    signal.signal();
  }

  public SingleConsumerCondition signal() {
    return signal;
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}
