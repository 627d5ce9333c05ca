package vn.dvc.pay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.engine.DatabaseFailures;
import vn.dvc.pay.testing.Postgres;

class ConnectionTimeoutsTest {
  private static final String WITHOUT =
      "&socketTimeout=0&connectTimeout=0&tcpKeepAlive=false&options=-c%20lock_timeout=0";

  private final ApplicationContextRunner pool =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  DataSourceAutoConfiguration.class,
                  JdbcTemplateAutoConfiguration.class,
                  JdbcClientAutoConfiguration.class))
          .withUserConfiguration(Settings.class, ConnectionTimeouts.class, MissingTimeouts.class);

  @EnableConfigurationProperties({ConnectionSettings.class, DatabaseOwner.class})
  static class Settings {}

  private ApplicationContextRunner postgres(String... more) {
    return pool.withPropertyValues(
            "spring.datasource.url=" + Postgres.freshUrl() + WITHOUT,
            "spring.datasource.username=postgres",
            "spring.datasource.password=postgres")
        .withPropertyValues(more);
  }

  @Test
  void everyConnectionHasItsTimeoutsWhateverItsUrlSays() {
    postgres()
        .run(
            app -> {
              assertThat(app.getBean(MissingTimeouts.class).missing()).isEmpty();
              assertThat(shown(app, "lock_timeout")).isEqualTo("20s");
              assertThat(shown(app, "idle_in_transaction_session_timeout")).isEqualTo("15s");
              assertThat(shown(app, "statement_timeout")).isEqualTo("1min");
              var database = app.getBean(HikariDataSource.class);
              try (var connection = database.getConnection()) {
                assertThat(connection.getNetworkTimeout()).isEqualTo(75_000);
              }
              assertThat(read(database.getJdbcUrl(), "tcpKeepAlive")).isEqualTo("true");
              assertThat(read(database.getJdbcUrl(), "connectTimeout")).isEqualTo("5");
            });
  }

  @Test
  void missingTimeoutsAreReported() {
    postgres(
            "dvc.database.lock-timeout=0s",
            "dvc.database.idle-in-transaction-timeout=0s",
            "dvc.database.statement-timeout=0s",
            "dvc.database.socket-timeout=0s")
        .run(
            app ->
                assertThat(app.getBean(MissingTimeouts.class).missing())
                    .containsExactly(
                        "lock_timeout",
                        "idle_in_transaction_session_timeout",
                        "statement_timeout",
                        "socketTimeout"));
  }

  @Test
  void waitingForARowTimesOutAndAnIdleHolderIsTerminated() {
    postgres("dvc.database.lock-timeout=200ms", "dvc.database.idle-in-transaction-timeout=3s")
        .run(
            app -> {
              var jdbc = app.getBean(JdbcClient.class);
              jdbc.sql("create table held (id integer)").update();
              jdbc.sql("insert into held values (1)").update();
              try (var frozen = app.getBean(HikariDataSource.class).getConnection()) {
                frozen.setAutoCommit(false);
                try (var update = frozen.createStatement()) {
                  update.executeUpdate("update held set id = 2");
                }
                assertThatThrownBy(() -> jdbc.sql("update held set id = 3").update())
                    .matches(DatabaseFailures::isConflict);
                await()
                    .ignoreExceptions()
                    .until(() -> jdbc.sql("update held set id = 4").update() == 1);
                assertThatThrownBy(frozen::commit).matches(DatabaseFailures::isOutage);
              }
              assertThat(jdbc.sql("select id from held").query(Integer.class).single())
                  .isEqualTo(4);
            });
  }

  @Test
  void theDemonstrationDatabaseHasTheSameLockTimeout() {
    pool.withPropertyValues("spring.datasource.url=jdbc:h2:mem:patient")
        .run(
            app ->
                assertThat(
                        app.getBean(JdbcClient.class)
                            .sql("call lock_timeout()")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(20_000));
  }

  private static String shown(ApplicationContext app, String setting) {
    return app.getBean(JdbcClient.class)
        .sql("select current_setting(?)")
        .param(setting)
        .query(String.class)
        .single();
  }

  /** As the driver parses the URL. */
  private static String read(String url, String property) throws SQLException {
    return Arrays.stream(DriverManager.getDriver(url).getPropertyInfo(url, new Properties()))
        .filter(it -> it.name.equals(property))
        .findFirst()
        .orElseThrow()
        .value;
  }
}
