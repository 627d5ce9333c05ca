package vn.dvc.pay.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets PostgreSQL's driver send a batch of inserts into one table as one statement with several
 * rows. The engine writes its history, timers and messages in such batches.
 */
@Configuration(proxyBeanMethods = false)
class RowsInOneInsert {

  @Bean
  static BeanPostProcessor rowsInOneInsertOfPools() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
            && pool.getJdbcUrl() != null
            && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
          pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return bean;
      }
    };
  }
}
