package vn.dvc.pay.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.testing.Postgres;

/** How often the database is asked for its time, and that the answer stays the database's. */
class DatabaseTimeTest {
  static Stream<DataSource> databases() {
    return Stream.of(
        new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", ""),
        new DriverManagerDataSource(Postgres.freshUrl(), "postgres", "postgres"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void timeIsReadOnceInATransactionAndIsTheDatabasesAllThrough(DataSource database) {
    var clock = new Clock(database);
    clock.transaction.executeWithoutResult(
        status -> {
          var began = clock.time.now();
          clock.realTimePasses();
          assertThat(clock.time.now()).isEqualTo(began);
          assertThat(clock.time.read()).as("the database says the same").isEqualTo(began);
        });
    assertThat(clock.reads).as("one, and the one of this test").hasValue(2);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void nextTransactionReadsItAnew(DataSource database) {
    var clock = new Clock(database);
    var first = clock.transaction.execute(status -> clock.time.now());
    clock.realTimePasses();
    var second = clock.transaction.execute(status -> clock.time.now());
    assertThat(second).isAfter(first);
    assertThat(clock.reads).hasValue(2);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void eachReadWithoutATransactionIsANewOne(DataSource database) {
    var clock = new Clock(database);
    clock.time.now();
    clock.time.now();
    assertThat(clock.reads).hasValue(2);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void transactionInsideAnotherHasItsOwnTime(DataSource database) {
    var clock = new Clock(database);
    clock.transaction.executeWithoutResult(
        status -> {
          var outer = clock.time.now();
          clock.realTimePasses();
          assertThat(clock.newTransaction().<Instant>execute(inner -> clock.time.now()))
              .isAfter(outer);
          assertThat(clock.time.now()).isEqualTo(outer);
        });
    assertThat(clock.reads).hasValue(2);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatRunsAfterTheCommitReadsItAnew(DataSource database) {
    var clock = new Clock(database);
    var later = new Instant[1];
    var began =
        clock.transaction.<Instant>execute(
            status -> {
              TransactionSynchronizationManager.registerSynchronization(
                  new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                      later[0] = clock.time.now();
                    }
                  });
              var now = clock.time.now();
              clock.realTimePasses();
              return now;
            });
    assertThat(clock.reads).hasValue(2);
    assertThat(later[0]).isNotNull().isAfterOrEqualTo(began);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void testsMoveItWithinATransaction(DataSource database) {
    var clock = new Clock(database);
    clock.transaction.executeWithoutResult(
        status -> {
          var before = clock.time.now();
          clock.time.travel(Duration.ofHours(1));
          assertThat(clock.time.now()).isEqualTo(before.plus(Duration.ofHours(1)));
        });
  }

  private static final class Clock {
    private final AtomicInteger reads = new AtomicInteger();
    private final JdbcTransactionManager transactions;
    private final TransactionTemplate transaction;
    private final DatabaseTime time;

    Clock(DataSource real) {
      var database =
          new DelegatingDataSource(real) {
            @Override
            public Connection getConnection() throws SQLException {
              return counted(super.getConnection());
            }
          };
      transactions = new JdbcTransactionManager(database);
      transaction = new TransactionTemplate(transactions);
      time = new DatabaseTime(JdbcClient.create(database), event -> {});
    }

    private Connection counted(Connection real) {
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (Set.of("prepareStatement", "createStatement").contains(method.getName())) {
                  reads.incrementAndGet();
                }
                return method.invoke(real, arguments);
              });
    }

    TransactionTemplate newTransaction() {
      var requiresNew = new TransactionTemplate(transactions);
      requiresNew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
      return requiresNew;
    }

    void realTimePasses() {
      var end = System.nanoTime() + Duration.ofMillis(20).toNanos();
      await().pollInterval(Duration.ofMillis(5)).until(() -> System.nanoTime() > end);
    }
  }
}
