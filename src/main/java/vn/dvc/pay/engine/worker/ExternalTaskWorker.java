package vn.dvc.pay.engine.worker;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.FetchAndLockBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.externaltask.LockedExternalTaskImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.engine.SafeCause;
import vn.dvc.pay.engine.setup.ClockHealth;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wakeups.NextDue;
import vn.dvc.pay.engine.wakeups.UntilDue;
import vn.dvc.pay.engine.watch.WorkerLoad;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Runs external tasks for all parties. Takes a new task of this node in the transaction that
 * creates it, see {@link TaskHandover}. Fetches all others with one thread per node, oldest first
 * and only as many as there are free slots, so that no task waits while its lock runs: those that
 * found no free slot, retries, and what other nodes and crashed ones left. In between it sleeps
 * until the next retry is due or lock ends. Takes no task while this node's clock is wrong: the
 * banks would refuse all that it signs, and by its clock the locks of other nodes end too early.
 */
@Component
class ExternalTaskWorker implements SmartLifecycle, MeterBinder, WorkerLoad {
  private static final Logger log = LoggerFactory.getLogger(ExternalTaskWorker.class);

  private final ExternalTaskService tasks;
  private final ServedParties parties;
  private final StepBeans steps;
  private final ExternalTaskRun runs;
  private final ClockHealth clock;
  private final TaskHandover handover;
  private final UntilDue untilDue;
  private final WorkerSettings settings;
  private final AtomicLong idleRounds = new AtomicLong();
  private final String node = "node-" + UUID.randomUUID();
  private final Set<String> inProgress = ConcurrentHashMap.newKeySet();
  private volatile Map<String, WorkerSlots> slots = Map.of();
  private volatile boolean running;
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
      TaskHandover handover,
      NextDue nextDue,
      WorkerSettings settings) {
    this.tasks = tasks;
    this.parties = parties;
    this.steps = steps;
    this.runs = runs;
    this.clock = clock;
    this.handover = handover;
    this.untilDue =
        new UntilDue(
            (since, soon, atMost) ->
                clock.hasGoneWrong()
                    ? Duration.ZERO // so that it is told at once, not when there is work
                    : nextDue.untilExternalTask(since, soon, atMost),
            settings.poll(),
            settings.idle());
    this.settings = settings;
  }

  /** Starts once the whole application is ready, including the routes to banks and portal. */
  @EventListener(ApplicationReadyEvent.class)
  synchronized void open() {
    if (!running || fetcher != null) {
      return;
    }
    var served = new LinkedHashMap<String, WorkerSlots>();
    parties.all().forEach(party -> served.put(party.topic(), new WorkerSlots(party)));
    slots = served;
    variables = Stream.concat(steps.variables().stream(), Stream.of(TracedTasks.CAUSE)).toList();
    pool = Executors.newCachedThreadPool(new CustomizableThreadFactory("call-"));
    fetcher = new Thread(this::fetchUntilStopped, "task-inbox");
    fetcher.start();
    handover.open(this);
  }

  private void fetchUntilStopped() {
    ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(untilDue.signal());
    try {
      while (running) {
        Duration left = fetchedAndLeft();
        if (running) {
          untilDue.sleep(left);
        }
      }
    } finally {
      ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(untilDue.signal());
    }
  }

  /** Looks for tasks at once instead of when the next is due. */
  void wake() {
    untilDue.wake();
  }

  /**
   * Locks a task for this worker in the transaction that creates it, and runs it once that is
   * committed. If the commit's outcome is not known, the task is left to whoever fetches it when
   * its lock ends.
   *
   * @return false if it must be fetched: there is no free slot, or the clock may be wrong
   */
  boolean takes(ExternalTaskEntity task) {
    WorkerSlots slot = slots.get(task.getTopicName());
    if (!running || slot == null || !clock.isAssumedRight() || !slot.takeForNew()) {
      return false;
    }
    task.lock(node, slot.party().lock().toMillis());
    LockedExternalTask locked =
        LockedExternalTaskImpl.fromEntity(task, variables, false, false, false);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
              execute(locked, slot);
            } else {
              giveBack(slot);
            }
          }
        });
    return true;
  }

  private Duration fetchedAndLeft() {
    try {
      return round();
    } catch (RuntimeException e) {
      log.warn("Tasks could not be fetched: {}", SafeCause.of(e));
      return settings.poll();
    }
  }

  /**
   * Fetches once, and returns how long there is nothing more to fetch unless this node is woken.
   */
  private Duration round() {
    untilDue.look();
    if (!clockIsRight()) {
      return settings.poll();
    }
    Map<WorkerSlots, Integer> ready = new LinkedHashMap<>();
    for (WorkerSlots each : slots.values()) {
      int free = each.free();
      if (free > 0) {
        ready.put(each, free);
      }
    }
    if (ready.isEmpty()) {
      return settings.poll();
    }
    // The smallest number of free slots, so that every fetched task has a slot, whatever its party.
    int most = Collections.min(ready.values());
    List<WorkerSlots> reserved = ready.keySet().stream().filter(it -> it.reserve(most)).toList();
    if (reserved.isEmpty()) {
      return settings.poll(); // a slot that is given back wakes this worker earlier
    }
    return fetchAndRun(reserved, most) < most ? untilDue.left() : Duration.ZERO;
  }

  /** Fetches for these parties, of each of which so many slots are reserved. */
  private int fetchAndRun(List<WorkerSlots> reserved, int most) {
    List<LockedExternalTask> fetched;
    try {
      fetched = fetch(reserved, most);
    } catch (RuntimeException e) {
      reserved.forEach(each -> each.release(most));
      throw e;
    }
    Map<WorkerSlots, Integer> used = new HashMap<>();
    for (LockedExternalTask task : fetched) {
      if (!inProgress.contains(
          task.getId())) { // otherwise its lock expired during a call that still runs here
        WorkerSlots slot = slots.get(task.getTopicName());
        used.merge(slot, 1, Integer::sum);
        execute(task, slot);
      }
    }
    for (WorkerSlots each : reserved) {
      int unused = most - used.getOrDefault(each, 0);
      if (fetched.size() < most) {
        each.fetchedAll(unused);
      } else {
        each.release(unused);
      }
    }
    return fetched.size();
  }

  private void execute(LockedExternalTask task, WorkerSlots slot) {
    inProgress.add(task.getId());
    try {
      pool.execute(() -> work(task, slot));
    } catch (RejectedExecutionException stopping) {
      inProgress.remove(task.getId()); // its lock will end, and another node takes it over
      slot.giveBack();
    }
  }

  /** The clock by which locks end was moved. */
  @EventListener(DatabaseTime.Travelled.class)
  void lookAgain() {
    untilDue.wake();
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

  private List<LockedExternalTask> fetch(List<WorkerSlots> ready, int most) {
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
      giveBack(slot);
    }
  }

  private void giveBack(WorkerSlots slot) {
    if (slot.giveBack()) {
      wake();
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
    handover.close(this);
    wake();
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
    slots = Map.of();
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
