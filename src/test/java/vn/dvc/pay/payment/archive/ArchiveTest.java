package vn.dvc.pay.payment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.dvc.pay.testing.FinishedPayments;
import vn.dvc.pay.testing.Postgres;

/** The command that writes a month's payments into a signed file, on PostgreSQL. */
class ArchiveTest {
  private static final int PAYMENTS = 40;
  private static final String URL = Postgres.freshUrl();

  private static JdbcClient jdbc;

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void finishedPaymentsOfJanuary() throws Exception {
    var database = new DriverManagerDataSource(URL, "postgres", "postgres");
    Flyway.configure().dataSource(database).load().migrate();
    jdbc = JdbcClient.create(database);
    FinishedPayments.add(jdbc, PAYMENTS);
    // The last moment of January in Viet Nam, and the first one of February.
    jdbc.sql(
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
    assertThat(jdbc.sql("select count(*) from payment").query(Integer.class).single())
        .isEqualTo(PAYMENTS);
  }

  @Test
  void fileIsKnownAgainUntilABitOfItIsChangedOrItsEndIsMissing() throws Exception {
    assertThat(run("--archive=2026-01")).isZero();
    assertThat(run("--verify-archive=" + file())).isZero();
    var written = Files.readAllBytes(file());

    var changed = written.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(file(), changed);
    assertThat(run("--verify-archive=" + file())).isEqualTo(1);

    Files.write(file(), Arrays.copyOf(written, written.length - 1));
    assertThat(run("--verify-archive=" + file())).isEqualTo(1);
  }

  /** Compressed again, as somebody would do who changes what is in it. */
  @ParameterizedTest
  @EnumSource
  void fileWhoseLinesWereTamperedWithIsRefused(Tampering how) throws Exception {
    assertThat(run("--archive=2026-01")).isZero();
    var lines = new ArrayList<>(lines().toList());
    how.with.accept(lines);
    try (var out = new GZIPOutputStream(Files.newOutputStream(file()))) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(run("--verify-archive=" + file())).isEqualTo(how == Tampering.NONE ? 0 : 1);
  }

  private enum Tampering {
    NONE(lines -> {}),
    CHANGED(lines -> lines.set(7, lines.get(7).replace("100000", "900000"))),
    MISSING(lines -> lines.remove(7)),
    TRUNCATED(lines -> lines.set(7, lines.get(7).substring(0, 20))),
    REORDERED(lines -> Collections.swap(lines, 7, 8)),
    REPEATED(lines -> lines.add(8, lines.get(7)));

    private final Consumer<List<String>> with;

    Tampering(Consumer<List<String>> with) {
      this.with = with;
    }
  }

  @Test
  void monthIsToldByTheSealAndNotByTheFilesName() throws Exception {
    assertThat(run("--archive=2026-01")).isZero();
    var renamed = folder.resolve("payments-2026-02.jsonl.gz");
    Files.move(file(), renamed);
    Files.move(seal(), folder.resolve("payments-2026-02.seal"));

    assertThat(run("--verify-archive=" + renamed)).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("is what was written of 2026-01");
  }

  @Test
  void sealOfSomebodyElseIsNone() throws Exception {
    assertThat(run("--archive=2026-01")).isZero();
    var ours = Files.readAllLines(seal());
    Files.write(seal(), List.of(ours.get(0).replace("2026-01", "2026-02"), ours.get(1)));
    assertThat(run("--verify-archive=" + file())).as("other words").isEqualTo(1);
    Files.write(seal(), List.of(ours.get(0)));
    assertThat(run("--verify-archive=" + file())).as("not signed").isEqualTo(1);
    Files.writeString(seal(), "");
    assertThat(run("--verify-archive=" + file())).as("empty").isEqualTo(1);
    Files.delete(seal());
    assertThat(run("--verify-archive=" + file())).as("missing").isEqualTo(1);
  }

  /** The key of another installation signs as well as ours. */
  @Test
  void sealByAnotherKeyIsNone() throws Exception {
    assertThat(run("--archive=2026-01")).isZero();
    assertThat(run("--verify-archive=" + file(), "target/archive-keys-of-others")).isEqualTo(1);
  }

  @Test
  void monthThatIsNotOverAndAFileThatIsThereAreRefused() throws Exception {
    assertThat(run("--archive=2999-01")).isEqualTo(2);
    assertThat(run("--archive=january")).isEqualTo(2);
    assertThat(run("--archive=2026-01")).isZero();
    assertThat(run("--archive=2026-01")).isEqualTo(2);
  }

  private int run(String command) {
    return run(command, "target/archive-keys");
  }

  private int run(String command, String keys) {
    return Archive.run(
        new String[] {
          command,
          "--spring.datasource.url=" + URL,
          "--spring.datasource.username=postgres",
          "--spring.datasource.password=postgres",
          "--dvc.keys.dir=" + keys
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

  private Path seal() {
    return folder.resolve("payments-2026-01.seal");
  }
}
