package vn.dvc.pay.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.web.Some;
import vn.dvc.pay.web.idempotency.IdempotentPaymentStartTest.Database;
import vn.dvc.pay.web.idempotency.IdempotentRegistrationStart.Started;

/** One key, one registration, although the portal is asked before any transaction begins. */
class IdempotentRegistrationStartTest {
  private final Registrations registrations = mock(Registrations.class);
  private final DatabaseTime time = mock(DatabaseTime.class);
  private final Map<RegistrationId, Registration> kept = new ConcurrentHashMap<>();
  private JdbcClient jdbc;
  private TransactionTemplate transaction;
  private IdempotentRegistrationStart once;

  private void on(Database database) {
    when(time.sql()).thenReturn("timestamp with time zone '2026-11-24 02:00:00+00'");
    when(time.now()).thenReturn(Instant.parse("2026-11-24T02:00:00Z"));
    when(registrations.find(any()))
        .thenAnswer(asked -> Optional.ofNullable(kept.get(asked.<RegistrationId>getArgument(0))));
    jdbc = JdbcClient.create(database.source);
    jdbc.sql("delete from api_idempotency").update();
    jdbc.sql("create table if not exists trial_open (payer varchar(20) primary key)").update();
    jdbc.sql("delete from trial_open").update();
    transaction = new TransactionTemplate(new JdbcTransactionManager(database.source));
    var keys = new IdempotencyKeys(jdbc, time);
    once = new IdempotentRegistrationStart(registrations, new IdempotencyGuard(keys), keys);
  }

  @ParameterizedTest
  @EnumSource
  void concurrentEqualRequestsStartOneRegistration(Database database) throws Exception {
    on(database);
    var portalAsked = new CountDownLatch(4);
    when(registrations.start(any(), any(), any()))
        .thenAnswer(
            asked -> {
              // All four have asked the portal before the first of them begins its transaction.
              assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
              portalAsked.countDown();
              assertThat(portalAsked.await(20, TimeUnit.SECONDS)).isTrue();
              return begin(asked.getArgument(2));
            });
    var pool = Executors.newFixedThreadPool(4);
    try {
      Callable<Started> start = () -> start("k1", "An");
      var answers = new ArrayList<Started>();
      for (Future<Started> each : pool.invokeAll(List.of(start, start, start, start))) {
        answers.add(each.get());
      }
      assertThat(answers).extracting(Started::fresh).containsOnlyOnce(true);
      assertThat(answers).extracting(each -> each.registration().id()).containsOnly(onlyOne());
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherKeyIsRefusedWhileTheFirstRegistrationIsOpen(Database database) {
    on(database);
    when(registrations.start(any(), any(), any())).thenAnswer(asked -> begin(asked.getArgument(2)));

    assertThat(start("k1", "An").fresh()).isTrue();
    assertThat(start("k1", "An").fresh()).isFalse();
    refused("registration-open", () -> start("k2", "An"));
    refused("idempotency-key-reused", () -> start("k1", "Ân"));
  }

  @ParameterizedTest
  @EnumSource
  void interruptedStartDoesNotBlockARetry(Database database) {
    on(database);
    when(registrations.start(any(), any(), any()))
        .thenThrow(new Problem(503, "portal-unavailable"))
        .thenAnswer(
            asked ->
                begin(
                    begun -> {
                      asked.<Consumer<Registration>>getArgument(2).accept(begun);
                      throw new IllegalStateException("The machine stops before the commit");
                    }))
        .thenAnswer(asked -> begin(asked.getArgument(2)));

    refused("portal-unavailable", () -> start("k1", "An"));
    assertThatThrownBy(() -> start("k1", "An")).isInstanceOf(IllegalStateException.class);
    assertThat(start("k1", "An").fresh()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void keyOfAStartCannotBeUsedForAChangeOfAccount(Database database) {
    on(database);
    when(registrations.start(any(), any(), any())).thenAnswer(asked -> begin(asked.getArgument(2)));
    var first = start("k1", "An").registration().id();

    refused(
        "idempotency-key-reused",
        () -> once.changeAccount("portal", "k1", first, Some.application("An")));
  }

  /**
   * As the real service does: one open registration per payer, and what is stored together with it.
   */
  private Registration begin(Consumer<Registration> alongside) {
    try {
      return transaction.execute(
          status -> {
            jdbc.sql("insert into trial_open (payer) values ('An')").update();
            var begun = Some.registration(RegistrationId.fresh());
            alongside.accept(begun);
            kept.put(begun.id(), begun);
            return begun;
          });
    } catch (DataIntegrityViolationException another) {
      throw Problem.conflict("registration-open");
    }
  }

  private RegistrationId onlyOne() {
    assertThat(kept).hasSize(1);
    return kept.keySet().iterator().next();
  }

  private Started start(String key, String holder) {
    return once.start("portal", key, Some.PAYER, Some.application(holder));
  }

  private static void refused(String code, Callable<Started> start) {
    assertThatThrownBy(start::call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
