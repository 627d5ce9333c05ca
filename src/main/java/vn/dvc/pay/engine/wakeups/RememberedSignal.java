package vn.dvc.pay.engine.wakeups;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;

/**
 * A signal that is never lost: one that comes while its consumer is at work ends the next wait at
 * once. The engine's own may be used up by any lock that the consumer waits for in between, which
 * matters as soon as it sleeps for long.
 */
public final class RememberedSignal extends SingleConsumerCondition {
  private final Semaphore signals = new Semaphore(0);

  public RememberedSignal() {
    super(Thread.currentThread()); // which only the engine's own would need
  }

  /** Before looking for work: whatever was signalled until now will be seen. */
  public void forget() {
    signals.drainPermits();
  }

  @Override
  public void signal() {
    signals.release();
  }

  @Override
  public void await(long millis) {
    isGivenWithin(Duration.ofMillis(millis));
  }

  /** Waits; an interrupted thread is to stop, so that counts as a signal. */
  boolean isGivenWithin(Duration atMost) {
    try {
      return signals.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
