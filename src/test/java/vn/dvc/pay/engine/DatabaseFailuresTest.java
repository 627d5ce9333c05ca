package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class DatabaseFailuresTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53100", "57P01", "58030", "25006", "25P03", "90121"})
  void lostConnectionsFullDisksAndRestartsAreOutages(String state) {
    var failure = new IllegalStateException(new SQLException("?", state));

    assertThat(DatabaseFailures.isOutage(failure)).isTrue();
    assertThat(DatabaseFailures.isConflict(failure)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"55P03", "40001", "40P01", "90131"})
  void locksHeldByOthersAreConflicts(String state) {
    var failure = new IllegalStateException(new SQLException("?", state));

    assertThat(DatabaseFailures.isConflict(failure)).isTrue();
    assertThat(DatabaseFailures.isOutage(failure)).isFalse();
  }

  /** What is left to see when the statement failed and then the rollback, too. */
  @Test
  void aRollbackOnAConnectionThatThePoolHasGivenUpIsAnOutage() throws SQLException {
    try (var pool = new HikariDataSource()) {
      pool.setJdbcUrl("jdbc:h2:mem:given-up");
      var connection = pool.getConnection();
      connection.close();

      var failure = catchThrowable(connection::rollback);

      assertThat(DatabaseFailures.isOutage(new IllegalStateException(failure))).isTrue();
    }
  }

  @Test
  void aFaultOfOursIsNeither() {
    for (var failure :
        new Throwable[] {
          new IllegalStateException("?"), new SQLException("?", "23505"), new SQLException("?")
        }) {
      assertThat(DatabaseFailures.isOutage(failure)).isFalse();
      assertThat(DatabaseFailures.isConflict(failure)).isFalse();
    }
  }
}
