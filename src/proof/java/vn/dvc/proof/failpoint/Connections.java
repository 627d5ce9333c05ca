package vn.dvc.proof.failpoint;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The database connection that each thread holds, and what its transaction is about. */
final class Connections {
  private final ThreadLocal<List<Connection>> held = ThreadLocal.withInitial(ArrayList::new);
  private final ThreadLocal<Set<Mark>> marks = ThreadLocal.withInitial(LinkedHashSet::new);

  /**
   * What a transaction is about.
   *
   * @param before the point just before its commit; {@code after} is the one just after it
   */
  record Mark(Point before, Point after, String what) {}

  void opened(Connection real) {
    held.get().add(real);
  }

  void closed(Connection real) {
    held.get().remove(real);
  }

  void mark(Point before, Point after, String what) {
    marks.get().add(new Mark(before, after, what));
  }

  Set<Mark> takeMarks() {
    var now = marks.get();
    marks.remove();
    return now;
  }

  void forget() {
    marks.remove();
  }

  /** Rolls back what is open, as the database does when its client is gone. */
  void sever() {
    for (var connection : held.get()) {
      try {
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
