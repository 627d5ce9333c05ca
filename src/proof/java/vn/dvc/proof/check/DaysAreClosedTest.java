package vn.dvc.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class DaysAreClosedTest {
  private static final String DAY = "970415-20261127";

  private final SmallWorld world = new SmallWorld();

  @Test
  void aDayThatHangsIsSeen() {
    world.days.add(new Tables.Day(DAY, "RUNNING"));
    world.process("daily-reconciliation", DAY, Duration.ZERO, true);
    passes(Duration.ofHours(23));
    assertThat(world.sentences(new DaysAreClosed())).isEmpty();
    passes(Duration.ofHours(25));
    assertThat(world.sentences(new DaysAreClosed()))
        .containsExactly(
            "day %s has been RUNNING since %s, and no case is open for it"
                .formatted(DAY, SmallWorld.START));
  }

  @Test
  void aDayRestartedEveryHourForEverIsDetected() {
    world.days.add(new Tables.Day(DAY, "PLANNED"));
    for (int hour = 0; hour < 40; hour++) {
      world.process("daily-reconciliation", DAY, Duration.ofHours(hour), false);
    }
    assertThat(world.sentences(new DaysAreClosed()))
        .containsExactly(
            "day %s was started 40 times, is PLANNED, and no case is open for it".formatted(DAY));
  }

  @Test
  void aDayThatIsDoneOrHasACaseIsNoViolation() {
    world.process("daily-reconciliation", DAY, Duration.ZERO, true);
    passes(Duration.ofHours(25));
    world.days.add(new Tables.Day(DAY, "DONE"));
    assertThat(world.sentences(new DaysAreClosed())).isEmpty();
    world.days.set(0, new Tables.Day(DAY, "RUNNING"));
    world.openCase("statement-missing", DAY, null);
    assertThat(world.sentences(new DaysAreClosed())).isEmpty();
  }

  private void passes(Duration time) {
    world.process("card-payment", "P9", time, false);
  }
}
