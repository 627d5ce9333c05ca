package vn.dvc.pay.engine.wakeups;

import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/** The engine's job executor with {@link PromptAcquisition}. */
class PromptJobExecutor extends SpringJobExecutor {
  private final NextDue nextDue;

  PromptJobExecutor(NextDue nextDue) {
    this.nextDue = nextDue;
  }

  @Override
  protected void ensureInitialization() {
    super.ensureInitialization();
    acquireJobsRunnable = new PromptAcquisition(this, nextDue);
  }
}
