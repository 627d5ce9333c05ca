package vn.dvc.pay.engine.worker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands a new external task to this node's worker in the transaction that creates it: the task is
 * inserted already locked, and runs once that transaction is committed. Nobody needs to fetch it. A
 * task for which no slot is free is inserted unlocked, for whoever fetches first.
 */
@Component
class TaskHandover {
  private final List<ExternalTaskWorker> workers = new CopyOnWriteArrayList<>();

  void open(ExternalTaskWorker worker) {
    workers.add(worker);
  }

  void close(ExternalTaskWorker worker) {
    workers.remove(worker);
  }

  /** Called by the engine for each new task, before its row is written. */
  void created(ExternalTaskEntity task) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return; // found by the next poll
    }
    if (workers.stream().noneMatch(worker -> worker.takes(task))) {
      afterCommit(() -> workers.forEach(ExternalTaskWorker::wake));
    }
  }

  private static void afterCommit(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
