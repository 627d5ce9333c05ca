package vn.dvc.pay.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.dossier.SampleDossiers.CITIZEN;
import static vn.dvc.pay.dossier.SampleDossiers.COMPANY;
import static vn.dvc.pay.dossier.SampleDossiers.dossierOf;
import static vn.dvc.pay.dossier.SampleDossiers.freshCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.notification.delivery.DossierRoom;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Two concurrent payments, on each supported database. */
@SpringBootTest(classes = DossierRoom.class)
@ActiveProfiles("test")
abstract class ConcurrentPayments {
  @Autowired Dossiers dossiers;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @RepeatedTest(5)
  void onlyOneOfTwoConcurrentPaymentsTakesTheDossier() throws Exception {
    var code = freshCode();
    dossiers.put(code, dossierOf(CITIZEN));

    var outcomes = atOnce(2, i -> () -> takeOrProblem(List.of(code)));

    var taken = outcomes.stream().filter(String.class::isInstance).toList();
    var refused = outcomes.stream().filter(Problem.class::isInstance).toList();
    assertThat(taken).hasSize(1);
    assertThat(refused)
        .singleElement()
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("dossier-in-payment");
              assertThat(problem.facts()).containsEntry("payment", taken.get(0));
            });
  }

  @RepeatedTest(5)
  void paymentsOfTheSameDossiersInDifferentOrdersDoNotDeadlock() throws Exception {
    var one = freshCode();
    var two = freshCode();
    var three = freshCode();
    dossiers.put(two, dossierOf(CITIZEN));
    dossiers.put(three, dossierOf(CITIZEN));
    dossiers.put(one, dossierOf(CITIZEN));

    var outcomes =
        atOnce(
            4,
            i ->
                () ->
                    takeOrProblem(
                        i % 2 == 0 ? List.of(one, two, three) : List.of(three, two, one)));

    assertThat(outcomes.stream().filter(String.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(Problem.class::isInstance)).hasSize(3);
  }

  @RepeatedTest(3)
  void markingPaidTwiceConcurrentlyGivesOneReceiptAndOneEvent() throws Exception {
    var code = freshCode();
    dossiers.put(code, dossierOf(CITIZEN));
    var payment = (String) takeOrProblem(List.of(code));

    var outcomes =
        atOnce(2, i -> () -> transaction.execute(s -> dossiers.markPaid(payment, Instant.now())));

    assertThat(outcomes.get(0)).isEqualTo(outcomes.get(1));
    assertThat(
            jdbc.sql("select count(*) from outbox where body like ?")
                .param("%" + code + "%")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @RepeatedTest(3)
  void concurrentPutsCreateOneDossier() throws Exception {
    var code = freshCode();

    var outcomes = atOnce(2, i -> () -> dossiers.put(code, dossierOf(CITIZEN)));

    assertThat(outcomes.get(0)).isEqualTo(outcomes.get(1));
  }

  @RepeatedTest(5)
  void dossierIsNotReplacedWhileAPaymentTakesIt() throws Exception {
    var code = freshCode();
    dossiers.put(code, dossierOf(CITIZEN));

    var outcomes =
        atOnce(
            2,
            i ->
                i == 0
                    ? () -> takeOrProblem(List.of(code))
                    : () -> problemOr(() -> dossiers.put(code, dossierOf(COMPANY))));

    assertThat(outcomes.stream().filter(Problem.class::isInstance)).hasSize(1);
    var now = dossiers.find(code).orElseThrow();
    assertThat(now.content().payer())
        .isEqualTo(now.status() == Dossier.Status.IN_PROGRESS ? CITIZEN : COMPANY);
  }

  @Test
  void receiptNumbersAreNeverGivenTwice() throws Exception {
    var payments = new ArrayList<String>();
    for (var i = 0; i < 20; i++) {
      var code = freshCode();
      dossiers.put(code, dossierOf(CITIZEN));
      payments.add((String) takeOrProblem(List.of(code)));
    }

    var numbers =
        atOnce(
            20,
            i ->
                () ->
                    transaction
                        .execute(s -> dossiers.markPaid(payments.get(i), Instant.now()))
                        .get(0)
                        .number());

    assertThat(numbers).doesNotHaveDuplicates().hasSize(20);
  }

  private Object takeOrProblem(List<DossierCode> codes) {
    var payment = PaymentId.fresh().text();
    return problemOr(
        () ->
            transaction.execute(
                status -> {
                  dossiers.take(codes, CITIZEN, payment);
                  return payment;
                }));
  }

  private static Object problemOr(Callable<?> call) {
    try {
      return call.call();
    } catch (Problem problem) {
      return problem;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<T> atOnce(int count, Function<Integer, Callable<T>> call)
      throws Exception {
    var start = new CyclicBarrier(count);
    var threads = Executors.newFixedThreadPool(count);
    try {
      var running = new ArrayList<Future<T>>();
      for (var i : IntStream.range(0, count).boxed().toList()) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.apply(i).call();
                }));
      }
      var outcomes = new ArrayList<T>();
      for (var each : running) {
        outcomes.add(each.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }
}

class ConcurrentPaymentsOnH2Test extends ConcurrentPayments {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
class ConcurrentPaymentsOnPostgresTest extends ConcurrentPayments {}
