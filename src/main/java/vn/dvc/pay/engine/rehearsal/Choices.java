package vn.dvc.pay.engine.rehearsal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;

/**
 * Chooses among several ways, by lot, but the more rarely one was taken and the nearer it leads to
 * something new, the likelier. The lots are the same each time, so that a rehearsal can be
 * repeated.
 */
final class Choices {
  private final Map<String, Integer> taken = new HashMap<>();
  private final Random lots = new Random(5);

  <T> T next(String place, List<T> ways) {
    return next(place, ways, way -> 0);
  }

  /**
   * @param distance from something new
   */
  <T> T next(String place, List<T> ways, ToIntFunction<T> distance) {
    // The engine lists what waits in any order.
    ways = ways.stream().sorted(Comparator.comparing(String::valueOf)).toList();
    var weights = new double[ways.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      var way = ways.get(i);
      var times = taken.getOrDefault(place + " " + way, 0);
      weights[i] = Math.pow(3, -distance.applyAsInt(way)) / (1 + times);
      sum += weights[i];
    }
    var lot = lots.nextDouble() * sum;
    int chosen = 0;
    while (chosen < weights.length - 1 && lot >= weights[chosen]) {
      lot -= weights[chosen];
      chosen++;
    }
    var next = ways.get(chosen);
    taken.merge(place + " " + next, 1, Integer::sum);
    return next;
  }
}
