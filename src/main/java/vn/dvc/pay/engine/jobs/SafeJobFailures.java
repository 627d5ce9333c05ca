package vn.dvc.pay.engine.jobs;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvc.pay.engine.StepFailed;
import vn.dvc.pay.engine.steps.ConflictRetry;
import vn.dvc.pay.engine.steps.Lenience;

/**
 * Records a failed job by the type of its failure. The engine would keep the exception's text in
 * five tables (SAFETY.md, section 0).
 */
public class SafeJobFailures implements FailedJobCommandFactory {
  private static final Logger log = LoggerFactory.getLogger(SafeJobFailures.class);

  private final Lenience lenience = new Lenience();

  @Override
  public Command<Object> getCommand(String job, Throwable failure) {
    if (failure == null) {
      return new DefaultJobRetryCmd(job, null);
    }
    if (lenience.isFree(job, failure)) {
      log.info("Job {} will be retried: {}", job, StepFailed.because(failure).getMessage());
      return new DefaultJobRetryCmd(job, ConflictRetry.because(failure)); // costs no try
    }
    StepFailed safe = StepFailed.because(failure);
    log.warn("Job {} failed: {}", job, safe.getMessage());
    return new DefaultJobRetryCmd(job, safe);
  }
}
