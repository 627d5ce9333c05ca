package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.time.DatabaseTime;

@Tag("fast")
class TimersTest {
  private static final Instant DATABASE = Instant.parse("2026-11-24T02:00:00.250Z");

  private final DatabaseTime time = mock(DatabaseTime.class);
  private final Timers timers = new Timers(time);

  @BeforeEach
  void theDatabaseSays() {
    when(time.now()).thenReturn(DATABASE);
  }

  @AfterEach
  void clockIsRight() {
    ClockUtil.reset();
  }

  @Test
  void dateIsConvertedToTheTimeOfAFastClock() {
    nodeSays("2026-11-24T02:01:30.250Z");
    assertThat(timers.at(DATABASE.plusSeconds(60))).isEqualTo("2026-11-24T02:02:30.250Z");
  }

  @Test
  void dateIsConvertedToTheTimeOfASlowClock() {
    nodeSays("2026-11-24T01:59:00.250Z");
    assertThat(timers.at(DATABASE.plusSeconds(60))).isEqualTo("2026-11-24T02:00:00.250Z");
  }

  @Test
  void dueTimerIsDueByTheNodesClock() {
    nodeSays("2026-11-24T01:59:00.250Z");
    assertThat(timers.at(DATABASE.minusSeconds(5))).isEqualTo("2026-11-24T01:58:55.250Z");
  }

  @Test
  void fractionOfAMillisecondIsRoundedUp() {
    nodeSays("2026-11-24T02:00:00.250Z");
    assertThat(timers.at(DATABASE.plusNanos(1_000))).isEqualTo("2026-11-24T02:00:00.251Z");
  }

  private static void nodeSays(String instant) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
  }
}
