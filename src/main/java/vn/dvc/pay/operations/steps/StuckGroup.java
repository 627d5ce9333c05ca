package vn.dvc.pay.operations.steps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.dvc.pay.engine.watch.StuckSteps.StuckStep;

/**
 * Steps that are stuck at the same place for the same reason: what cures one cures them all.
 *
 * @param key identifies the group for the preview
 */
public record StuckGroup(String key, List<StuckStep> steps) {

  /** The group with the oldest step first. */
  static List<StuckGroup> of(List<StuckStep> oldestFirst) {
    return oldestFirst.stream()
        .collect(Collectors.groupingBy(StuckGroup::key, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(each -> new StuckGroup(each.getKey(), each.getValue()))
        .toList();
  }

  static String key(StuckStep step) {
    return step.process()
        + ":"
        + step.activity()
        + ":"
        + Integer.toHexString(Objects.hashCode(step.cause()));
  }

  public StuckStep first() {
    return steps.get(0);
  }
}
