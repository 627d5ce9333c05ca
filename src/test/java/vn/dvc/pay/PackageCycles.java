package vn.dvc.pay;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the parts of rooms that use each other, directly or not. A room's front counts as no part:
 * it says what the parts do, and they speak its words. By hand, because ArchUnit's slices reported
 * only some of the cycles there were.
 */
final class PackageCycles {
  private final Map<String, Set<String>> uses = new TreeMap<>();

  PackageCycles(JavaClasses house) {
    for (JavaClass type : house) {
      var from = type.getPackageName();
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
          .filter(to -> isPart(from) && isPart(to) && !from.equals(to))
          .forEach(to -> uses.computeIfAbsent(from, none -> new TreeSet<>()).add(to));
    }
  }

  List<String> partsInCycles() {
    return uses.keySet().stream().filter(this::reachesItself).toList();
  }

  private boolean reachesItself(String part) {
    var seen = new HashSet<String>();
    var next = new ArrayDeque<>(uses.get(part));
    while (!next.isEmpty()) {
      var at = next.pop();
      if (seen.add(at)) {
        next.addAll(uses.getOrDefault(at, Set.of()));
      }
    }
    return seen.contains(part);
  }

  private static boolean isPart(String name) {
    return name.matches("vn\\.dvc\\.(pay\\.\\w+|sandbox)\\..+");
  }
}
