package vn.dvc.pay.engine.wakeups;

import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskFailureCmd;
import org.camunda.bpm.engine.impl.cmd.SetExternalTaskRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SetExternalTasksRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Announces what makes work due earlier, such as an operator's retry in Cockpit: of that the engine
 * itself announces nothing but new jobs and tasks.
 */
@Component
class WakeAfterChange extends CommandInterceptor {
  private static final Set<Class<?>> OF_TASKS =
      Set.of(
          HandleExternalTaskFailureCmd.class,
          SetExternalTaskRetriesCmd.class,
          SetExternalTasksRetriesCmd.class);
  private static final Set<Class<?>> OF_JOBS =
      Set.of(SetJobRetriesCmd.class, SetJobDuedateCmd.class);

  private final ObjectProvider<JobExecutor> jobs;

  WakeAfterChange(ObjectProvider<JobExecutor> jobs) {
    this.jobs = jobs;
  }

  @Override
  public <T> T execute(Command<T> command) {
    T result = next.execute(command);
    if (OF_TASKS.contains(command.getClass())) {
      afterCommit(ProcessEngineImpl.EXT_TASK_CONDITIONS::signalAll);
    } else if (OF_JOBS.contains(command.getClass())) {
      afterCommit(() -> jobs.ifAvailable(JobExecutor::jobWasAdded));
    }
    return result;
  }

  private static void afterCommit(Runnable announcement) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      announcement.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            announcement.run();
          }
        });
  }
}
