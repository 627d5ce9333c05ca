package vn.dvc.pay.payment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.dvc.pay.testing.Migrated;

/** The command that writes a month's payments into a signed file, on PostgreSQL. */
class ArchiveTest {
  private static final int PAYMENTS = 40;

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void finishedPaymentsOfJanuary() throws Exception {
    var script =
        new ClassPathResource("growth/finished-payments.sql")
            .getContentAsString(StandardCharsets.UTF_8)
            .replaceAll("(?m)^--.*$", "")
            .replace(":payments", String.valueOf(PAYMENTS));
    for (var statement : script.split(";")) {
      if (!statement.isBlank()) {
        Migrated.POSTGRES.jdbc.sql(statement).update();
      }
    }
    // The last moment of January in Viet Nam, and the first one of February.
    Migrated.POSTGRES
        .jdbc
        .sql(
            """
            update payment set finished_at = case when id < 'P' || lpad('1F', 32, '0')
              then timestamptz '2026-01-31 16:59:59.999Z' else timestamptz '2026-01-31 17:00Z' end
            where policy_source = 'payment-policy:1'""")
        .update();
  }

  @Test
  void monthsPaymentsAreInTheFileWithAllThatBelongsToThem() throws Exception {
    assertThat(run("--archive=2026-01")).isZero();

    for (var table :
        new String[] {
          "payment 30",
          "payment_line 30",
          "payment_event 180",
          "receipt 30",
          "attempt 30",
          "bank_call 90"
        }) {
      var name = table.replaceAll(" .*", "");
      assertThat(lines().filter(it -> isRow(it, name)))
          .as(name)
          .hasSize(Integer.parseInt(table.replaceAll(".* ", "")));
    }
    assertThat(
            Migrated.POSTGRES
                .jdbc
                .sql("select count(*) from payment")
                .query(Integer.class)
                .single())
        .isEqualTo(PAYMENTS);
  }

  @Test
  void fileIsKnownAgainUntilAnythingInItIsChanged() throws Exception {
    assertThat(run("--archive=2026-01")).isZero();
    assertThat(run("--verify-archive=" + file())).isZero();

    var bytes = Files.readAllBytes(file());
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(), bytes);
    assertThat(run("--verify-archive=" + file())).isEqualTo(1);
  }

  @Test
  void sealOfSomebodyElseIsNone() throws Exception {
    assertThat(run("--archive=2026-01")).isZero();
    var seal = folder.resolve("payments-2026-01.seal");
    Files.writeString(seal, Files.readString(seal).replace("2026-01", "2026-02"));
    assertThat(run("--verify-archive=" + file())).isEqualTo(1);
    Files.writeString(seal, "");
    assertThat(run("--verify-archive=" + file())).isEqualTo(1);
  }

  @Test
  void monthThatIsNotOverAndAFileThatIsThereAreRefused() throws Exception {
    assertThat(run("--archive=2999-01")).isEqualTo(2);
    assertThat(run("--archive=january")).isEqualTo(2);
    assertThat(run("--archive=2026-01")).isZero();
    assertThat(run("--archive=2026-01")).isEqualTo(2);
  }

  private int run(String command) {
    var database = (DriverManagerDataSource) Migrated.POSTGRES.source;
    return Archive.run(
        new String[] {
          command,
          "--spring.datasource.url=" + database.getUrl(),
          "--spring.datasource.username=" + database.getUsername(),
          "--spring.datasource.password=" + database.getPassword(),
          "--dvc.keys.dir=target/archive-keys"
        },
        folder,
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private Stream<String> lines() throws Exception {
    try (var file = new GZIPInputStream(Files.newInputStream(file()))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  private static boolean isRow(String line, String table) {
    return line.contains("\"table\":\"" + table + "\"");
  }

  private Path file() {
    return folder.resolve("payments-2026-01.jsonl.gz");
  }
}
