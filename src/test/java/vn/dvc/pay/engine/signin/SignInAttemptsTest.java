package vn.dvc.pay.engine.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Tag("fast")
class SignInAttemptsTest {
  private final Clock clock = new Clock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SignInAttempts attempts = new SignInAttempts(meters, clock);
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void noRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void afterFiveFailuresAPasswordIsTriedEveryThirtySecondsOnly() {
    from("192.0.2.1");
    fails("officer-1", 20);
    assertThat(asked).hasValue(5);

    clock.passes(Duration.ofSeconds(30));
    fails("officer-1", 20);
    assertThat(asked).hasValue(6);
    assertThat(meters.counter("dvc.sign-in", "outcome", "failed").count()).isEqualTo(6);
    assertThat(meters.counter("dvc.sign-in", "outcome", "delayed").count()).isEqualTo(34);
  }

  @Test
  void rightPasswordIsRefusedWhileTheDelayLastsAndTakenAfterwards() {
    from("192.0.2.1");
    fails("officer-1", 5);
    assertThat(signsIn("officer-1")).isFalse();

    clock.passes(Duration.ofSeconds(30));
    assertThat(signsIn("officer-1")).isTrue();
    fails("officer-1", 4);
    assertThat(signsIn("officer-1")).as("begins anew after a success").isTrue();
  }

  @Test
  void strangerElsewhereKeepsNobodyOut() {
    from("198.51.100.7");
    fails("officer-1", 1_000);

    from("192.0.2.1");
    assertThat(signsIn("officer-1")).isTrue();
  }

  @Test
  void oneAddressTriesFewNames() {
    from("198.51.100.7");
    for (var name = 0; name < 1_000; name++) {
      fails("name-" + name, 1);
    }
    assertThat(asked).hasValue(60);
  }

  @Test
  void manyAtOnceWithTheRightPasswordAreNotDelayed() {
    from("192.0.2.1");
    assertThat(signsInDuringOthers("portal", 100)).isTrue();
  }

  private boolean signsInDuringOthers(String name, int others) {
    return attempts
        .tried(
            name,
            () ->
                Optional.of(name).filter(it -> others == 0 || signsInDuringOthers(it, others - 1)))
        .isPresent();
  }

  private void fails(String name, int times) {
    for (var time = 0; time < times; time++) {
      assertThat(
              attempts.tried(
                  name,
                  () -> {
                    asked.incrementAndGet();
                    return Optional.empty();
                  }))
          .isEmpty();
    }
  }

  private boolean signsIn(String name) {
    return attempts.tried(name, () -> Optional.of(name)).isPresent();
  }

  private static void from(String address) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }

  private static final class Clock implements TimeMeter {
    private long nanos;

    void passes(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
