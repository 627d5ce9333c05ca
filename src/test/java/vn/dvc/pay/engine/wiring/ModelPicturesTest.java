package vn.dvc.pay.engine.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pictures in docs/processes are up to date with the models. */
@Tag("fast")
class ModelPicturesTest {
  private static final Path MODELS = Path.of("processes");
  private static final Path PICTURES = Path.of("docs/processes");

  @Test
  void everyPictureShowsItsModelAsItIsNow() throws Exception {
    for (var model : named(MODELS, ".bpmn")) {
      var bytes = Files.readAllBytes(MODELS.resolve(model + ".bpmn"));
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      try (var picture = Files.newBufferedReader(PICTURES.resolve(model + ".svg"))) {
        assertThat(picture.readLine())
            .as("picture of %s; docs/processes/README.md says how to draw it again", model)
            .isEqualTo("<!-- %s.bpmn sha256 %s -->", model, HexFormat.of().formatHex(hash));
      }
    }
  }

  @Test
  void noPictureRemainsOfADeletedModel() throws Exception {
    assertThat(named(PICTURES, ".svg")).isEqualTo(named(MODELS, ".bpmn"));
  }

  private static List<String> named(Path folder, String ending) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }
}
