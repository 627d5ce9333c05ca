package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.values.Problem;

@Tag("fast")
class SafeCauseTest {

  @Test
  void foreignTextIsLeftOutAndTheSqlStateKept() {
    assertThat(SafeCause.of(from(new SQLException("card 9704150000000018", "23505"), "x.Driver")))
        .isEqualTo("SQLException 23505 (Driver.run:7)");
  }

  @Test
  void ourOwnTextIsKept() {
    assertThat(SafeCause.of(Problem.conflict("already-processing")))
        .isEqualTo("Problem: already-processing");
  }

  @Test
  void placeIsOursWhereOurCodeWasInvolved() {
    var failure = new IllegalStateException("secret");
    failure.setStackTrace(
        new StackTraceElement[] {
          frame("java.util.Map"),
          frame("vn.dvc.pay.engine.steps.StepBeans"),
          frame("vn.dvc.pay.payment.Steps")
        });
    assertThat(SafeCause.of(failure)).isEqualTo("IllegalStateException (Steps.run:7)");
  }

  @Test
  void placeOfAFailureWithoutOurCodeIsTheLineThatThrew() {
    var cause = from(new NullPointerException(), "org.camunda.bpm.engine.impl.JobEntity");
    var outer = from(new ProcessEngineException("secret", cause), "org.camunda.bpm.engine.Jobs");
    assertThat(SafeCause.of(outer))
        .isEqualTo("ProcessEngineException < NullPointerException (JobEntity.run:7)");
  }

  @Test
  void failedStepIsDescribedByWhatFailedInIt() {
    var step = StepFailed.because(from(new NullPointerException(), "vn.dvc.pay.payment.Steps"));
    assertThat(SafeCause.of(new ProcessEngineException("secret", step)))
        .isEqualTo("NullPointerException (Steps.run:7)");
  }

  private static <T extends Throwable> T from(T failure, String type) {
    failure.setStackTrace(new StackTraceElement[] {frame(type)});
    return failure;
  }

  private static StackTraceElement frame(String type) {
    return new StackTraceElement(type, "run", "File.java", 7);
  }
}
