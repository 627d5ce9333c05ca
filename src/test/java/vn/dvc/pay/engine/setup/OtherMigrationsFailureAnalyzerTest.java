package vn.dvc.pay.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherMigrationsFailureAnalyzerTest {
  private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @TempDir Path others;
  @TempDir Path ours;

  @Test
  void databaseOfAnotherVersionIsDistinguishedFromABrokenOne() throws IOException {
    Files.writeString(others.resolve("V2__bank.sql"), "create table attempt (id integer)");
    Files.writeString(others.resolve("V3__dossier.sql"), "create table dossier (id integer)");
    Files.writeString(ours.resolve("V2__bank.sql"), "create table attempt (id bigint)");
    flyway(others).migrate();

    var refused = catchThrowable(() -> flyway(ours).migrate());

    var explained = new OtherMigrationsFailureAnalyzer().analyze(new RuntimeException(refused));
    assertThat(explained.getDescription())
        .contains("migrations of another version of DVC Pay")
        .endsWith("Migration checksum mismatch for migration version 2");
    assertThat(explained.getAction()).contains("delete data/ and data-sandbox/");
  }

  private Flyway flyway(Path migrations) {
    return Flyway.configure()
        .dataSource(database, "sa", "")
        .locations("filesystem:" + migrations)
        .load();
  }
}
