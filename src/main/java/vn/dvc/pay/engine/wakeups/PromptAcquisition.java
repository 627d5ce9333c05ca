package vn.dvc.pay.engine.wakeups;

import java.time.Duration;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/**
 * Acquires jobs, and then sleeps until the next is due or a commit of this node announces one. The
 * engine's own polls, and may lose an announcement that comes between acquiring and sleeping.
 */
class PromptAcquisition extends SequentialJobAcquisitionRunnable {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final UntilDue untilDue;

  PromptAcquisition(JobExecutor jobs, NextDue nextDue) {
    super(jobs);
    this.untilDue = new UntilDue(nextDue::untilJob, SOON, Duration.ofMillis(jobs.getMaxWait()));
  }

  @Override
  protected JobAcquisitionStrategy initializeAcquisitionStrategy() {
    return new UntilNextDue(jobExecutor);
  }

  /** What was announced before acquiring is acquired, and needs no second time. */
  @Override
  protected AcquiredJobs acquireJobs(
      JobAcquisitionContext context, JobAcquisitionStrategy strategy, ProcessEngineImpl engine) {
    untilDue.look();
    clearJobAddedNotification();
    return super.acquireJobs(context, strategy, engine);
  }

  @Override
  public void jobWasAdded() {
    isJobAdded = true;
    untilDue.wake();
  }

  @Override
  protected void suspendAcquisition(long millis) {
    if (millis > 0 && !isInterrupted) {
      untilDue.sleep(Duration.ofMillis(millis));
    }
  }

  @Override
  public void stop() {
    isInterrupted = true;
    untilDue.wake();
  }

  private final class UntilNextDue extends BackoffJobAcquisitionStrategy {
    UntilNextDue(JobExecutor jobs) {
      super(jobs);
    }

    @Override
    protected long calculateIdleTime() {
      if (!acquisitionContext.getRejectedJobsByEngine().isEmpty()) {
        return executionSaturationWaitTime; // acquired, and all threads are busy
      }
      if (acquisitionContext.getAcquisitionException() != null) {
        return Math.min(SOON.toMillis(), maxIdleWaitTime);
      }
      return untilDue.left().toMillis();
    }
  }
}
