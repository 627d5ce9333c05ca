package vn.dvc.pay.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Camunda Modeler offers analysts each step, task and called process of our models as a template.
 * {@code -Dgolden.write=true} writes the file anew.
 */
@Tag("fast")
class ElementTemplatesTest {
  private static final Path FILE = Path.of("processes/.camunda/element-templates/steps.json");

  @Test
  void everyStepOfTheModelsIsOfferedAsATemplate() throws Exception {
    var templates = json(new ElementTemplates().all());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(FILE, templates);
    }
    assertThat(Files.readString(FILE)).isEqualTo(templates);
  }

  private static String json(Object templates) throws IOException {
    var lines = new DefaultIndenter("  ", "\n");
    var writer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    return new ObjectMapper().writer(writer).writeValueAsString(templates) + "\n";
  }
}
