package vn.dvc.pay.engine.worker;

import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.engine.SafeCause;
import vn.dvc.pay.engine.setup.WholeInstances;
import vn.dvc.pay.engine.steps.ConflictRetry;
import vn.dvc.pay.engine.steps.Lenience;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.tracing.Traces;

/**
 * Runs one external task: the call outside of any transaction, then its answer and the task's
 * completion in one transaction. An answer is kept even if the process cannot continue.
 */
@Component
class ExternalTaskRun {
  private static final int TRIES = 3;
  private static final Logger log = LoggerFactory.getLogger(ExternalTaskRun.class);

  private final StepBeans steps;
  private final ExternalTaskService tasks;
  private final WholeInstances instances;
  private final TracedTasks traced;
  private final TransactionTemplate transaction;
  private final WorkerSettings settings;
  private final Lenience lenience = new Lenience();

  ExternalTaskRun(
      StepBeans steps,
      ExternalTaskService tasks,
      WholeInstances instances,
      TracedTasks traced,
      PlatformTransactionManager transactions,
      WorkerSettings settings) {
    this.steps = steps;
    this.tasks = tasks;
    this.instances = instances;
    this.traced = traced;
    this.transaction = new TransactionTemplate(transactions);
    this.settings = settings;
  }

  void run(LockedExternalTask task) {
    try (var span = traced.begin(task)) {
      runIn(span, task);
    }
  }

  private void runIn(Traces.Span span, LockedExternalTask task) {
    RecordedAnswer answer;
    try {
      answer = steps.run(task.getProcessDefinitionKey(), task.getActivityId(), task.getVariables());
    } catch (Throwable e) {
      span.with("failed", SafeCause.of(e));
      report(task, e);
      return;
    }
    try {
      recordAndComplete(task, answer);
    } catch (Exception e) {
      span.with("failed", SafeCause.of(e));
      keep(task, answer);
      report(task, e);
    }
  }

  private void recordAndComplete(LockedExternalTask task, RecordedAnswer answer) {
    ConflictRetry.repeated(
        () ->
            transaction.execute(
                status -> {
                  String verdict = answer.record();
                  complete(task, verdict);
                  return verdict;
                }));
  }

  private void complete(LockedExternalTask task, String verdict) {
    instances.read(
        task.getProcessInstanceId(),
        waits -> {
          tasks.complete(task.getId(), task.getWorkerId(), Map.of("verdict", verdict));
          return verdict;
        });
  }

  /** Records the answer even so: it is a fact, whatever became of the process. */
  private void keep(LockedExternalTask task, RecordedAnswer answer) {
    try {
      ConflictRetry.repeated(() -> transaction.execute(status -> answer.record()));
    } catch (RuntimeException e) {
      log.error("{} could not record its answer: {}", name(task), SafeCause.of(e));
    }
  }

  private void report(LockedExternalTask task, Throwable failure) {
    String cause = SafeCause.of(failure);
    int before = task.getRetries() == null ? TRIES : task.getRetries();
    int left = lenience.isFree(task.getId(), failure) ? before : Math.max(0, before - 1);
    log.warn("{} failed, {} tries left: {}", name(task), left, cause);
    try {
      tasks.handleFailure(
          task.getId(), task.getWorkerId(), cause, left, settings.retryPause().toMillis());
    } catch (RuntimeException e) {
      // The task no longer exists or another node has taken it over; its lock decides whose it is.
      log.warn("{} could not report its failure: {}", name(task), SafeCause.of(e));
    }
  }

  private static String name(LockedExternalTask task) {
    return "%s.%s of %s"
        .formatted(task.getProcessDefinitionKey(), task.getActivityId(), task.getBusinessKey());
  }
}
