package vn.dvc.pay.operations.models;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.dvc.pay.values.Problem;

/**
 * What somebody wants to run instead of what runs.
 *
 * @param changed contents by name; what is as it runs is left out
 */
record Proposal(Map<String, byte[]> changed) {
  /** Our largest model has 90,000 bytes. */
  private static final int MAX_BYTES = 300_000;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,80}\\.(bpmn|dmn|form)");

  /** One uploaded file; browsers may send the whole path as its name. */
  record File(String name, byte[] bytes) {
    String shortName() {
      return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
  }

  /**
   * @throws Problem model-missing, model-name, model-too-large, model-twice, model-unknown,
   *     model-unchanged (422)
   */
  static Proposal of(List<File> files, Map<String, byte[]> running) {
    Map<String, byte[]> changed = new TreeMap<>();
    for (var file : files) {
      var name = file.shortName();
      require(NAME.matcher(name).matches(), "model-name", name);
      require(file.bytes().length > 0 && file.bytes().length <= MAX_BYTES, "model-size", name);
      require(name.endsWith(".form") || running.containsKey(name), "model-unknown", name);
      require(changed.put(name, file.bytes()) == null, "model-twice", name);
    }
    if (changed.isEmpty()) {
      throw Problem.invalid("model-missing");
    }
    changed.entrySet().removeIf(file -> Arrays.equals(file.getValue(), running.get(file.getKey())));
    if (changed.isEmpty()) {
      throw Problem.invalid("model-unchanged");
    }
    return new Proposal(changed);
  }

  private static void require(boolean fine, String code, String name) {
    if (!fine) {
      throw Problem.invalid(code).with("file", name);
    }
  }
}
