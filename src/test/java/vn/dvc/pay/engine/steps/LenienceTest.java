package vn.dvc.pay.engine.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.UncategorizedSQLException;
import vn.dvc.pay.engine.StepFailed;

@Tag("fast")
class LenienceTest {
  private static final Exception OUTAGE = new SQLException("no", "08006");

  private final AtomicLong nanos = new AtomicLong(-5);
  private final Lenience lenience = new Lenience(nanos::get);

  @ParameterizedTest
  @CsvSource({
    "40001,true", // serialization
    "40P01,true", // deadlock
    "55P03,true", // lock_timeout
    "HYT00,true", // the same in H2
    "57014,true", // statement_timeout
    "25P03,true", // idle_in_transaction_session_timeout
    "53300,true", // too many connections
    "08006,true", // connection lost
    "23505,false", // a unique key violation: the work's own fault
    "42601,false", // an invalid statement
    "22001,false" // a value too long
  })
  void onlyFailuresThatAreNotTheWorksFaultUseNoRetry(String state, boolean free) {
    var failure = new UncategorizedSQLException("x", null, new SQLException("secret", state));
    assertThat(lenience.isFree("work", failure)).isEqualTo(free);
    assertThat(lenience.isFree("work", new IllegalStateException())).isFalse();
  }

  @Test
  void workThatFailsForAnHourUsesRetriesSoThatAPersonSeesIt() {
    assertThat(lenience.isFree("work", OUTAGE)).isTrue();
    nanos.addAndGet(Duration.ofMinutes(59).toNanos());
    assertThat(lenience.isFree("work", OUTAGE)).isTrue();
    assertThat(lenience.isFree("other", OUTAGE)).isTrue();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(lenience.isFree("work", OUTAGE)).isFalse();
    assertThat(lenience.isFree("other", OUTAGE)).isTrue();
  }

  @Test
  void textsOfAnOutageAreNotKept() {
    var kept = StepFailed.because(new SQLException("card 9704150000000018", "53100"));
    assertThat(kept.getCause()).hasNoCause().hasMessage(null);
    assertThat(kept.getMessage()).startsWith("SQLException 53100 (").doesNotContain("9704");
  }
}
