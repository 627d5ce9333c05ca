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
 * Sets the time-outs of every pooled connection, whatever the configured address says: server
 * time-outs when a connection is opened, client time-outs at the end of its address.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionTimeouts {
  private static final String POSTGRES = "jdbc:postgresql:";

  @Bean
  static BeanPostProcessor timeoutsOfPools(Environment environment) {
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
      prependInitSql(
          pool,
          "set lock_timeout = %d; set idle_in_transaction_session_timeout = %d; set statement_timeout = %d"
              .formatted(
                  settings.lockTimeout().toMillis(),
                  settings.idleInTransactionTimeout().toMillis(),
                  settings.statementTimeout().toMillis()));
    } else {
      prependInitSql(pool, "set LOCK_TIMEOUT " + settings.lockTimeout().toMillis());
    }
  }

  private static void prependInitSql(HikariDataSource pool, String sql) {
    var configured = pool.getConnectionInitSql();
    pool.setConnectionInitSql(configured == null ? sql : configured + "; " + sql);
  }

  /**
   * A migration may take long, and Flyway's own transaction is idle meanwhile. It waits for a table
   * lock only as long as anybody else, because all later statements queue behind it.
   */
  @Bean
  FlywayConfigurationCustomizer migrationsOverTheirOwnConnections(
      JdbcConnectionDetails database, DatabaseOwner owner, ConnectionSettings settings) {
    return flyway -> {
      if (database.getJdbcUrl().startsWith(POSTGRES)) {
        flyway
            .dataSource(
                database.getJdbcUrl(),
                owner.isApart() ? owner.user() : database.getUsername(),
                owner.isApart() ? owner.password() : database.getPassword())
            .initSql("set lock_timeout = " + settings.lockTimeout().toMillis());
      }
    };
  }
}
