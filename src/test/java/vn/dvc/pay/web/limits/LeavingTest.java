package vn.dvc.pay.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;

/** When a node that stops closes its ports. */
@Tag("fast")
class LeavingTest {

  /** A fraction of a millisecond is lost easily, but not every time. */
  @RepeatedTest(10)
  void servesOnForAsLongAsItWasToldAfterSayingSo() throws Exception {
    var notice = Duration.ofMillis(50);
    var leaving = new Leaving(new LeavingSettings(notice));
    leaving.start();
    var said = System.nanoTime();
    leaving.note(null);

    var left = new CompletableFuture<Long>();
    leaving.stop(() -> left.complete(System.nanoTime()));

    assertThat(leaving.isRunning()).isTrue();
    assertThat(Duration.ofNanos(left.get(1, TimeUnit.MINUTES) - said))
        .isGreaterThanOrEqualTo(notice);
    assertThat(leaving.isRunning()).isFalse();
  }

  @Test
  void withoutNoticeItLeavesAtOnceAndBeforeThePortsClose() {
    var leaving = new Leaving(new LeavingSettings(Duration.ZERO));
    leaving.start();
    leaving.note(null);
    var left = new CompletableFuture<Boolean>();
    leaving.stop(() -> left.complete(true));

    assertThat(left).isCompleted();
    assertThat(leaving.getPhase())
        .isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
  }
}
