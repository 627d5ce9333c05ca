package vn.dvc.pay.engine.worker;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.FetchAndLockBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.SafeCause;
import vn.dvc.pay.engine.WorkerLoad;
import vn.dvc.pay.engine.setup.ClockHealth;
import vn.dvc.pay.engine.steps.StepBeans;

/**
 * Fetches external tasks for all parties with one thread per node, oldest first and only as many as
 * there are free slots, so that no task waits while its lock runs. Woken by each commit that
 * creates a task; polling finds the tasks of other nodes and of crashed ones. Takes no task while
 * this node's clock is wrong: the banks would refuse all that it signs, and by its clock the locks
 * of other nodes end too early.
 */
@Component
class ExternalTaskWorker implements SmartLifecycle, MeterBinder, WorkerLoad {
  private static final Logger log = LoggerFactory.getLogger(ExternalTaskWorker.class);

  private final ExternalTaskService tasks;
  private final ServedParties parties;
  private final StepBeans steps;
  private final ExternalTaskRun runs;
  private final ClockHealth clock;
  private final WorkerSettings settings;
  private final AtomicLong idleRounds = new AtomicLong();
  private final String node = "node-" + UUID.randomUUID();
  private final Set<String> inProgress = ConcurrentHashMap.newKeySet();
  private final Map<String, WorkerSlots> slots = new ConcurrentHashMap<>();
  private volatile boolean running;
  private volatile SingleConsumerCondition wake;
  private ExecutorService pool;
  private Thread fetcher;
  private List<String> variables;
  private boolean clockWasWrong;

  ExternalTaskWorker(
      ExternalTaskService tasks,
      ServedParties parties,
      StepBeans steps,
      ExternalTaskRun runs,
      ClockHealth clock,
      WorkerSettings settings) {
    this.tasks = tasks;
    this.parties = parties;
    this.steps = steps;
    this.runs = runs;
    this.clock = clock;
    this.settings = settings;
  }

  /** Starts once the whole application is ready, including the routes to banks and portal. */
  @EventListener(ApplicationReadyEvent.class)
  synchronized void open() {
    if (!running || fetcher != null) {
      return;
    }
    parties.all().forEach(party -> slots.put(party.topic(), new WorkerSlots(party)));
    variables = List.copyOf(steps.variables());
    pool = Executors.newCachedThreadPool(new CustomizableThreadFactory("call-"));
    fetcher = new Thread(this::fetchUntilStopped, "task-inbox");
    wake = new SingleConsumerCondition(fetcher);
    fetcher.start();
  }

  private void fetchUntilStopped() {
    ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(wake);
    try {
      while (running) {
        if (!fetchedAll()) {
          wake.await(settings.poll().toMillis());
        }
      }
    } finally {
      ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(wake);
    }
  }

  private boolean fetchedAll() {
    try {
      return round();
    } catch (RuntimeException e) {
      log.warn("Tasks could not be fetched: {}", SafeCause.of(e));
      return false;
    }
  }

  /** Fetches once; true if there may be more at once. */
  private boolean round() {
    if (!clockIsRight()) {
      return false;
    }
    Map<WorkerSlots, Integer> ready = new LinkedHashMap<>();
    for (WorkerSlots each : slots.values()) {
      int free = each.free();
      if (free > 0) {
        ready.put(each, free);
      }
    }
    if (ready.isEmpty()) {
      return false;
    }
    // The smallest number of free slots, so that every fetched task has a slot, whatever its party.
    int most = Collections.min(ready.values());
    List<LockedExternalTask> fetched = fetch(ready.keySet(), most);
    for (LockedExternalTask task : fetched) {
      if (inProgress.add(
          task.getId())) { // otherwise its lock expired during a call that still runs here
        WorkerSlots slot = slots.get(task.getTopicName());
        slot.take();
        pool.execute(() -> work(task, slot));
      }
    }
    return fetched.size() >= most;
  }

  private boolean clockIsRight() {
    boolean right = clock.isRight();
    if (right && clockWasWrong) {
      log.warn("This node's clock is right again, it takes tasks");
    } else if (!right && !clockWasWrong) {
      log.error("This node's clock is wrong, it takes no tasks until it is right");
    }
    clockWasWrong = !right;
    if (!right) {
      idleRounds.incrementAndGet();
    }
    return right;
  }

  private List<LockedExternalTask> fetch(Set<WorkerSlots> ready, int most) {
    FetchAndLockBuilder fetch =
        tasks
            .fetchAndLock()
            .maxTasks(most)
            .workerId(node)
            .usePriority(false)
            .orderByCreateTime()
            .asc();
    var topics = fetch.subscribe();
    for (WorkerSlots each : ready) {
      topics =
          topics.topic(each.party().topic(), each.party().lock().toMillis()).variables(variables);
    }
    return topics.execute();
  }

  private void work(LockedExternalTask task, WorkerSlots slot) {
    try {
      runs.run(task);
    } catch (RuntimeException | Error e) {
      log.error("The external-task worker failed: {}", SafeCause.of(e));
    } finally {
      inProgress.remove(task.getId());
      if (slot.giveBack()) {
        wake.signal();
      }
    }
  }

  @Override
  public List<Load> loads() {
    return slots.values().stream().map(WorkerSlots::load).toList();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    FunctionCounter.builder("dvc.worker.idle.rounds", idleRounds, AtomicLong::get)
        .tag("node", node)
        .description("How often no task was taken because this node's clock was wrong")
        .register(meters);
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public synchronized void stop() {
    running = false;
    if (fetcher == null) {
      return;
    }
    wake.signal();
    try {
      fetcher.join(settings.drain().toMillis());
      pool.shutdown();
      if (!pool.awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS)) {
        // Their locks will expire, and whoever takes them over inquires before doing anything
        // again.
        log.warn("Stopping while {} calls are still running", inProgress.size());
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    fetcher = null;
    slots.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Starts last and stops first, before the web server, the routes and the database. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
