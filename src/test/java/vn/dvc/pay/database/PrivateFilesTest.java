package vn.dvc.pay.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others on the machine can read of the default profile's database. */
@DisabledOnOs(OS.WINDOWS)
class PrivateFilesTest {
  private final ApplicationContextRunner pool =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  DataSourceAutoConfiguration.class,
                  JdbcTemplateAutoConfiguration.class,
                  JdbcClientAutoConfiguration.class))
          .withUserConfiguration(PrivateFiles.class);

  @Test
  void fileOfTheDatabaseIsItsOwnersAlone(@TempDir Path folder) throws IOException {
    opened(folder.resolve("data"));
    var file = folder.resolve("data/pay.mv.db");
    assertThat(permissions(file)).isEqualTo("rw-------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    opened(folder.resolve("data"));

    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  private void opened(Path folder) {
    pool.withPropertyValues("spring.datasource.url=jdbc:h2:file:" + folder + "/pay;WRITE_DELAY=0")
        .run(
            app ->
                app.getBean(JdbcClient.class)
                    .sql("create table if not exists kept (id integer)")
                    .update());
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
