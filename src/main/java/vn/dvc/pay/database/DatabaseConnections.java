package vn.dvc.pay.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Gives every connection of the pool its time-outs, whatever the database's address says: the
 * server's are set when a connection is made, the client's stand last in its address.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConnections {
  private static final String POSTGRES = "jdbc:postgresql:";

  @Bean
  static BeanPostProcessor connectionTimeouts(Environment environment) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
          limit(
              pool, Binder.get(environment).bindOrCreate("dvc.database", ConnectionSettings.class));
        }
        return bean;
      }
    };
  }

  private static void limit(HikariDataSource pool, ConnectionSettings settings) {
    var url = pool.getJdbcUrl();
    if (url.startsWith(POSTGRES)) {
      pool.setJdbcUrl(
          "%s%csocketTimeout=%d&connectTimeout=%d&tcpKeepAlive=true"
              .formatted(
                  url,
                  url.contains("?") ? '&' : '?',
                  settings.socketTimeout().toSeconds(),
                  settings.connectTimeout().toSeconds()));
      first(
          pool,
          "set lock_timeout = %d; set idle_in_transaction_session_timeout = %d; set statement_timeout = %d"
              .formatted(
                  settings.lockTimeout().toMillis(),
                  settings.idleInTransactionTimeout().toMillis(),
                  settings.statementTimeout().toMillis()));
    } else {
      first(pool, "set LOCK_TIMEOUT " + settings.lockTimeout().toMillis());
    }
  }

  private static void first(HikariDataSource pool, String sql) {
    var configured = pool.getConnectionInitSql();
    pool.setConnectionInitSql(configured == null ? sql : configured + "; " + sql);
  }

  /**
   * A migration may take long, and while it does Flyway's own transaction stands idle. It waits for
   * a table only as long as others wait for a row, for all who come later queue behind it.
   */
  @Bean
  FlywayConfigurationCustomizer migrationsOverConnectionsOfTheirOwn(
      JdbcConnectionDetails database, ConnectionSettings settings) {
    return flyway -> {
      if (database.getJdbcUrl().startsWith(POSTGRES)) {
        flyway
            .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
            .initSql("set lock_timeout = " + settings.lockTimeout().toMillis());
      }
    };
  }
}
