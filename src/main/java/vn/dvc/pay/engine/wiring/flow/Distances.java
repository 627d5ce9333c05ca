package vn.dvc.pay.engine.wiring.flow;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.dvc.pay.engine.wiring.Node;

/** How many flows lead from each element of a process to the nearest of some others. */
public final class Distances {
  private Distances() {}

  public static Map<String, Integer> toNearest(Node process, Set<String> wanted) {
    var graph = new Graph(process);
    Map<String, Integer> distances = new HashMap<>();
    wanted.forEach(id -> distances.put(id, 0));
    var next = new ArrayDeque<>(wanted);
    while (!next.isEmpty()) {
      var to = next.poll();
      for (var edge : graph.edges()) {
        if (edge.to().equals(to) && !distances.containsKey(edge.from())) {
          distances.put(edge.from(), distances.get(to) + 1);
          next.add(edge.from());
        }
      }
    }
    return distances;
  }
}
