package vn.dvc.bench.plain;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Completes the floor's external tasks, fetched as our own worker does: woken, oldest first. */
@Component
class EmptyWorker {
  private static final int MOST = 16;
  private static final long POLL_MILLIS = TimeUnit.SECONDS.toMillis(1);
  private static final long LOCK_MILLIS = TimeUnit.SECONDS.toMillis(60);
  private static final List<String> BANKS = List.of("970415", "970436", "970431");

  private final ExternalTaskService tasks;
  private final PlainSettings settings;
  private final ExecutorService pool = Executors.newFixedThreadPool(MOST);

  EmptyWorker(ExternalTaskService tasks, PlainSettings settings) {
    this.tasks = tasks;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    if (!settings.isUsual()) {
      var fetcher = new Thread(this::fetch, "fetcher");
      fetcher.setDaemon(true);
      fetcher.start();
    }
  }

  private void fetch() {
    var wake = new SingleConsumerCondition(Thread.currentThread());
    ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(wake);
    while (true) {
      var fetched = round();
      fetched.forEach(task -> pool.execute(() -> complete(task)));
      if (fetched.size() < MOST) {
        wake.await(POLL_MILLIS);
      }
    }
  }

  private List<LockedExternalTask> round() {
    var topics =
        tasks
            .fetchAndLock()
            .maxTasks(MOST)
            .workerId("floor")
            .usePriority(false)
            .orderByCreateTime()
            .asc()
            .subscribe();
    for (var bank : BANKS) {
      topics = topics.topic("bank." + bank, LOCK_MILLIS).variables("paymentId");
    }
    return topics.execute();
  }

  private void complete(LockedExternalTask task) {
    tasks.complete(
        task.getId(), "floor", Map.of("verdict", EmptySteps.VERDICTS.get(task.getActivityId())));
  }
}
