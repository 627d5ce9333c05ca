package vn.dvc.proof.chaos;

import java.util.Map;
import java.util.TreeMap;

/** Counts how often each thing was done. */
final class Tally {
  private final Map<String, Integer> counts = new TreeMap<>();

  synchronized void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  synchronized int of(String what) {
    return counts.getOrDefault(what, 0);
  }

  synchronized Map<String, Integer> all() {
    return new TreeMap<>(counts);
  }
}
