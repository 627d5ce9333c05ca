package vn.dvc.pay.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.Some;
import vn.dvc.pay.web.idempotency.IdempotentPaymentStart.Started;

/** One key, one payment: on both databases, because they report a lost race differently. */
class IdempotentPaymentStartTest {
  private final Payments payments = mock(Payments.class);
  private final DatabaseTime time = mock(DatabaseTime.class);
  private final PaymentId id = PaymentId.fresh();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private JdbcClient jdbc;
  private IdempotencyKeys keys;
  private IdempotentPaymentStart once;

  enum Database {
    H2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""),
    POSTGRES(Postgres.freshUrl(), "postgres", "postgres");

    final DriverManagerDataSource source;

    Database(String url, String user, String password) {
      source = new DriverManagerDataSource(url, user, password);
      new ResourceDatabasePopulator(new ClassPathResource("db/migration/V15__web.sql"))
          .execute(source);
    }
  }

  @BeforeEach
  void onePaymentCanBeStarted() {
    when(time.now()).thenReturn(Instant.parse("2026-11-24T02:00:00Z"));
    when(time.sql()).thenReturn("timestamp with time zone '2026-11-24 02:00:00+00'");
    when(payments.find(any())).thenReturn(Optional.of(Some.paymentWaitingForCard(id)));
  }

  private void on(Database database) {
    jdbc = JdbcClient.create(database.source);
    jdbc.sql("delete from api_idempotency").update();
    keys = new IdempotencyKeys(jdbc, time);
    var starts = new IdempotencyGuard(keys);
    var transactions = new JdbcTransactionManager(database.source);
    once = new IdempotentPaymentStart(payments, starts, keys, transactions);
  }

  @ParameterizedTest
  @EnumSource
  void loserOfARaceGetsTheWinnersPayment(Database database) throws Exception {
    on(database);
    when(payments.start(any(), any(), any(), any(), any(), any()))
        .thenAnswer(
            asked -> {
              started.countDown();
              assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
              return Some.paymentWaitingForCard(id);
            });
    var pool = Executors.newFixedThreadPool(4);
    try {
      Callable<Started> start = () -> start("portal", "k1", Method.CARD);
      var winner = pool.submit(start);
      assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
      var losers = List.of(pool.submit(start), pool.submit(start));
      if (database == Database.POSTGRES) {
        Awaitility.await().until(() -> waitingForALock() == 2);
      }
      mayEnd.countDown();

      assertThat(winner.get().fresh()).isTrue();
      for (Future<Started> loser : losers) {
        assertThat(loser.get().fresh()).isFalse();
        assertThat(loser.get().payment().id()).isEqualTo(id);
      }
    } finally {
      pool.shutdownNow();
    }
    verify(payments, times(1)).start(any(), any(), any(), any(), any(), any());
  }

  @ParameterizedTest
  @EnumSource
  void refusedStartLeavesTheKeyFree(Database database) {
    on(database);
    when(payments.start(any(), any(), any(), any(), any(), any()))
        .thenThrow(Problem.conflict("dossier-in-payment"))
        .thenReturn(Some.paymentWaitingForCard(id));

    assertThatThrownBy(() -> start("portal", "k1", Method.CARD)).isInstanceOf(Problem.class);
    assertThat(start("portal", "k1", Method.CARD).fresh()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void equalKeysOfDifferentCallersAreIndependent(Database database) {
    on(database);
    when(payments.start(any(), any(), any(), any(), any(), any()))
        .thenReturn(Some.paymentWaitingForCard(id));

    assertThat(start("portal", "k1", Method.CARD).fresh()).isTrue();
    assertThat(start("049012345678", "k1", Method.COUNTER).fresh()).isTrue();
    assertThat(start("portal", "k1", Method.CARD).fresh()).isFalse();
    assertThatThrownBy(() -> start("portal", "k1", Method.COUNTER))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo("idempotency-key-reused"));
  }

  @ParameterizedTest
  @EnumSource
  void keysAreKeptTwoDays(Database database) {
    on(database);
    when(payments.start(any(), any(), any(), any(), any(), any()))
        .thenReturn(Some.paymentWaitingForCard(id));
    start("portal", "old", Method.CARD);
    var then = time.now();

    when(time.now()).thenReturn(then.plus(Duration.ofHours(47)));
    keys.sweep();
    assertThat(keys.find("portal", "old")).isPresent();
    when(time.now()).thenReturn(then.plus(Duration.ofHours(49)));
    keys.sweep();
    assertThat(keys.find("portal", "old")).isEmpty();
  }

  private Started start(String actor, String key, Method method) {
    return once.start(
        actor, key, Some.PAYER, List.of(DossierCode.of(Some.CODE)), method, null, null);
  }

  private long waitingForALock() {
    return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
        .query(Long.class)
        .single();
  }
}
