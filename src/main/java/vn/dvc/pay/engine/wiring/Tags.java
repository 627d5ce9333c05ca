package vn.dvc.pay.engine.wiring;

import java.util.Set;
import java.util.TreeSet;

/** The kinds of elements that rules refer to. */
public final class Tags {
  public static final Set<String> SERVICE_TASKS =
      Set.of("serviceTask", "sendTask", "businessRuleTask");
  public static final Set<String> GATEWAYS =
      Set.of(
          "exclusiveGateway",
          "inclusiveGateway",
          "parallelGateway",
          "eventBasedGateway",
          "complexGateway");
  public static final Set<String> EVENTS =
      Set.of(
          "startEvent",
          "endEvent",
          "boundaryEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent");
  public static final Set<String> TASKS =
      join(
          SERVICE_TASKS,
          Set.of(
              "task",
              "userTask",
              "manualTask",
              "receiveTask",
              "scriptTask",
              "callActivity",
              "subProcess",
              "transaction"));
  public static final Set<String> NODES = join(TASKS, join(GATEWAYS, EVENTS));
  public static final Set<String> WITH_IDS =
      join(NODES, Set.of("process", "sequenceFlow", "message", "error", "signal"));

  private Tags() {}

  private static Set<String> join(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }
}
