package vn.dvc.pay.engine.models;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to run after a start: what was released stays, whatever the program brings; everything
 * else is as the program brings it.
 *
 * @param files all of them
 * @param fromProgram those that must be deployed
 * @param newer those of which the program brings another than it did before, while a released one
 *     stays: a person must decide
 */
public record WantedModels(Map<String, byte[]> files, Set<String> fromProgram, Set<String> newer) {

  /**
   * @param over released files that whoever installs the program wants replaced by its own
   */
  public static WantedModels of(
      Map<String, byte[]> brought, Map<String, Running> running, Set<String> over) {
    Map<String, byte[]> files = new TreeMap<>();
    Set<String> fromProgram = new TreeSet<>();
    Set<String> newer = new TreeSet<>();
    brought.forEach(
        (file, bytes) -> {
          var now = running.get(file);
          var stays = now != null && now.isReleased() && !over.contains(file);
          files.put(file, stays ? now.bytes() : bytes);
          if (!stays && (now == null || !now.is(bytes))) {
            fromProgram.add(file);
          }
          if (stays && !now.is(bytes) && !Arrays.equals(now.ofProgram(), bytes)) {
            newer.add(file);
          }
        });
    running.values().stream()
        .filter(now -> now.isReleased() && now.file().endsWith(".form"))
        .forEach(now -> files.putIfAbsent(now.file(), now.bytes()));
    dropUnshownForms(files, Set.of());
    fromProgram.retainAll(files.keySet());
    return new WantedModels(files, fromProgram, newer);
  }

  /** A form, whoever brought it, lasts as long as a process shows it. */
  public static void dropUnshownForms(Map<String, byte[]> files, Set<String> but) {
    Set<String> shown = new TreeSet<>(but);
    files.keySet().forEach(file -> shown.addAll(Together.forms(file, files)));
    files.keySet().removeIf(file -> file.endsWith(".form") && !shown.contains(file));
  }
}
