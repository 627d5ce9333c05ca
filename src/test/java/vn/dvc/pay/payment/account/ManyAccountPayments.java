package vn.dvc.pay.payment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.payment.account.AccountFixture.lines;
import static vn.dvc.pay.payment.account.AccountFixture.sumOfLines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.bank.channel.ScriptedBank.Asked;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * Many concurrent payments from one account for overlapping dossiers, on each supported database.
 */
@AccountTest
abstract class ManyAccountPayments {
  private static final int ORDERS = 60;
  private static final int THREADS = 8;

  @Autowired AccountFixture fixture;
  @Autowired Dossiers dossiers;
  @Autowired ScriptedBank bank;

  private final Set<Object> beingDebited = ConcurrentHashMap.newKeySet();
  private final List<Object> debitedAtOnce = new CopyOnWriteArrayList<>();
  private final List<Asked> taken = new CopyOnWriteArrayList<>();

  @Test
  void concurrentPaymentsPayEachDossierOnce() throws Exception {
    bank.answers(this::declineEveryThird);
    var codes = new ArrayList<DossierCode>();
    for (int i = 0; i < 24; i++) {
      codes.add(fixture.owing(10_000 + i, 500));
    }
    var started = new ArrayList<PaymentId>();
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (var order : threads.invokeAll(orders(codes))) {
        if (order.get() != null) {
          started.add(order.get());
        }
      }
    } finally {
      threads.shutdownNow();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> started.stream().allMatch(id -> fixture.payment(id).status().isFinished()));

    assertThat(debitedAtOnce).as("dossiers in two live payments").isEmpty();
    var paid = new HashSet<DossierCode>();
    long paidSum = 0;
    for (var id : started) {
      var payment = fixture.payment(id);
      assertThat(payment.status()).isIn(PaymentStatus.PAID, PaymentStatus.DECLINED);
      if (payment.status() == PaymentStatus.PAID) {
        assertThat(payment.receipts()).hasSize(payment.dossiers().size());
        assertThat(payment.dossiers()).allMatch(paid::add);
        paidSum += payment.amount().dong();
      }
    }
    assertThat(paid).isNotEmpty();
    assertThat(taken).allMatch(debit -> debit.amount().dong() == sumOfLines(debit));
    assertThat(taken.stream().mapToLong(debit -> debit.amount().dong()).sum()).isEqualTo(paidSum);
    for (var code : codes) {
      assertThat(dossiers.find(code).orElseThrow().status())
          .isEqualTo(paid.contains(code) ? Dossier.Status.PAID : Dossier.Status.UNPAID);
    }
  }

  private List<Callable<PaymentId>> orders(List<DossierCode> codes) {
    var random = new Random(4);
    var orders = new ArrayList<Callable<PaymentId>>();
    for (int i = 0; i < ORDERS; i++) {
      var chosen = random.ints(0, codes.size()).distinct().limit(3).mapToObj(codes::get).toList();
      orders.add(() -> orderOrNull(chosen));
    }
    return orders;
  }

  private PaymentId orderOrNull(List<DossierCode> chosen) {
    try {
      return fixture.pay(chosen.toArray(DossierCode[]::new));
    } catch (Problem refused) {
      assertThat(refused.code()).isIn("dossier-in-payment", "dossier-paid");
      return null;
    }
  }

  private BankAnswer declineEveryThird(Asked debit) {
    var named = lines(debit).stream().map(line -> line.get("dossier")).distinct().toList();
    named.stream().filter(dossier -> !beingDebited.add(dossier)).forEach(debitedAtOnce::add);
    try {
      if (debit.amount().dong() % 3 == 0) {
        return ScriptedBank.declined("insufficient-funds", TransactionState.DECLINED);
      }
      taken.add(debit);
      return ScriptedBank.approved(TransactionState.DEBITED);
    } finally {
      named.forEach(beingDebited::remove);
    }
  }
}

class ManyAccountPaymentsOnH2Test extends ManyAccountPayments {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
@DirtiesContext
class ManyAccountPaymentsOnPostgresTest extends ManyAccountPayments {}
