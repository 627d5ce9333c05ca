package vn.dvc.proof.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows of either database. */
final class Rows {
  private final JdbcClient jdbc;

  Rows(DataSource database) {
    this.jdbc = JdbcClient.create(database);
  }

  <T> List<T> of(String sql, Reading<T> reading) {
    return jdbc.sql(sql).query((row, number) -> reading.read(new Row(row))).list();
  }

  long number(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  /** Maps one row. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Row row) throws SQLException;
  }

  /** The columns of one row, in order. */
  record Row(ResultSet row) {
    String text(int column) throws SQLException {
      return row.getString(column);
    }

    long number(int column) throws SQLException {
      return row.getLong(column);
    }

    boolean is(int column) throws SQLException {
      return row.getBoolean(column);
    }

    UUID uuid(int column) throws SQLException {
      return row.getObject(column, UUID.class);
    }

    Instant at(int column) throws SQLException {
      Timestamp at = row.getTimestamp(column);
      return at == null ? null : at.toInstant();
    }
  }
}
