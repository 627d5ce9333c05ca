package vn.dvc.pay.engine.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Files that get a version together. The engine takes the form of a task from the deployment of its
 * process, so a process brings its forms along, and a form the processes that show it.
 */
final class Together {
  private static final Pattern FORM = Pattern.compile("formRef=\"([^\"]+)\"");

  private Together() {}

  static Set<String> of(Collection<String> names, Map<String, byte[]> all) {
    Set<String> together = new TreeSet<>(names);
    for (var file : all.keySet()) {
      if (forms(file, all).stream().anyMatch(names::contains)) {
        together.add(file);
      }
    }
    for (var file : Set.copyOf(together)) {
      forms(file, all).stream().filter(all::containsKey).forEach(together::add);
    }
    return together;
  }

  /** The files of the forms that the tasks of a process show. */
  static Set<String> forms(String file, Map<String, byte[]> all) {
    return file.endsWith(".bpmn")
        ? FORM.matcher(new String(all.get(file), UTF_8))
            .results()
            .map((MatchResult found) -> found.group(1) + ".form")
            .collect(Collectors.toSet())
        : Set.of();
  }
}
