package vn.dvc.pay.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.dvc.pay.time.RetrySchedule.Tries;

@Tag("fast")
class RetryScheduleTest {
  private final RetrySchedule schedule = bound(Map.of());

  @Test
  void pausesGrowAndTheLastOneRepeats() {
    assertThat(IntStream.rangeClosed(1, 9).mapToObj(this::pause))
        .extracting(Duration::toSeconds)
        .containsExactly(10L, 30L, 60L, 300L, 900L, 1800L, 3600L, 3600L, 3600L);
  }

  @Test
  void requestThatCannotBeSentIsACaseAfterTwoHoursAndAtMostEightTries() {
    var tries = 1;
    var passed = Duration.ZERO;
    while (!schedule.needsCase(new Tries(tries, 0))) {
      passed = passed.plus(pause(tries++));
    }
    assertThat(tries).isEqualTo(8);
    assertThat(passed).isBetween(Duration.ofMinutes(105), Duration.ofMinutes(125));
  }

  @Test
  void bankThatRefusesThreeTimesIsACaseAtOnce() {
    assertThat(schedule.needsCase(new Tries(2, 2))).isFalse();
    assertThat(schedule.needsCase(new Tries(3, 3))).isTrue();
  }

  @Test
  void pausesComeFromTheConfiguration() {
    var quick =
        bound(
            Map.of(
                "dvc.bank.retries.pauses[0]", "1s",
                "dvc.bank.retries.pauses[1]", "2s",
                "dvc.bank.retries.refusals", "1"));
    assertThat(quick.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(quick.needsCase(new Tries(3, 0))).isTrue();
    assertThat(quick.needsCase(new Tries(1, 1))).isTrue();
  }

  @Test
  void pausesThatDoNotGrowPreventTheStart() {
    assertThatThrownBy(
            () -> new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofSeconds(5)), 3))
        .hasMessageContaining("dvc.bank.retries.pauses[1]");
  }

  private Duration pause(int tries) {
    return schedule.pauseAfter(new Tries(tries, 0));
  }

  private static RetrySchedule bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("dvc.bank.retries", RetrySchedule.class);
  }
}
