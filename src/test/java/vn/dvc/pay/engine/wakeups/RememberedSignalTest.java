package vn.dvc.pay.engine.wakeups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class RememberedSignalTest {
  private static final long LONG = 60_000;

  private final RememberedSignal signal = new RememberedSignal();

  @Test
  void aSignalBeforeTheWaitEndsIt() {
    signal.signal();

    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> signal.await(LONG));
  }

  @Test
  void aLockThatTheConsumerWaitedForUsesNoSignalUp() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          signal.signal();
          LockSupport.parkNanos(1);
          signal.await(LONG);
        });
  }

  @Test
  void whatWasSignalledBeforeLookingForWorkEndsNoWait() {
    signal.signal();
    signal.signal();
    signal.forget();

    var begin = System.nanoTime();
    signal.await(20);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofMillis(20));
  }
}
