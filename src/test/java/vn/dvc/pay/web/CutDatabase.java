package vn.dvc.pay.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import vn.dvc.pay.testing.Fixture;

/**
 * The application's database, which requests can be cut off from: a connection more or less, then
 * none. What runs by the clock is not concerned.
 */
public class CutDatabase implements Fixture {
  private static final String REQUESTS = "http-nio-";

  private final AtomicInteger connectionsLeft = new AtomicInteger(Integer.MAX_VALUE);

  /** Wraps the database; carries no stereotype, so that only its importers get it. */
  public static class Cutting {
    @Bean
    static CutDatabase cutDatabase() {
      return new CutDatabase();
    }

    @Bean
    static BeanPostProcessor cuttingDataSource(CutDatabase cut) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source ? cut.around(source) : bean;
        }
      };
    }
  }

  public void cutAfter(int connections) {
    connectionsLeft.set(connections);
  }

  public void heal() {
    connectionsLeft.set(Integer.MAX_VALUE);
  }

  @Override
  public void afterEachTest() {
    heal();
  }

  private DataSource around(DataSource real) {
    return new DelegatingDataSource(real) {
      @Override
      public Connection getConnection() throws SQLException {
        if (Thread.currentThread().getName().startsWith(REQUESTS)
            && connectionsLeft.getAndDecrement() <= 0) {
          connectionsLeft.set(0);
          throw new SQLTransientConnectionException("cut off by the test");
        }
        return super.getConnection();
      }
    };
  }
}
