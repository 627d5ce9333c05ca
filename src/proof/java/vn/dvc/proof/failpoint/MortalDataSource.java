package vn.dvc.proof.failpoint;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The database as mortal threads see it: dead threads get nothing of it, and at each commit a
 * thread may die or lose its connection. It can also be unavailable for everybody.
 */
final class MortalDataSource extends DelegatingDataSource {
  /** What would have an effect; rolling back and closing remain open to the dead. */
  private static final Set<String> CLOSED_TO_THE_DEAD =
      Set.of("prepareStatement", "prepareCall", "createStatement", "commit", "setSavepoint");

  private final Failpoints failpoints;
  private volatile SQLException outOfOrder;

  MortalDataSource(DataSource real, Failpoints failpoints) {
    super(real);
    this.failpoints = failpoints;
  }

  /** From now on every write is refused with this exception; null makes it work again. */
  void refuseWrites(SQLException why) {
    outOfOrder = why;
  }

  @Override
  public Connection getConnection() throws SQLException {
    failpoints.refuseTheDead();
    var real = super.getConnection();
    failpoints.connections().opened(real);
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> invoke(real, method, arguments));
  }

  private Object invoke(Connection real, Method method, Object[] arguments) throws Throwable {
    var name = method.getName();
    if (CLOSED_TO_THE_DEAD.contains(name)) {
      failpoints.refuseTheDead();
    }
    switch (name) {
      case "commit" -> {
        commit(real);
        return null;
      }
      case "rollback" -> failpoints.connections().forget();
      case "close" -> failpoints.connections().closed(real);
      case "prepareStatement" -> refuse((String) arguments[0]);
      default -> {}
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void refuse(String sql) throws SQLException {
    var why = outOfOrder;
    if (why != null && !sql.stripLeading().toLowerCase().startsWith("select")) {
      throw new SQLException(why.getMessage(), why.getSQLState());
    }
  }

  private void commit(Connection real) throws SQLException {
    var marks = failpoints.connections().takeMarks();
    try {
      for (var mark : marks) {
        failpoints.reached(mark.before(), mark.what());
      }
    } catch (SQLException cut) {
      real.rollback();
      throw cut;
    }
    real.commit();
    for (var mark : marks) {
      failpoints.reached(mark.after(), mark.what());
    }
  }
}
