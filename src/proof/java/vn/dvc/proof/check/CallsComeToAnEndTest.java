package vn.dvc.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class CallsComeToAnEndTest {
  private final SmallWorld world = new SmallWorld();

  @Test
  void aVoidRepeatedForEverIsSeen() {
    var attempt = asked("VOID", 10);
    assertThat(world.sentences(new CallsComeToAnEnd()))
        .containsExactly(
            "VOID was requested 10 times for attempt %s, and there was no case".formatted(attempt));
  }

  @Test
  void aFullScheduleOfTriesIsNoViolation() {
    asked("VOID", 9);
    asked("INQUIRY", 25);
    assertThat(world.sentences(new CallsComeToAnEnd())).isEmpty();
  }

  @Test
  void retriesWithAnOpenCaseMayContinue() {
    var attempt = asked("VOID", 40);
    world.openCase("void-refused", attempt, null);
    assertThat(world.sentences(new CallsComeToAnEnd())).isEmpty();
  }

  @Test
  void endlessInquiriesAreDetected() {
    asked("INQUIRY", 26);
    assertThat(world.sentences(new CallsComeToAnEnd())).hasSize(1);
  }

  private UUID asked(String operation, int times) {
    var attempt = world.attempt("AUTHORISED", 100);
    for (int i = 0; i < times; i++) {
      world.call(attempt, operation, "DECLINED", "AUTHORISED");
    }
    return attempt;
  }
}
