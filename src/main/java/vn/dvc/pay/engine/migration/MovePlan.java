package vn.dvc.pay.engine.migration;

import java.util.List;

/**
 * Where each element of a version goes in another.
 *
 * @param instances that run on it now
 * @param places where they are now
 */
public record MovePlan(
    String process, int from, int to, List<Move> moves, long instances, List<Place> places) {

  /**
   * @param from id in the old version
   * @param to id in the new one
   */
  public record Move(String from, String to) {}

  /**
   * @param instances that wait there
   * @param goesTo id in the new version; empty if the plan leads nowhere, so that they stay
   */
  public record Place(String element, String name, long instances, String goesTo) {}

  public boolean isComplete() {
    return places.stream().noneMatch(place -> place.goesTo().isEmpty());
  }
}
