package vn.dvc.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what reaches the database: executed statements (a batch is one), and commits. */
final class CountingDataSource extends DelegatingDataSource {
  final AtomicLong executes = new AtomicLong();
  final AtomicLong commits = new AtomicLong();

  CountingDataSource(DataSource counted) {
    super(counted);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return counted(Connection.class, super.getConnection());
  }

  @SuppressWarnings("unchecked")
  private <T> T counted(Class<T> type, T real) {
    return (T)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("execute")) {
                executes.incrementAndGet();
              } else if (method.getName().equals("commit")) {
                commits.incrementAndGet();
              }
              return wrapped(method, call(method, real, arguments));
            });
  }

  private Object wrapped(Method method, Object result) {
    for (var type :
        new Class<?>[] {
          java.sql.CallableStatement.class,
          java.sql.PreparedStatement.class,
          java.sql.Statement.class
        }) {
      if (method.getReturnType() == type) {
        return countedStatement(type, result);
      }
    }
    return result;
  }

  private <T> Object countedStatement(Class<T> type, Object real) {
    return counted(type, type.cast(real));
  }

  private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
