package vn.dvc.pay.engine.wakeups;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import vn.dvc.pay.testing.Postgres;

/** Over the engine's own tables, without the engine. */
class NextDueTest {
  private static final Instant NOW = Instant.parse("2026-11-28T13:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration AT_MOST = Duration.ofSeconds(20);

  /** A lock has expired only after its last moment. */
  private static final Duration MOMENT = Duration.ofMillis(1);

  @BeforeEach
  void stopTheEnginesClock() {
    ClockUtil.setCurrentTime(Date.from(NOW));
  }

  @BeforeEach
  void emptyTheTables() {
    for (var tables : Tables.values()) {
      tables.empty();
    }
  }

  @AfterEach
  void releaseTheEnginesClock() {
    ClockUtil.reset();
  }

  @ParameterizedTest
  @EnumSource
  void withoutWorkTheNodeSleepsForLong(Tables tables) {
    assertThat(tables.untilJob()).isEqualTo(AT_MOST);
    assertThat(tables.untilTask()).isEqualTo(AT_MOST);
  }

  @ParameterizedTest
  @EnumSource
  void theNextTimerEndsTheSleepOnTime(Tables tables) {
    tables.job(3, NOW.plusSeconds(9), null);
    tables.job(3, NOW.plusSeconds(7), null);
    tables.job(3, NOW.plusSeconds(3600), null);

    assertThat(tables.untilJob()).isEqualTo(Duration.ofSeconds(7).plus(MOMENT));
  }

  @ParameterizedTest
  @EnumSource
  void aTimerFarAwayDoesNotLengthenTheSleep(Tables tables) {
    tables.job(3, NOW.plusSeconds(3600), null);

    assertThat(tables.untilJob()).isEqualTo(AT_MOST);
  }

  @ParameterizedTest
  @EnumSource
  void aTimerThatFellDueWhileJobsWereAcquiredIsAcquiredAtOnce(Tables tables) {
    tables.job(3, NOW.minusMillis(1), null);

    assertThat(tables.due.untilJob(NOW.minusMillis(5), SOON, AT_MOST)).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @EnumSource
  void workThatAnotherNodeHoldsIsLookedAtWhenItsLockEnds(Tables tables) {
    tables.job(3, null, NOW.plusSeconds(5));
    tables.task(null, NOW.plusSeconds(6));

    assertThat(tables.untilJob()).isEqualTo(Duration.ofSeconds(5).plus(MOMENT));
    assertThat(tables.untilTask()).isEqualTo(Duration.ofSeconds(6).plus(MOMENT));
  }

  @ParameterizedTest
  @EnumSource
  void workThatIsReadyAndWasNotTakenIsLookedAtSoon(Tables tables) {
    tables.job(3, null, null);
    tables.job(3, NOW.plusSeconds(7), null);
    tables.task(3, null);

    assertThat(tables.untilJob()).isEqualTo(SOON);
    assertThat(tables.untilTask()).isEqualTo(SOON);
  }

  @ParameterizedTest
  @EnumSource
  void workWithoutTriesLeftWaitsForAnOperator(Tables tables) {
    tables.job(0, NOW.minusSeconds(60), null);
    tables.task(0, NOW.minusSeconds(60));

    assertThat(tables.untilJob()).isEqualTo(AT_MOST);
    assertThat(tables.untilTask()).isEqualTo(AT_MOST);
  }

  @ParameterizedTest
  @EnumSource
  void whileTheDatabaseIsAwayTheNodeLooksAgainSoon(Tables tables) {
    assertThat(tables.away().untilJob(NOW, SOON, AT_MOST)).isEqualTo(SOON);
  }

  /** The engine's tables in both databases. */
  enum Tables {
    H2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", "h2"),
    POSTGRES(Postgres.freshUrl(), "postgres", "postgres", "postgres");

    private final JdbcClient jdbc;
    final NextDue due;

    Tables(String url, String user, String password, String name) {
      var source = new DriverManagerDataSource(url, user, password);
      try (var connection = source.getConnection()) {
        ScriptUtils.executeSqlScript(
            connection,
            new ClassPathResource(
                "org/camunda/bpm/engine/db/create/activiti." + name + ".create.engine.sql"));
      } catch (SQLException broken) {
        throw new IllegalStateException(broken);
      }
      jdbc = JdbcClient.create(source);
      due = new NextDue(jdbc);
    }

    Duration untilJob() {
      return due.untilJob(NOW, SOON, AT_MOST);
    }

    Duration untilTask() {
      return due.untilExternalTask(NOW, SOON, AT_MOST);
    }

    NextDue away() {
      return new NextDue(
          JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:/none;IFEXISTS=TRUE")));
    }

    void job(int retries, @Nullable Instant due, @Nullable Instant locked) {
      jdbc.sql(
              """
              insert into act_ru_job (id_, type_, retries_, suspension_state_, duedate_, lock_exp_time_)
              values (?, 'timer', ?, 1, ?, ?)""")
          .params(UUID.randomUUID().toString(), retries, stamp(due), stamp(locked))
          .update();
    }

    void task(@Nullable Integer retries, @Nullable Instant locked) {
      jdbc.sql(
              """
              insert into act_ru_ext_task (id_, rev_, priority_, retries_, suspension_state_, lock_exp_time_)
              values (?, 1, 0, ?, 1, ?)""")
          .params(UUID.randomUUID().toString(), retries, stamp(locked))
          .update();
    }

    void empty() {
      jdbc.sql("delete from act_ru_job").update();
      jdbc.sql("delete from act_ru_ext_task").update();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant instant) {
      return instant == null ? null : Timestamp.from(instant);
    }
  }
}
