package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.RegisterOnce;

/**
 * Two wishes at the same moment, on the database of production: one is granted, one is told why.
 */
@ContextConfiguration(initializers = Postgres.Fresh.class)
@DirtiesContext
class RegistrationRacesOnPostgresTest extends RegistrationHouse {
  @Autowired private RegisterOnce once;

  @Test
  void payerWhoStartsTwiceHasOneRegistration() throws Exception {
    var payer = individual();
    var account = accountOf(payer);
    Callable<String> start = () -> outcome(() -> started(payer, account));
    assertThat(together(List.of(start, start, start, start)))
        .containsExactlyInAnyOrder(
            "granted", "registration-open", "registration-open", "registration-open");
    assertThat(registrations.ofPayer(payer.id())).hasSize(1);
  }

  @Test
  void equalRequestsWithOneKeyAllGetTheOneRegistration() throws Exception {
    var payer = individual();
    var application = application(accountOf(payer), payer.name());
    Callable<String> start =
        () ->
            once.start("portal", "k-" + payer.id(), payer, application).registration().id().text();
    var answers = together(List.of(start, start, start, start));
    assertThat(answers).containsOnly(onlyOneOf(payer));

    reaches(registrations.ofPayer(payer.id()).get(0).id(), RegistrationStatus.AWAITING_FORM);
    assertThat(start.call()).isEqualTo(onlyOneOf(payer));
  }

  private String onlyOneOf(Payer payer) {
    var all = registrations.ofPayer(payer.id());
    assertThat(all).hasSize(1);
    return all.get(0).id().text();
  }

  @Test
  void twoCorrectionsAtOnceMakeOneVersion() throws Exception {
    var payer = individual();
    var id = started(payer, "19" + digits(10)).id();
    reaches(id, RegistrationStatus.ACCOUNT_REFUSED);
    var corrected = application(accountOf(payer), payer.name());
    Callable<String> resubmit = () -> outcome(() -> registrations.resubmit(id, corrected));
    assertThat(together(List.of(resubmit, resubmit)))
        .containsExactlyInAnyOrder("granted", "resubmit-not-awaited");
    assertThat(now(id).version()).isEqualTo(2);
    reaches(id, RegistrationStatus.AWAITING_FORM);
  }

  @Test
  void approvalAndWithdrawalAtOnceAreNeverBothGranted() throws Exception {
    for (var round = 0; round < 3; round++) {
      var payer = individual();
      var id = underReview(payer, accountOf(payer));
      tasks.claim(task(id).id(), "officer-1");
      Callable<String> approve =
          () -> outcome(() -> decides(id, "approve", "officer-1", "APPROVED", null));
      Callable<String> withdraw = () -> outcome(() -> registrations.withdraw(id));
      var outcomes = together(List.of(approve, withdraw));
      if ("granted".equals(outcomes.get(1))) {
        assertThat(outcomes.get(0))
            .isIn("registration-withdrawn", "task-not-found", "somebody was faster");
        assertThat(now(id).status()).isEqualTo(RegistrationStatus.WITHDRAWN);
        assertThat(tasks.openOf(id.text())).isEmpty();
      } else {
        assertThat(outcomes.get(0)).isEqualTo("granted");
        assertThat(outcomes.get(1)).isEqualTo("already-activating");
        reaches(id, RegistrationStatus.REGISTERED);
      }
    }
  }

  private static List<String> together(List<Callable<String>> wishes) throws Exception {
    var barrier = new CyclicBarrier(wishes.size());
    var pool = Executors.newFixedThreadPool(wishes.size());
    try {
      var outcomes = new ArrayList<String>();
      for (var future :
          pool.invokeAll(
              wishes.stream()
                  .map(
                      wish ->
                          (Callable<String>)
                              () -> {
                                barrier.await();
                                return wish.call();
                              })
                  .toList())) {
        outcomes.add(future.get());
      }
      return outcomes;
    } finally {
      pool.shutdown();
    }
  }

  private static String outcome(Runnable wish) {
    try {
      wish.run();
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
