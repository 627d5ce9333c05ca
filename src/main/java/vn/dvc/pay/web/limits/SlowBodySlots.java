package vn.dvc.pay.web.limits;

import java.util.HashMap;
import java.util.Map;

/** How many threads wait for bodies, in all and for each sender. */
class SlowBodySlots {
  private final IncomingLimits limits;
  private final Map<String, Integer> byAddress = new HashMap<>();
  private int taken;

  SlowBodySlots(IncomingLimits limits) {
    this.limits = limits;
  }

  synchronized boolean take(String address) {
    int ofAddress = byAddress.getOrDefault(address, 0);
    if (taken >= limits.slowBodies() || ofAddress >= limits.slowBodiesPerAddress()) {
      return false;
    }
    taken++;
    byAddress.put(address, ofAddress + 1);
    return true;
  }

  synchronized void giveBack(String address) {
    taken--;
    byAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
  }
}
