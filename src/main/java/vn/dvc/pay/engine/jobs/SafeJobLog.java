package vn.dvc.pay.engine.jobs;

import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.DatabaseFailures;
import vn.dvc.pay.engine.StepFailed;
import vn.dvc.pay.engine.steps.ConflictRetry;

/**
 * Repeats a job immediately after a conflict, and removes foreign text from the failures that the
 * job executor logs.
 */
@Component
class SafeJobLog extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    if (!(command instanceof ExecuteJobsCmd)) {
      return next.execute(command);
    }
    try {
      return ConflictRetry.repeated(() -> next.execute(command));
    } catch (RuntimeException e) {
      throw DatabaseFailures.isConflict(e) ? ConflictRetry.because(e) : StepFailed.because(e);
    }
  }
}
