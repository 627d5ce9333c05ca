package vn.dvc.pay.engine.setup;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.steps.StepFailed;

/** Gives the job executor, which logs what it gets, a failure without foreign text. */
@Component
class SafeJobLog extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    if (!(command instanceof ExecuteJobsCmd)) {
      return next.execute(command);
    }
    try {
      return next.execute(command);
    } catch (OptimisticLockingException e) {
      throw e;
    } catch (RuntimeException e) {
      throw StepFailed.because(e);
    }
  }
}
