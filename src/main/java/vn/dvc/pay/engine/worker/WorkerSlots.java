package vn.dvc.pay.engine.worker;

import java.util.concurrent.Semaphore;
import vn.dvc.pay.engine.Party;

/** The slots of one party on this node. A party that hangs fills its own and nobody else's. */
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

  /** How many tasks may be fetched now. Remembers having had none, see {@link #giveBack}. */
  int free() {
    int now = free.availablePermits();
    missed = now == 0;
    return now;
  }

  void take() {
    free.acquireUninterruptibly();
  }

  /** Whether a fetch passed this party by, so that its tasks may be waiting for this slot. */
  boolean giveBack() {
    free.release();
    return missed;
  }
}
