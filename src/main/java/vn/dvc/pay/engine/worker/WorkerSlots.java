package vn.dvc.pay.engine.worker;

import java.util.concurrent.Semaphore;
import vn.dvc.pay.engine.Party;
import vn.dvc.pay.engine.WorkerLoad;

/** One party's slots on this node. A party that hangs fills only its own. */
class WorkerSlots {
  private final Party party;
  private final Semaphore free;
  private volatile boolean missed;

  WorkerSlots(Party party) {
    this.party = party;
    this.free = new Semaphore(party.slots());
  }

  Party party() {
    return party;
  }

  /**
   * How many tasks may be fetched now. Remembers if there was no free slot, see {@link #giveBack}.
   */
  int free() {
    int now = free.availablePermits();
    missed = now == 0;
    return now;
  }

  WorkerLoad.Load load() {
    return new WorkerLoad.Load(
        party.topic(), party.slots(), party.slots() - free.availablePermits());
  }

  void take() {
    free.acquireUninterruptibly();
  }

  /** Frees a slot; true if a fetch skipped this party, whose tasks may be waiting for the slot. */
  boolean giveBack() {
    free.release();
    return missed;
  }
}
