package vn.dvc.pay.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reports which time-outs a real connection lacks. Without them, one node that freezes while
 * holding a lock, or a database that vanishes silently, stops every node.
 */
@Component
public class MissingTimeouts {
  private static final List<String> SERVER_TIMEOUTS =
      List.of("lock_timeout", "idle_in_transaction_session_timeout", "statement_timeout");

  private final JdbcOperations jdbc;

  MissingTimeouts(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Named as in PostgreSQL and its driver; empty for any other database. */
  public List<String> missing() {
    return jdbc.execute((ConnectionCallback<List<String>>) MissingTimeouts::missing);
  }

  private static List<String> missing(Connection connection) throws SQLException {
    var missing = new ArrayList<String>();
    if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      return missing;
    }
    for (var name : SERVER_TIMEOUTS) {
      if (valueOf(name, connection).equals("0")) {
        missing.add(name);
      }
    }
    if (connection.getNetworkTimeout() == 0) {
      missing.add("socketTimeout");
    }
    return missing;
  }

  private static String valueOf(String setting, Connection connection) throws SQLException {
    try (var asked = connection.prepareStatement("select current_setting(?)")) {
      asked.setString(1, setting);
      try (var answer = asked.executeQuery()) {
        answer.next();
        return answer.getString(1);
      }
    }
  }
}
