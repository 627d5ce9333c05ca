package vn.dvc.pay.engine.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.engine.release.ModelDifference.Change;
import vn.dvc.pay.engine.release.ModelDifference.Kind;
import vn.dvc.pay.engine.release.ModelDifference.Part;

/** Compares two versions of a file, element by element; how they are drawn does not count. */
public final class ModelComparison {
  private ModelComparison() {}

  /**
   * @param before null if there was none
   */
  public static ModelDifference of(String file, byte @Nullable [] before, byte[] after) {
    return new ModelDifference(file, changes(parts(file, before), parts(file, after)));
  }

  private static Map<String, Described> parts(String file, byte @Nullable [] bytes) {
    if (bytes == null) {
      return Map.of();
    }
    return file.endsWith(".form") ? Described.form(bytes) : Described.model(file, bytes);
  }

  private static List<Change> changes(Map<String, Described> before, Map<String, Described> after) {
    List<Change> changes = new ArrayList<>();
    after.forEach(
        (id, now) -> {
          var was = before.get(id);
          var parts = parts(was == null ? Map.of() : was.parts(), now.parts());
          if (was == null) {
            changes.add(new Change(Kind.ADDED, id, now.name(), parts));
          } else if (!parts.isEmpty()) {
            changes.add(new Change(Kind.CHANGED, id, now.name(), parts));
          }
        });
    Map<String, Described> gone = new LinkedHashMap<>(before);
    gone.keySet().removeAll(after.keySet());
    gone.forEach(
        (id, was) ->
            changes.add(new Change(Kind.REMOVED, id, was.name(), parts(was.parts(), Map.of()))));
    return changes;
  }

  private static List<Part> parts(Map<String, String> before, Map<String, String> after) {
    Set<String> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    return all.stream()
        .map(what -> new Part(what, before.getOrDefault(what, ""), after.getOrDefault(what, "")))
        .filter(part -> !part.before().equals(part.after()))
        .toList();
  }
}
