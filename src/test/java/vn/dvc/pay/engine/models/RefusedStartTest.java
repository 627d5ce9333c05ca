package vn.dvc.pay.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.dvc.pay.PayApplication;

@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

  /** Neither the database nor anything else has started by then, and nothing hides the fault. */
  @Test
  void faultOfAModelIsSaidFirstAndWithoutAStack(@TempDir Path folder, CapturedOutput output)
      throws IOException {
    var models = Files.createDirectories(folder.resolve("models"));
    try (var files = Files.list(Path.of("processes"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, models.resolve(file.getFileName()));
      }
    }
    var table = models.resolve("otp-policy.dmn");
    Files.writeString(
        table, Files.readString(table).replace("name=\"tries\"", "name=\"attempts\""));
    assertThatThrownBy(
            () ->
                SpringApplication.run(
                    PayApplication.class,
                    "--dvc.models=" + models,
                    "--server.port=0",
                    "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("data")))
        .rootCause()
        .isInstanceOf(ModelsRefused.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("thiếu cột “tries” mà chương trình cần")
        .contains("--check-models=")
        .doesNotContain("HikariPool", "\tat vn.dvc", "Migrating schema");
    assertThat(Files.exists(folder.resolve("data.mv.db"))).isFalse();
  }
}
