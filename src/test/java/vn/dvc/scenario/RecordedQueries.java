package vn.dvc.scenario;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Remembers each statement that the application prepares. */
@TestConfiguration(proxyBeanMethods = false)
class RecordedQueries {
  private static final Set<String> PREPARED = new ConcurrentSkipListSet<>();

  /** What was prepared until now, each statement once. */
  static Set<String> all() {
    return new TreeSet<>(PREPARED);
  }

  @Bean
  static BeanPostProcessor recorder() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Recording(database) : bean;
      }
    };
  }

  private static final class Recording extends DelegatingDataSource {
    Recording(DataSource recorded) {
      super(recorded);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var real = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> call(real, method, arguments));
    }

    private static Object call(Connection real, Method method, Object[] arguments)
        throws Throwable {
      if (method.getName().equals("prepareStatement")) {
        PREPARED.add((String) arguments[0]);
      }
      try {
        return method.invoke(real, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
