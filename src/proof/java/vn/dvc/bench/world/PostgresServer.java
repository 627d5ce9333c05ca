package vn.dvc.bench.world;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.bench.measure.Counting;
import vn.dvc.bench.measure.PostgresCounting;

/**
 * A PostgreSQL that counts statements and, other than in tests, forces every commit to disk, as it
 * does where people use it.
 */
final class PostgresServer implements AutoCloseable {
  private static final String USER = "postgres";

  private final EmbeddedPostgres server;
  private final Path data;
  private final JdbcClient jdbc;
  private final AtomicInteger databases = new AtomicInteger();

  PostgresServer(Path folder) {
    data = folder.resolve("postgres");
    var log = ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
    try {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "100")
              .setServerConfig("shared_preload_libraries", "pg_stat_statements")
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    jdbc = JdbcClient.create(server.getPostgresDatabase());
    jdbc.sql("create extension pg_stat_statements").update();
  }

  /** Its version, and what it promises of a commit. */
  String described() {
    return "PostgreSQL %s, fsync %s, synchronous_commit %s"
        .formatted(setting("server_version"), setting("fsync"), setting("synchronous_commit"));
  }

  private String setting(String name) {
    return jdbc.sql("select current_setting(?)").param(name).query(String.class).single();
  }

  Database fresh() {
    var name = "bench_" + databases.incrementAndGet();
    jdbc.sql("create database " + name).update();
    return new Fresh(name, server.getDatabase(USER, name));
  }

  private long postmaster() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Fresh implements Database {
    private final String name;
    private final DataSource source;

    Fresh(String name, DataSource source) {
      this.name = name;
      this.source = source;
    }

    @Override
    public List<String> settings() {
      return List.of(
          "--spring.datasource.url=" + server.getJdbcUrl(USER, name),
          "--spring.datasource.username=" + USER,
          "--spring.datasource.password=" + USER);
    }

    @Override
    public Counting counting() {
      return new PostgresCounting(server.getPostgresDatabase(), source, name, postmaster());
    }

    @Override
    public JdbcClient jdbc() {
      return JdbcClient.create(source);
    }

    @Override
    public void close() {
      PostgresServer.this.jdbc.sql("drop database " + name + " with (force)").update();
    }
  }
}
