package vn.dvc.pay.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.engine.models.ModelFiles;
import vn.dvc.pay.engine.wiring.WiringCheck;

/**
 * Hundreds of slips in our own models, tables and forms: the check names each in the file that has
 * it, or a list says why it does no harm.
 */
class DefectsTest {
  private static final Path HARMLESS = Path.of("src/test/resources/models/harmless.txt");

  private final DmnEngine tables =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @Test
  void everySlipIsNamedOrKnownToBeHarmless() throws Exception {
    var harmless = harmless();
    Map<String, Set<String>> passed = new TreeMap<>();
    List<Defects.Defect> defects;
    try (var parts = ModelCheck.parts("processes")) {
      var check = parts.getBean(WiringCheck.class);
      var files = parts.getBean(ModelFiles.class).read();
      defects = new Defects(files).all();
      for (var defect : defects) {
        var broken = new TreeMap<>(files);
        broken.put(defect.file(), defect.broken().call());
        if (check.check(broken).isEmpty()) {
          passed
              .computeIfAbsent(defect.kind(), kind -> new TreeSet<>())
              .add(defect.file() + " " + defect.where());
          parse(defect.file(), broken.get(defect.file()));
        }
      }
    }
    System.out.printf("%d defects of models, tables and forms%n", defects.size());
    assertThat(defects).hasSizeGreaterThanOrEqualTo(300);
    passed.keySet().removeAll(harmless.keySet());
    assertThat(passed).as("defects that nobody refused").isEmpty();
    assertThat(defects)
        .as("kinds listed as harmless")
        .extracting(Defects.Defect::kind)
        .containsAll(harmless.keySet());
  }

  private void parse(String file, byte[] table) {
    if (file.endsWith(".dmn")) {
      tables.parseDecision(file.replace(".dmn", ""), new ByteArrayInputStream(table));
    }
  }

  /** Kinds of defects, each with the reason why it does no harm. */
  private static Map<String, String> harmless() throws Exception {
    Map<String, String> reasons = new TreeMap<>();
    for (var line : Files.readAllLines(HARMLESS)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var parts = line.split(" \\| ", 2);
        assertThat(parts).as(line).hasSize(2);
        reasons.put(parts[0].strip(), parts[1].strip());
      }
    }
    return reasons;
  }
}
