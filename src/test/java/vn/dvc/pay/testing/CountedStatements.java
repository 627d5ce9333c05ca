package vn.dvc.pay.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what the application has its database do, as PostgreSQL counts it: each row of a batch,
 * but rows inserted together in powers of two, as the driver sends them; BEGIN counts as a
 * statement. What runs by the clock alone is left out. A test imports {@link Counting}.
 */
public class CountedStatements {
  /** Threads that look for work now and then, whether or not somebody pays, and the test itself. */
  private static final List<String> NOT_COUNTED =
      List.of("task-inbox", "scheduling-", "JobExecutor", "bank-messages", "main");

  private final Map<String, AtomicLong> statements = new ConcurrentHashMap<>();
  private final AtomicLong commits = new AtomicLong();

  /** Wraps the application's database; carries no stereotype, so that only its importers get it. */
  public static class Counting {
    @Bean
    static CountedStatements countedStatements() {
      return new CountedStatements();
    }

    @Bean
    static BeanPostProcessor countingDataSource(CountedStatements counted) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source ? counted.around(source) : bean;
        }
      };
    }
  }

  public void reset() {
    statements.clear();
    commits.set(0);
  }

  public long statements() {
    return statements.values().stream().mapToLong(AtomicLong::get).sum();
  }

  public long commits() {
    return commits.get();
  }

  /** Each statement and how often it ran, the most frequent first. */
  public String listed() {
    return statements.entrySet().stream()
        .sorted(Comparator.comparingLong(it -> -it.getValue().get()))
        .map(it -> it.getValue() + " " + it.getKey())
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private DataSource around(DataSource real) {
    return new DelegatingDataSource(real) {
      @Override
      public Connection getConnection() throws SQLException {
        return counted(super.getConnection());
      }
    };
  }

  private Connection counted(Connection real) {
    var transaction = new AtomicLong();
    return proxy(
        Connection.class,
        real,
        (method, arguments, result) -> {
          switch (method.getName()) {
            case "prepareStatement":
              return counted((PreparedStatement) result, (String) arguments[0], real, transaction);
            case "createStatement":
              return counted((Statement) result, real, transaction);
            case "commit":
              if (transaction.getAndSet(0) > 0 && isCounted()) {
                commits.incrementAndGet();
              }
              return result;
            case "rollback":
              transaction.set(0);
              return result;
            default:
              return result;
          }
        });
  }

  private PreparedStatement counted(
      PreparedStatement real, String sql, Connection connection, AtomicLong transaction) {
    var rows = new AtomicLong();
    return proxy(
        PreparedStatement.class,
        real,
        (method, arguments, result) -> {
          switch (method.getName()) {
            case "addBatch" -> rows.incrementAndGet();
            case "executeBatch" -> {
              long batch = rows.getAndSet(0);
              boolean insert = sql.stripLeading().toLowerCase().startsWith("insert");
              count(sql, insert ? Long.bitCount(batch) : batch, connection, transaction);
            }
            case "execute", "executeQuery", "executeUpdate" ->
                count(sql, 1, connection, transaction);
            default -> {}
          }
          return result;
        });
  }

  private Statement counted(Statement real, Connection connection, AtomicLong transaction) {
    return proxy(
        Statement.class,
        real,
        (method, arguments, result) -> {
          if (method.getName().startsWith("execute") && arguments != null) {
            count(String.valueOf(arguments[0]), 1, connection, transaction);
          }
          return result;
        });
  }

  private void count(String sql, long times, Connection connection, AtomicLong transaction)
      throws SQLException {
    if (!isCounted()) {
      return;
    }
    if (!connection.getAutoCommit() && transaction.getAndIncrement() == 0) {
      add("BEGIN", 1);
    }
    add(sql.replaceAll("\\s+", " ").strip(), times);
  }

  private void add(String sql, long times) {
    statements.computeIfAbsent(sql, it -> new AtomicLong()).addAndGet(times);
  }

  private static boolean isCounted() {
    var thread = Thread.currentThread().getName();
    return NOT_COUNTED.stream().noneMatch(thread::startsWith);
  }

  private interface After {
    Object called(Method method, Object[] arguments, Object result) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, T real, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return after.called(method, arguments, method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
