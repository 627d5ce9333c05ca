package vn.dvc.pay.operations.steps;

import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.engine.watch.StuckSteps.StuckStep;
import vn.dvc.pay.operations.steps.StuckStepController.Retried;
import vn.dvc.pay.values.Problem;

/**
 * Retries a stuck step for an operator, who must give a reason. Operators lack the engine
 * permission for this because it would also allow them to edit variables.
 */
@Service
class StepRetries {
  private final StuckSteps steps;
  private final Audit audit;

  StepRetries(StuckSteps steps, Audit audit) {
    this.steps = steps;
    this.audit = audit;
  }

  /**
   * @throws Problem reason-missing (422), step-not-stuck (404)
   */
  @Transactional
  public void retry(String id, String actor, String reason) {
    var why = Reason.of(reason);
    var step =
        steps.all().stream()
            .filter(stuck -> stuck.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("step-not-stuck"));
    steps.retry(id);
    audit.write(
        actor, "step-retried", subject(step), step.process() + " " + step.activity() + ": " + why);
  }

  /** Retries of the same step before: each of them ended as this one has. */
  Retried before(StuckStep step) {
    var made =
        audit.about(subject(step)).stream()
            .filter(it -> it.action().equals("step-retried"))
            .filter(it -> it.reason().startsWith(step.process() + " " + step.activity() + ": "))
            .toList();
    return new Retried(made.size(), made.isEmpty() ? null : made.get(0).at());
  }

  /**
   * What the step is about; where that is nothing, the instance, and where none began, the model.
   */
  private static String subject(StuckStep step) {
    return step.businessKey() != null
        ? step.businessKey()
        : Objects.requireNonNullElse(step.instance(), step.process());
  }
}
