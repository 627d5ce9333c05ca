package vn.dvc.pay.engine.wakeups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("fast")
@Timeout(30)
class UntilDueTest {
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration AT_MOST = Duration.ofMillis(60);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Queue<Duration> answers = new ArrayDeque<>();
  private int asked;

  @Test
  void aSleepWithNothingDueAsksAgainAndEndsWhenSomethingIs() {
    var untilDue = answering(AT_MOST, AT_MOST, AT_MOST, Duration.ZERO);

    untilDue.look();
    untilDue.sleep(untilDue.left());

    assertThat(asked).isEqualTo(4);
  }

  @Test
  void aSleepUntilSomethingIsDueEndsThenWithoutAsking() {
    var untilDue = answering(Duration.ofMillis(5));

    untilDue.look();
    untilDue.sleep(untilDue.left());

    assertThat(asked).isEqualTo(1);
  }

  @Test
  void aSleepThatLearnsOfDueWorkEndsOnTime() {
    var untilDue = answering(AT_MOST, Duration.ofMillis(5));
    untilDue.look();

    untilDue.sleep(untilDue.left());

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void wakingEndsTheSleep() {
    var untilDue = new UntilDue((since, soon, atMost) -> atMost, SOON, LONG);
    untilDue.look();
    var left = untilDue.left();
    untilDue.wake();

    untilDue.sleep(left);

    assertThat(left).isEqualTo(LONG);
  }

  /** A worker that may not look, because its clock is wrong, must look again. */
  @Test
  void aSleepWithoutHavingAskedEndsOnTime() {
    var untilDue = answering();
    untilDue.look();

    untilDue.sleep(AT_MOST);

    assertThat(asked).isZero();
  }

  @Test
  void underLoadItIsAskedOnceAndTheLastAnswerHolds() {
    var untilDue = new UntilDue(this::inTwoSeconds, Duration.ofMinutes(1), LONG);
    untilDue.look();
    untilDue.left();
    untilDue.look();

    assertThat(untilDue.left())
        .isBetween(Duration.ofMillis(1), Duration.ofSeconds(2).plusMillis(1));
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void whatTheLastAnswerAnnouncedHavingPassedItIsAskedAgainSoon() {
    var untilDue = answering(Duration.ofMillis(1));
    untilDue.look();
    untilDue.sleep(untilDue.left());
    untilDue.look();

    assertThat(untilDue.left()).isBetween(Duration.ZERO, SOON.plusMillis(1));
  }

  @Test
  void workIsReadyIfItWasBeforeTheLastLook() {
    var asked = new Instant[1];
    var untilDue =
        new UntilDue(
            (since, soon, atMost) -> {
              asked[0] = since;
              return soon;
            },
            SOON,
            LONG);
    var before = ClockUtil.getCurrentTime().toInstant();
    untilDue.look();
    var after = ClockUtil.getCurrentTime().toInstant();
    await().until(() -> ClockUtil.getCurrentTime().toInstant().isAfter(after));

    assertThat(untilDue.left()).isEqualTo(SOON);
    assertThat(asked[0]).isBetween(before, after);
  }

  @Test
  void aStoppedThreadDoesNotSleep() {
    var untilDue = new UntilDue((since, soon, atMost) -> atMost, SOON, LONG);
    untilDue.look();
    Thread.currentThread().interrupt();

    untilDue.sleep(untilDue.left());

    assertThat(Thread.interrupted()).isTrue();
  }

  private UntilDue answering(Duration... these) {
    answers.addAll(List.of(these));
    return new UntilDue(
        (since, soon, atMost) -> {
          asked++;
          return answers.isEmpty() ? Duration.ZERO : answers.remove();
        },
        SOON,
        AT_MOST);
  }

  private Duration inTwoSeconds(Instant since, Duration soon, Duration atMost) {
    asked++;
    return Duration.ofSeconds(2);
  }
}
