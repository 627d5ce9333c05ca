package vn.dvc.pay.engine.worker;

import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dvc.pay.engine.setup.ClockHealth;
import vn.dvc.pay.engine.setup.WholeInstances;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wakeups.NextDue;
import vn.dvc.proof.failpoint.Failpoints;

/**
 * Two task workers, as on two nodes, whose threads may die. A thread is alive again once its piece
 * of work is over, because from then on it stands for a thread of the restarted node. Carries no
 * stereotype, so that only those who import it get it.
 */
public class MortalWorkers {

  @Bean
  static BeanPostProcessor mortalRuns(
      Failpoints failpoints,
      ObjectProvider<StepBeans> steps,
      ObjectProvider<ExternalTaskService> tasks,
      ObjectProvider<WholeInstances> instances,
      ObjectProvider<TracedTasks> traced,
      ObjectProvider<PlatformTransactionManager> transactions,
      ObjectProvider<WorkerSettings> settings) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ExternalTaskRun run && !(bean instanceof Mortal)
            ? new Mortal(
                run,
                failpoints,
                steps.getObject(),
                tasks.getObject(),
                instances.getObject(),
                traced.getObject(),
                transactions.getObject(),
                settings.getObject())
            : bean;
      }
    };
  }

  @Bean
  ExternalTaskWorker inboxOfAnotherNode(
      ExternalTaskService tasks,
      ServedParties parties,
      StepBeans steps,
      ExternalTaskRun runs,
      ClockHealth clock,
      TaskHandover handover,
      NextDue nextDue,
      WorkerSettings settings) {
    return new ExternalTaskWorker(tasks, parties, steps, runs, clock, handover, nextDue, settings);
  }

  private static final class Mortal extends ExternalTaskRun {
    private final ExternalTaskRun real;
    private final Failpoints failpoints;

    Mortal(
        ExternalTaskRun real,
        Failpoints failpoints,
        StepBeans steps,
        ExternalTaskService tasks,
        WholeInstances instances,
        TracedTasks traced,
        PlatformTransactionManager transactions,
        WorkerSettings settings) {
      super(steps, tasks, instances, traced, transactions, settings);
      this.real = real;
      this.failpoints = failpoints;
    }

    @Override
    void run(LockedExternalTask task) {
      failpoints.alive(() -> real.run(task));
    }
  }
}
