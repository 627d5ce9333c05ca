package vn.dvc.pay.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Status;
import vn.dvc.pay.time.DatabaseTime;

@Tag("fast")
class ClockHealthTest {
  private static final Instant DATABASE = Instant.parse("2026-11-24T02:00:00Z");

  @AfterEach
  void clockIsRight() {
    ClockUtil.reset();
  }

  @ParameterizedTest
  @CsvSource({"0,UP", "30,UP", "-30,UP", "31,DOWN", "-31,DOWN", "120,DOWN"})
  void nodeWhoseClockIsOffByMoreThanHalfAMinuteIsDown(int seconds, String status) {
    var time = mock(DatabaseTime.class);
    when(time.now()).thenReturn(DATABASE);
    ClockUtil.setCurrentTime(Date.from(DATABASE.plusSeconds(seconds)));
    assertThat(new ClockHealth(time).health().getStatus()).isEqualTo(new Status(status));
  }

  @Test
  void clockThatWasRightJustNowIsNotMeasuredAgainUnlessItIsSet() {
    var time = mock(DatabaseTime.class);
    when(time.now()).thenReturn(DATABASE);
    var clock = new ClockHealth(time);
    assertThat(clock.isAssumedRight()).as("nobody has looked yet").isFalse();
    ClockUtil.setCurrentTime(Date.from(DATABASE));
    assertThat(clock.isRight()).isTrue();
    assertThat(clock.isRight()).isTrue();
    assertThat(clock.isAssumedRight()).isTrue();
    verify(time, times(1)).now();

    ClockUtil.setCurrentTime(Date.from(DATABASE.plusSeconds(120)));
    assertThat(clock.isAssumedRight()).isFalse();
    assertThat(clock.isRight()).isFalse();
    assertThat(clock.isRight()).isFalse();
    verify(time, times(3)).now();

    ClockUtil.setCurrentTime(Date.from(DATABASE));
    assertThat(clock.isRight()).isTrue();
  }
}
