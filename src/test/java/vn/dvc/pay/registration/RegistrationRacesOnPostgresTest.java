package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.registration.RegistrationFixture.application;
import static vn.dvc.pay.registration.RegistrationFixture.digits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCommand;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.web.idempotency.IdempotentRegistrationStart;

/**
 * Two concurrent requests on the production database: one succeeds, the other is rejected with a
 * reason.
 */
@ContextConfiguration(initializers = Postgres.Fresh.class)
@DirtiesContext
@RegistrationTest
class RegistrationRacesOnPostgresTest {
  @Autowired RegistrationFixture fixture;
  @Autowired Registrations registrations;
  @Autowired ScriptedAccounts bank;
  @Autowired HumanTasks tasks;
  @Autowired JdbcClient jdbc;
  @Autowired private IdempotentRegistrationStart once;
  @Autowired private BankCalls calls;
  @Autowired private TransactionTemplate transaction;

  @Test
  void startingTwiceAtOnceMakesOneRegistration() throws Exception {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    Callable<String> start = () -> outcome(() -> fixture.started(payer, account));
    assertThat(together(List.of(start, start, start, start)))
        .containsExactlyInAnyOrder(
            "granted", "registration-open", "registration-open", "registration-open");
    assertThat(registrations.ofPayer(payer.id())).hasSize(1);
  }

  @Test
  void equalRequestsWithOneKeyAllGetTheOneRegistration() throws Exception {
    var payer = fixture.individual();
    var application = application(fixture.accountOf(payer), payer.name());
    Callable<String> start =
        () ->
            once.start("portal", "k-" + payer.id(), payer, application).registration().id().text();
    var answers = together(List.of(start, start, start, start));
    assertThat(answers).containsOnly(onlyOneOf(payer));

    fixture.reaches(
        registrations.ofPayer(payer.id()).get(0).id(), RegistrationStatus.AWAITING_FORM);
    assertThat(start.call()).isEqualTo(onlyOneOf(payer));
  }

  private String onlyOneOf(Payer payer) {
    var all = registrations.ofPayer(payer.id());
    assertThat(all).hasSize(1);
    return all.get(0).id().text();
  }

  @Test
  void twoCorrectionsAtOnceMakeOneVersion() throws Exception {
    var payer = fixture.individual();
    var id = fixture.started(payer, "19" + digits(10)).id();
    fixture.reaches(id, RegistrationStatus.ACCOUNT_REFUSED);
    var corrected = application(fixture.accountOf(payer), payer.name());
    Callable<String> resubmit = () -> outcome(() -> registrations.resubmit(id, corrected));
    assertThat(together(List.of(resubmit, resubmit)))
        .containsExactlyInAnyOrder("granted", "resubmit-not-awaited");
    assertThat(fixture.now(id).version()).isEqualTo(2);
    fixture.reaches(id, RegistrationStatus.AWAITING_FORM);
  }

  @Test
  void concurrentApprovalAndWithdrawalNeverBothSucceed() throws Exception {
    for (var round = 0; round < 3; round++) {
      var payer = fixture.individual();
      var id = fixture.underReview(payer, fixture.accountOf(payer));
      tasks.claim(fixture.task(id).id(), "officer-1");
      Callable<String> approve =
          () -> outcome(() -> fixture.decides(id, "approve", "officer-1", "APPROVED", null));
      Callable<String> withdraw = () -> outcome(() -> registrations.withdraw(id));
      var outcomes = together(List.of(approve, withdraw));
      if ("granted".equals(outcomes.get(1))) {
        assertThat(outcomes.get(0))
            .isIn("registration-withdrawn", "task-not-found", "somebody was faster");
        assertThat(fixture.now(id).status()).isEqualTo(RegistrationStatus.WITHDRAWN);
        assertThat(tasks.openOf(id.text())).isEmpty();
      } else {
        assertThat(outcomes.get(0)).isEqualTo("granted");
        assertThat(outcomes.get(1)).isEqualTo("already-activating");
        fixture.reaches(id, RegistrationStatus.REGISTERED);
      }
    }
  }

  /** A debit that is being claimed goes first; one claimed after the suspension never leaves. */
  @Test
  void suspensionWaitsForTheClaimOfADebitAndPreventsTheNextOne() throws Exception {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var id = fixture.registered(payer, account);
    bank.says(account, Operation.DEBIT, new BankAnswer.NotSent("connect-refused"));
    var debit = debitOf(account, null);
    var claimed = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(2);
    try {
      var sent =
          pool.submit(
              () ->
                  calls.send(
                      debit,
                      Operation.DEBIT,
                      () -> {
                        var objection = suspended(id);
                        claimed.countDown();
                        waitFor(goOn);
                        return objection;
                      }));
      waitFor(claimed);
      var suspension = pool.submit(() -> registrations.suspend(id));
      await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaitsForALock);
      assertThat(suspension.isDone()).isFalse();
      goOn.countDown();

      assertThat(sent.get().answer()).isEqualTo(new BankAnswer.NotSent("connect-refused"));
      assertThat(suspension.get().status()).isEqualTo(RegistrationStatus.SUSPENDED);
      transaction.executeWithoutResult(status -> calls.record(uncheckedGet(sent)));
    } finally {
      goOn.countDown();
      pool.shutdown();
    }
    assertThat(bank.asked(account, Operation.DEBIT)).isEqualTo(1);

    debitOf(account, debit);
    assertThat(calls.send(debit, Operation.DEBIT, () -> suspended(id)).answer())
        .isEqualTo(new BankAnswer.NotSent("mandate-suspended"));
    assertThat(bank.asked(account, Operation.DEBIT)).isEqualTo(1);
  }

  private AttemptRef debitOf(String account, AttemptRef again) {
    return transaction.execute(
        status -> {
          var debit =
              again == null
                  ? calls.open(Subject.of(PaymentId.fresh()), "970415", Money.dong(10_000))
                  : again;
          calls.prepare(debit, new BankCommand.Debit("P1", "M1", account, List.of()));
          return debit;
        });
  }

  private Optional<String> suspended(RegistrationId id) {
    return registrations.isInForce(id) ? Optional.empty() : Optional.of("mandate-suspended");
  }

  private boolean somebodyWaitsForALock() {
    return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
            .query(Long.class)
            .single()
        > 0;
  }

  private static <T> T uncheckedGet(Future<T> done) {
    try {
      return done.get();
    } catch (InterruptedException | ExecutionException broken) {
      throw new AssertionError(broken);
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> together(List<Callable<String>> requests) throws Exception {
    var barrier = new CyclicBarrier(requests.size());
    var pool = Executors.newFixedThreadPool(requests.size());
    try {
      var outcomes = new ArrayList<String>();
      for (var future :
          pool.invokeAll(
              requests.stream()
                  .map(
                      request ->
                          (Callable<String>)
                              () -> {
                                barrier.await();
                                return request.call();
                              })
                  .toList())) {
        outcomes.add(future.get());
      }
      return outcomes;
    } finally {
      pool.shutdown();
    }
  }

  private static String outcome(Runnable request) {
    try {
      request.run();
      return "granted";
    } catch (java.util.NoSuchElementException noTaskAnyMore) {
      return "somebody was faster";
    } catch (RuntimeException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof Problem problem) {
          return problem.code();
        }
        if (cause.getClass().getSimpleName().equals("OptimisticLockingException")) {
          return "somebody was faster";
        }
      }
      throw failure;
    }
  }
}
