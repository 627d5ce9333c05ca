package vn.dvc.pay.testing;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Both databases with only our tables, without Spring and without the engine. */
public enum Migrated {
  H2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""),
  POSTGRES(Postgres.freshUrl(), "postgres", "postgres");

  public final DataSource source;
  public final JdbcClient jdbc;

  Migrated(String url, String user, String password) {
    var source = new DriverManagerDataSource(url, user, password);
    Flyway.configure().dataSource(source).load().migrate();
    this.source = source;
    jdbc = JdbcClient.create(source);
  }
}
