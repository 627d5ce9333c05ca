package vn.dvc.pay.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * A real PostgreSQL for tests: one server for the whole JVM, started on first use, and a new empty
 * database for each request. A Spring test gets one with {@code @ContextConfiguration (initializers
 * = Postgres.Fresh.class)}; tests that share a context share its database.
 */
public final class Postgres {
  public static final String OWNER = "dvc_owner";
  public static final String USER = "dvc_app";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Postgres() {}

  /** The JDBC address of a new, empty database. */
  public static String freshUrl() {
    var name = "test_" + DATABASES.incrementAndGet();
    try (var connection = Server.ONE.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("No fresh database", e);
    }
    return Server.ONE.getJdbcUrl("postgres", name);
  }

  /**
   * The JDBC address of a new database as production has it: {@link #OWNER} owns it, {@link #USER}
   * works with it. The server asks nobody for a password.
   */
  public static String freshUrlOfTwoUsers() {
    var name = "test_" + DATABASES.incrementAndGet();
    try (var connection = Server.ONE.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (var role : new String[] {OWNER, USER}) {
        try (var known =
            statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
          if (known.next()) {
            continue;
          }
        }
        statement.execute("create role " + role + " login");
      }
      statement.execute("create database " + name + " owner " + OWNER);
    } catch (SQLException e) {
      throw new IllegalStateException("No fresh database", e);
    }
    return Server.ONE.getJdbcUrl("postgres", name).replaceFirst("\\?.*", "");
  }

  /** Gives a Spring test a PostgreSQL database of its own. */
  public static class Fresh
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Map<String, Object> properties =
          Map.of(
              "spring.datasource.url", freshUrl(),
              "spring.datasource.username", "postgres",
              "spring.datasource.password", "postgres");
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("fresh-postgres", properties));
    }
  }

  /** Started by the first use, stopped by its own shutdown hook. */
  private static class Server {
    private static final EmbeddedPostgres ONE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
