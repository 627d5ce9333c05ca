package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.PayApplication;
import vn.dvc.sandbox.PersonsBrowser;

/** Two nodes on one database: whoever signed in at one is served by both, and signs out of both. */
@ScenarioTest
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesTest {
  private static final String NOWHERE = "nowhere";

  @Autowired ScenarioSandbox world;
  @Autowired Portal portal;
  @Autowired JdbcClient jdbc;
  @Autowired Environment environment;
  @Autowired DataSource database;

  private final int otherPort = FreePort.next();
  private ConfigurableApplicationContext otherNode;
  private PersonsBrowser browser;

  @BeforeAll
  void startTheOther() throws SQLException {
    var shared =
        Stream.of("dvc.public-url", "dvc.sandbox-url", "dvc.mailing.mail.port", "dvc.keys.dir")
            .map(name -> "--" + name + "=" + environment.getProperty(name));
    var arguments =
        Stream.concat(
                shared, Stream.of("--server.port=" + otherPort, "--spring.datasource.url=" + url()))
            .toArray(String[]::new);
    // In another thread, or Spring would take it for the application under test.
    otherNode =
        CompletableFuture.supplyAsync(
                () ->
                    new SpringApplicationBuilder(PayApplication.class)
                        .profiles("test")
                        .run(arguments))
            .join();
  }

  /** The setting draws a name anew whenever it is asked. */
  private String url() throws SQLException {
    return database.unwrap(HikariDataSource.class).getJdbcUrl();
  }

  @AfterAll
  void stopTheOther() {
    otherNode.close();
  }

  @BeforeEach
  void signIn() {
    browser = new PersonsBrowser();
    browser.signIn(browser.open(world.url() + "/identity/portal"), "nguyen-van-a", "2", NOWHERE);
    browser.open(one("/oauth2/authorization/payers"));
  }

  @Test
  void payerGoesOnAtTheOtherNodeWithTheFormsOfTheFirst() {
    var dossier = portal.dossierOwing(120_000);
    var choice = browser.open(one("/payments/new?dossier=" + dossier));
    var token = choice.body().replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");

    var page =
        browser.submit(
            choice,
            other("/payments"),
            Map.of("dossier", dossier, "method", "CARD", "token", token),
            NOWHERE);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.address().toString()).startsWith(other("/payments/P"));
  }

  @Test
  void signOutAtTheProviderIsReportedToOneNodeAndEndsTheSessionAtBoth() {
    assertIsKnownAtTheOther();

    browser.submit(
        browser.open(world.url() + "/identity/portal"), "/identity/logout", Map.of(), NOWHERE);

    assertThat(browser.open(other("/payments")).address().toString()).isEqualTo(other("/login"));
    assertThat(browser.open(one("/payments")).address().toString()).isEqualTo(one("/login"));
  }

  @Test
  void signOutAtOneNodeEndsTheSessionAtTheOther() {
    var page = browser.open(one("/payments"));
    assertIsKnownAtTheOther();
    browser.submit(page, one("/logout"), Map.of(), NOWHERE);

    assertThat(browser.open(other("/payments")).address().toString()).isEqualTo(other("/login"));
  }

  /** What a database's administrator, or a stolen copy, could sign in with. */
  @Test
  void tablesHoldNoTokenAndNobodysName() {
    var all = new StringBuilder();
    for (var row :
        jdbc.sql(
                "select s.*, a.attribute_name, a.attribute_bytes from web_session s"
                    + " join web_session_attributes a on a.session_primary_id = s.primary_id")
            .query()
            .listOfRows()) {
      row.values()
          .forEach(
              it ->
                  all.append(
                      it instanceof byte[] bytes
                          ? new String(bytes, StandardCharsets.ISO_8859_1)
                          : String.valueOf(it)));
    }
    assertThat(all)
        .contains("SPRING_SECURITY_CONTEXT") // somebody is signed in
        .doesNotContain("eyJ") // JSON, as each token begins
        .doesNotContain("java.") // nothing readable at all
        .doesNotContain("nguyen-van-a")
        .doesNotContain("049012345678");
  }

  private void assertIsKnownAtTheOther() {
    assertThat(browser.open(other("/payments")).address().toString()).isEqualTo(other("/payments"));
  }

  private String one(String path) {
    return world.appUrl() + path;
  }

  private String other(String path) {
    return "http://localhost:" + otherPort + path;
  }
}
