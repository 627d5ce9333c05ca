package vn.dvc.pay.operations.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.pay.engine.watch.StuckSteps.Kind;
import vn.dvc.pay.engine.watch.StuckSteps.StuckStep;

/** What an operator is told to do about a stuck step, and which steps are stuck alike. */
@Tag("fast")
class RemedyTest {

  @ParameterizedTest
  @CsvSource({
    "ProcessEngineException < CannotCreateTransactionException < SQLTransientConnectionException,"
        + " DATABASE",
    "PortalFailed, PEER",
    "ProcessEngineException < ConnectException, PEER",
    "NoAnswer: 3 times, PEER",
    "ProcessEngineException < DmnEngineException, MODEL",
    "ProcessEngineException, MODEL",
    "IllegalStateException, PROGRAM",
    ", PROGRAM"
  })
  void theInnermostFailureSaysWhatCanBeDone(String cause, Remedy remedy) {
    assertThat(Remedy.of(cause)).isEqualTo(remedy);
  }

  @Test
  void stepsAreAlikeAtTheSamePlaceForTheSameReason() {
    var groups =
        StuckGroup.of(
            List.of(
                step("1", "a", "x"),
                step("2", "b", "x"),
                step("3", "a", "x"),
                step("4", "a", "y")));

    assertThat(groups)
        .extracting(group -> group.steps().stream().map(StuckStep::id).toList())
        .containsExactly(List.of("1", "3"), List.of("2"), List.of("4"));
  }

  private static StuckStep step(String id, String activity, String cause) {
    return new StuckStep(
        id, Kind.CALL, "card-payment", activity, activity, "i", "P", Instant.EPOCH, cause);
  }
}
