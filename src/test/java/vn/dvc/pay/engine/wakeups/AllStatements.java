package vn.dvc.pay.engine.wakeups;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts statements by thread, as PostgreSQL counts them: each that is executed, and each begin.
 */
@TestConfiguration(proxyBeanMethods = false)
class AllStatements {
  private static final Map<String, Long> BY_THREAD = new ConcurrentHashMap<>();

  long of(Predicate<String> threads) {
    return BY_THREAD.entrySet().stream()
        .filter(entry -> threads.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Bean
  static BeanPostProcessor counter() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Counting(database) : bean;
      }
    };
  }

  private static final class Counting extends DelegatingDataSource {
    Counting(DataSource counted) {
      super(counted);
    }

    @Override
    public Connection getConnection() throws SQLException {
      return around(Connection.class, super.getConnection());
    }

    private static <T> T around(Class<T> type, T real) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> call(real, method, arguments)));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
      var begins = method.getName().equals("setAutoCommit") && arguments[0].equals(false);
      if (begins || method.getName().startsWith("execute")) {
        BY_THREAD.merge(Thread.currentThread().getName(), 1L, Long::sum);
      }
      try {
        var result = method.invoke(real, arguments);
        if (result instanceof PreparedStatement prepared) {
          return around(PreparedStatement.class, prepared);
        }
        return result instanceof Statement plain ? around(Statement.class, plain) : result;
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
