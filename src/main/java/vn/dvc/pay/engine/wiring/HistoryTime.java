package vn.dvc.pay.engine.wiring;

import java.util.regex.Pattern;

/** How long the engine keeps what is finished; without it, or unreadable, it deploys nothing. */
public final class HistoryTime {
  private static final Pattern DAYS = Pattern.compile("P[1-9]\\d*D|[1-9]\\d*");

  private HistoryTime() {}

  /**
   * @param definition a process or a decision
   */
  public static void check(String file, Node definition, ModelFaults faults) {
    var kept = definition.camunda("historyTimeToLive");
    if (kept.isEmpty()) {
      faults.add(file, definition.id(), "no-history-time");
    } else if (!DAYS.matcher(kept).matches()) {
      faults.add(file, definition.id(), "history-time", kept);
    }
  }
}
