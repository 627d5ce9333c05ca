package vn.dvc.pay.engine.worker;

import java.util.concurrent.Semaphore;
import vn.dvc.pay.engine.Party;
import vn.dvc.pay.engine.watch.WorkerLoad;

/** One party's slots on this node. A party that hangs fills only its own. */
class WorkerSlots {
  private final Party party;
  private final Semaphore free;

  /** Tasks may be waiting in the database for a slot; they go before new ones. */
  private volatile boolean waited;

  WorkerSlots(Party party) {
    this.party = party;
    this.free = new Semaphore(party.slots());
  }

  Party party() {
    return party;
  }

  /** How many tasks may be fetched now. */
  int free() {
    int now = free.availablePermits();
    if (now == 0) {
      waited = true;
    }
    return now;
  }

  WorkerLoad.Load load() {
    return new WorkerLoad.Load(
        party.topic(), party.slots(), party.slots() - free.availablePermits());
  }

  /** Takes a slot for a new task, unless older ones may be waiting for it. */
  boolean takeForNew() {
    if (!waited && free.tryAcquire()) {
      return true;
    }
    waited = true;
    return false;
  }

  /** Takes so many slots for tasks about to be fetched, or none. */
  boolean reserve(int slots) {
    if (free.tryAcquire(slots)) {
      return true;
    }
    waited = true;
    return false;
  }

  /** Returns reserved slots for which no task was found: none is waiting any more. */
  void fetchedAll(int unused) {
    waited = false;
    free.release(unused);
  }

  void release(int slots) {
    free.release(slots);
  }

  /** Frees a slot; true if tasks may be waiting for it in the database. */
  boolean giveBack() {
    free.release();
    return waited;
  }
}
