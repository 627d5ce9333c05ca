package vn.dvc.pay.engine.inbox;

import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.proof.failpoint.Failpoints;

/**
 * Two task inboxes, as two nodes have them, whose threads may die. A thread is alive again when its
 * piece of work is over, for it then stands for a thread of the node that was started anew. Bears
 * no stereotype, so that only who imports it has it.
 */
public class MortalInbox {

  @Bean
  static BeanPostProcessor mortalRuns(
      Failpoints failpoints,
      ObjectProvider<StepBeans> steps,
      ObjectProvider<ExternalTaskService> tasks,
      ObjectProvider<PlatformTransactionManager> transactions,
      ObjectProvider<InboxSettings> settings) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof TaskRun run && !(bean instanceof Mortal)
            ? new Mortal(
                run,
                failpoints,
                steps.getObject(),
                tasks.getObject(),
                transactions.getObject(),
                settings.getObject())
            : bean;
      }
    };
  }

  @Bean
  TaskInbox inboxOfAnotherNode(
      ExternalTaskService tasks,
      ServedParties parties,
      StepBeans steps,
      TaskRun runs,
      InboxSettings settings) {
    return new TaskInbox(tasks, parties, steps, runs, settings);
  }

  private static final class Mortal extends TaskRun {
    private final TaskRun real;
    private final Failpoints failpoints;

    Mortal(
        TaskRun real,
        Failpoints failpoints,
        StepBeans steps,
        ExternalTaskService tasks,
        PlatformTransactionManager transactions,
        InboxSettings settings) {
      super(steps, tasks, transactions, settings);
      this.real = real;
      this.failpoints = failpoints;
    }

    @Override
    void run(LockedExternalTask task) {
      failpoints.alive(() -> real.run(task));
    }
  }
}
