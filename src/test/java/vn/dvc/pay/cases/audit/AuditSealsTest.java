package vn.dvc.pay.cases.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.dvc.pay.database.AddOnlyTables;
import vn.dvc.pay.keys.SigningCommand;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.time.DatabaseTime;

/**
 * The audit trail on PostgreSQL with two users, as in production: what the application cannot do to
 * it, and how it shows what the tables' owner did.
 */
class AuditSealsTest {
  private static final String URL = Postgres.freshUrlOfTwoUsers();
  private static ConfigurableApplicationContext app;
  private static JdbcClient application;
  private static JdbcClient owner;
  private static AuditSeals seals;
  private static AuditChain chain;
  private static Path folder;

  @BeforeAll
  static void start(@TempDir Path keys) {
    folder = keys;
    app = new SpringApplicationBuilder(Parts.class).web(WebApplicationType.NONE).run(settings());
    application = app.getBean(JdbcClient.class);
    owner = JdbcClient.create(new DriverManagerDataSource(URL, Postgres.OWNER, ""));
    seals = app.getBean(AuditSeals.class);
    chain = app.getBean(AuditChain.class);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void threeEntriesAreSealedAndOneIsNot() {
    owner.sql("delete from audit_seal").update();
    owner.sql("delete from audit_entry").update();
    head(0, "0".repeat(64));
    write(application, "first", "second", "third");
    seals.seal();
    write(application, "fourth");
    assertThat(chain.verify().intact()).isTrue();
  }

  @Test
  void applicationCanOnlyAddToTheTrail() {
    assertThat(app.getBean(AddOnlyTables.class).changeable()).isEmpty();
    for (var change :
        List.of(
            "update audit_entry set actor = 'operator-2'",
            "delete from audit_entry",
            "truncate audit_entry",
            "update audit_seal set hash = 'x'",
            "delete from audit_seal",
            "alter table audit_entry drop column reason",
            "drop table audit_seal",
            "delete from flyway_schema_history")) {
      assertThatThrownBy(() -> application.sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void whoOwnsTheTablesCanChangeThem() {
    var tables = new SpringApplicationBuilder(Parts.class).web(WebApplicationType.NONE);
    try (var asOwner = tables.run(settings(Postgres.OWNER, ""))) {
      assertThat(asOwner.getBean(AddOnlyTables.class).changeable())
          .containsExactly("audit_entry", "audit_seal");
    }
  }

  @Test
  void chainThatWasForgedWholeDoesNotFitItsSeal() {
    forgeWhole();

    seals.seal();

    assertThat(chain.verify().firstBroken()).isEqualTo(3);
    assertThat(seals.lastCheck().firstBroken()).isEqualTo(3);
    assertThat(app.getBean(AuditHealth.class).health().getStatus())
        .isEqualTo(new Status("TAMPERED"));
    assertThat(chain.lastSeal()).hasValueSatisfying(last -> assertThat(last.seq()).isEqualTo(3));
  }

  @Test
  void sealCannotBeForgedWithoutOurKey() {
    forgeWhole();
    var hash = owner.sql("select hash from audit_entry where seq = 3").query(String.class).single();
    owner.sql("update audit_seal set hash = ?").param(hash).update();

    assertThat(chain.verify().firstBroken()).isEqualTo(3);
  }

  @Test
  void whatWasAddedIsSealedNextAndOnce() {
    assertThat(chain.lastSeal()).get().extracting(AuditSeal::seq).isEqualTo(3L);

    seals.seal();
    seals.seal();

    assertThat(application.sql("select seq from audit_seal order by seq").query(Long.class).list())
        .containsExactly(3L, 4L);
  }

  @Test
  void commandVerifiesTrailAndKeptSeals() throws IOException {
    var kept = Files.writeString(folder.resolve("log"), "INFO : " + lastSeal().line() + "\n");
    assertThat(command(0, "")).contains("intact: 4 entries").contains("covers entry 3");
    assertThat(command(0, "=" + kept)).contains("All 1 seals that were kept fit");

    forgeWhole();
    owner.sql("delete from audit_seal").update();

    assertThat(command(0, "")).contains("intact: 4 entries").contains("No entry is sealed");
    assertThat(command(1, "=" + kept)).contains("Does not fit the seal that was kept: entry 3");
    assertThat(command(2, "=" + folder.resolve("nothing"))).contains("No audit seals in");
  }

  @Test
  void trailThatWasCutOffDoesNotFitTheKeptSeal() throws IOException {
    var kept = Files.writeString(folder.resolve("log"), lastSeal().line());
    owner.sql("delete from audit_seal").update();
    owner.sql("delete from audit_entry where seq > 2").update();
    head(2, owner.sql("select hash from audit_entry where seq = 2").query(String.class).single());

    assertThat(command(1, "=" + kept)).contains("intact: 2 entries").contains("kept: entry 3");
  }

  private static AuditSeal lastSeal() {
    return chain.lastSeal().orElseThrow(() -> new AssertionError("There is no seal"));
  }

  /** As whoever may do everything in the database would do it. */
  private static void forgeWhole() {
    owner.sql("delete from audit_entry").update();
    head(0, "0".repeat(64));
    write(owner, "first", "forged", "third", "fourth");
  }

  private static void write(JdbcClient writer, String... reasons) {
    for (var reason : reasons) {
      var head = chain.head();
      var entry =
          new AuditEntryEntity(
              head.seq() + 1,
              Instant.EPOCH,
              "operator-1",
              "step-retried",
              "P1",
              reason,
              head.hash());
      writer
          .sql(
              "insert into audit_entry (seq, acted_at, actor, action, subject, reason, prev_hash,"
                  + " hash) values (?, ?, 'operator-1', 'step-retried', 'P1', ?, ?, ?)")
          .params(
              entry.seq(),
              Instant.EPOCH.atOffset(ZoneOffset.UTC),
              reason,
              head.hash(),
              entry.hash())
          .update();
      head(entry.seq(), entry.hash());
    }
  }

  private static void head(long seq, String hash) {
    owner.sql("update audit_head set seq = ?, hash = ?").params(seq, hash).update();
  }

  private static String command(int exit, String file) {
    var said = new ByteArrayOutputStream();
    var arguments = new ArrayList<>(List.of(AuditCheck.ARGUMENT + file));
    arguments.addAll(List.of(settings()));
    assertThat(AuditCheck.run(arguments.toArray(String[]::new), new PrintStream(said)))
        .isEqualTo(exit);
    return said.toString(StandardCharsets.UTF_8);
  }

  private static String[] settings() {
    return settings(Postgres.USER, Postgres.OWNER);
  }

  private static String[] settings(String user, String owner) {
    return new String[] {
      "--spring.datasource.url=" + URL,
      "--spring.datasource.username=" + user,
      "--spring.datasource.password=",
      "--dvc.database.owner.user=" + owner,
      "--dvc.keys.dir=" + folder,
      "--logging.level.root=warn"
    };
  }

  @Import({
    SigningCommand.Parts.class,
    AuditChain.class,
    AuditSeals.class,
    AuditHealth.class,
    DatabaseTime.class
  })
  @ImportAutoConfiguration(FlywayAutoConfiguration.class)
  @ComponentScan(basePackageClasses = AddOnlyTables.class)
  @ConfigurationPropertiesScan(basePackageClasses = AddOnlyTables.class)
  static class Parts {}
}
