package vn.dvc.pay.payment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static vn.dvc.pay.payment.account.AccountFixture.COMPANY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.maintenance.UnderRepair;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.registration.TwoPersonRule;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.Problem;

/** Where an organisation wants it, nothing is debited before a second person has approved it. */
@AccountTest
class SecondPersonTest {
  private static final Person MAKER = new Person("ke-toan", "Lê Thị Kế Toán");
  private static final Person CHECKER = new Person("giam-doc", "Trần Thị Bình");

  @Autowired AccountFixture fixture;
  @Autowired Payments payments;
  @Autowired TwoPersonRule rule;
  @Autowired Registrations registrations;
  @Autowired DatabaseTime time;
  @Autowired Audit audit;
  @Autowired JdbcClient jdbc;
  @Autowired Banks.Maintenance maintenance;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void organisationWantsTwoPersons() {
    rule.switchOn(COMPANY, MAKER);
  }

  @AfterEach
  void othersGoOnWithOne() {
    if (rule.of(COMPANY).isOn()) {
      rule.askToSwitchOff(COMPANY, MAKER);
      rule.switchOff(COMPANY, CHECKER);
    }
  }

  /** A payment that was made before the maintenance is not debited within it. */
  @Test
  void nothingIsApprovedWhileTheBankIsInMaintenance() {
    var id = made(fixture.owing(40_000));
    try (var repair = new UnderRepair("970415", maintenance, transaction)) {
      CollectionFixture.refused("bank-in-maintenance", () -> payments.approve(id, CHECKER));
      assertThat(status(id)).isEqualTo(PaymentStatus.WAITING_FOR_APPROVAL);
    }
    payments.approve(id, CHECKER);
    fixture.reaches(id, PaymentStatus.PAID);
  }

  @Test
  void nothingIsDebitedBeforeAnotherPersonApproves() {
    var id = made(fixture.owing(40_000));
    assertThat(status(id)).isEqualTo(PaymentStatus.WAITING_FOR_APPROVAL);
    assertThat(
            jdbc.sql("select event_type from outbox where subject = ?")
                .param(id.text())
                .query(String.class)
                .list())
        .containsExactly("payment.approval-awaited");
    assertThat(payments.waitingForApproval(COMPANY.id())).extracting(Payment::id).contains(id);
    assertThat(attempts(id)).isZero();

    payments.approve(id, CHECKER);

    fixture.reaches(id, PaymentStatus.PAID);
    assertThat(fixture.asked(id)).hasSize(1);
    var approval = fixture.payment(id).approval();
    assertThat(approval.maker()).isEqualTo(MAKER);
    assertThat(approval.checker()).isEqualTo(CHECKER);
    assertThat(audit.about(id.text()))
        .extracting(Audit.Entry::actor, Audit.Entry::action)
        .containsExactly(tuple("ke-toan", "payment-made"), tuple("giam-doc", "payment-approved"));
  }

  @Test
  void nobodyApprovesOrRefusesTheirOwnPayment() {
    var id = made(fixture.owing(40_000));
    refusedAs("approval-of-own-payment", () -> payments.approve(id, MAKER));
    refusedAs("approval-of-own-payment", () -> payments.refuse(id, MAKER, "Không"));
    assertThat(status(id)).isEqualTo(PaymentStatus.WAITING_FOR_APPROVAL);
    assertThatThrownBy(
            () ->
                jdbc.sql("update payment set checker = maker, approved = true where id = ?")
                    .param(id.text())
                    .update())
        .isInstanceOf(DataAccessException.class);
    payments.cancel(id, MAKER);
  }

  @Test
  void refusalEndsThePaymentAndTellsItsMakerWhy() {
    var dossier = fixture.owing(40_000);
    var id = made(dossier);
    refusedAs("reason-missing", () -> payments.refuse(id, CHECKER, " "));

    payments.refuse(id, CHECKER, "Sai hồ sơ");

    var ended = fixture.payment(id);
    assertThat(ended.status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(ended.reason()).isEqualTo("refused-by-checker");
    assertThat(ended.approval().refusedBecause()).isEqualTo("Sai hồ sơ");
    assertThat(attempts(id)).isZero();
    fixture.isFreed(dossier);
    refusedAs("approval-not-awaited", () -> payments.approve(id, CHECKER));
  }

  @Test
  void makerTakesItBack() {
    var dossier = fixture.owing(40_000);
    var id = made(dossier);

    payments.cancel(id, MAKER);

    assertThat(fixture.payment(id).reason()).isEqualTo("cancelled-by-payer");
    assertThat(audit.about(id.text()))
        .extracting(Audit.Entry::action)
        .containsExactly("payment-made", "payment-withdrawn");
    fixture.isFreed(dossier);
    refusedAs("approval-not-awaited", () -> payments.approve(id, CHECKER));
  }

  @Test
  void paymentThatNobodyApprovesInTimeExpires() {
    var dossier = fixture.owing(40_000);
    var id = made(dossier);
    time.travel(Duration.ofDays(3).plusSeconds(1));
    refusedAs("approval-not-awaited", () -> payments.approve(id, CHECKER));
    fixture.reaches(id, PaymentStatus.EXPIRED);
    assertThat(fixture.payment(id).reason()).isEqualTo("window-ended");
    assertThat(attempts(id)).isZero();
    fixture.isFreed(dossier);
  }

  @Test
  void mandateThatWasSuspendedMeanwhileIsNotDebited() {
    var id = made(fixture.owing(40_000));
    when(registrations.isInForce(any())).thenReturn(false);
    payments.approve(id, CHECKER);
    fixture.reaches(id, PaymentStatus.DECLINED);
    assertThat(fixture.asked(id)).isEmpty();
  }

  @Test
  void callerWhoDoesNotSayWhoMadeItIsRefused() {
    var dossier = fixture.owing(40_000);
    refusedAs(
        "maker-missing", () -> payments.start(COMPANY, List.of(dossier), Method.ACCOUNT, null));
    fixture.isFreed(dossier);
  }

  @Test
  void approvalRefusalAndWithdrawalAtOnceHaveOneWinner() throws Exception {
    for (int round = 0; round < 6; round++) {
      var dossier = fixture.owing(40_000);
      var id = made(dossier);
      var won =
          winners(
              () -> payments.approve(id, CHECKER),
              () -> payments.refuse(id, CHECKER, "Không"),
              () -> payments.cancel(id, MAKER));
      assertThat(won).as("winners").hasSize(1);
      if (won.get(0) == 0) {
        fixture.reaches(id, PaymentStatus.PAID);
        assertThat(fixture.asked(id)).hasSize(1);
      } else {
        assertThat(status(id)).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(attempts(id)).isZero();
        fixture.isFreed(dossier);
      }
    }
  }

  /** The timer fires in the engine's thread while the second person approves in another. */
  @Test
  void approvalAgainstTheEndOfItsTimeHasOneWinner() throws Exception {
    for (int round = 0; round < 4; round++) {
      var dossier = fixture.owing(40_000);
      var id = made(dossier);
      var won =
          winners(
              () -> payments.approve(id, CHECKER),
              () -> {
                time.travel(Duration.ofDays(3).plusSeconds(1));
                return null;
              });
      fixture.ends(id);
      if (fixture.payment(id).status() == PaymentStatus.PAID) {
        assertThat(won).contains(0);
        assertThat(fixture.asked(id)).hasSize(1);
      } else {
        // Approved or not: the jump may end the time for the debit as well.
        assertThat(fixture.payment(id).status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(fixture.asked(id)).isEmpty();
        fixture.isFreed(dossier);
      }
      time.travel(Duration.ZERO);
    }
  }

  @Test
  void approvalAtTheEndOfItsTimeEitherCountsOrExpires() {
    var id = made(fixture.owing(40_000));
    time.travel(Duration.ofDays(3).minusSeconds(1));
    payments.approve(id, CHECKER);
    time.travel(Duration.ofDays(3).plusSeconds(5));
    fixture.reaches(id, PaymentStatus.PAID);
    assertThat(fixture.asked(id)).hasSize(1);
  }

  @Test
  void ruleIsSwitchedOffByTwoPersonsOnly() {
    refusedAs("two-persons-off-not-asked", () -> rule.switchOff(COMPANY, CHECKER));
    rule.askToSwitchOff(COMPANY, MAKER);
    refusedAs("two-persons-off-asked-by-you", () -> rule.switchOff(COMPANY, MAKER));
    assertThat(rule.appliesTo(COMPANY)).isTrue();
    rule.keep(COMPANY, CHECKER);
    refusedAs("two-persons-off-not-asked", () -> rule.switchOff(COMPANY, CHECKER));
    rule.askToSwitchOff(COMPANY, MAKER);
    rule.switchOn(COMPANY, CHECKER);
    assertThat(rule.of(COMPANY).offAskedBy()).isEqualTo(MAKER);
    rule.switchOff(COMPANY, CHECKER);
    assertThat(rule.appliesTo(COMPANY)).isFalse();
  }

  @Test
  void paymentThatWaitsGoesOnWaitingWhenTheRuleEnds() {
    var id = made(fixture.owing(40_000));
    rule.askToSwitchOff(COMPANY, MAKER);
    rule.switchOff(COMPANY, CHECKER);
    assertThat(status(id)).isEqualTo(PaymentStatus.WAITING_FOR_APPROVAL);
    payments.approve(id, CHECKER);
    fixture.reaches(id, PaymentStatus.PAID);
  }

  private PaymentId made(DossierCode dossier) {
    return payments
        .start(PaymentId.fresh(), COMPANY, List.of(dossier), Method.ACCOUNT, null, MAKER)
        .id();
  }

  private PaymentStatus status(PaymentId id) {
    return fixture.payment(id).status();
  }

  private long attempts(PaymentId id) {
    return jdbc.sql("select count(*) from attempt where subject = ?")
        .param(id.text())
        .query(Long.class)
        .single();
  }

  private static void refusedAs(String code, Callable<?> request) {
    assertThatThrownBy(request::call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private static void refusedAs(String code, Runnable request) {
    refusedAs(code, Executors.callable(request));
  }

  /** Does all of it at once, and says which of it took effect. */
  @SafeVarargs
  private static List<Integer> winners(Callable<Payment>... decisions) throws Exception {
    var start = new CyclicBarrier(decisions.length);
    var pool = Executors.newFixedThreadPool(decisions.length);
    try {
      var all = new ArrayList<Future<Boolean>>();
      for (var decision : decisions) {
        all.add(pool.submit(() -> tookEffect(start, decision)));
      }
      var won = new ArrayList<Integer>();
      for (int i = 0; i < decisions.length; i++) {
        if (all.get(i).get(60, TimeUnit.SECONDS)) {
          won.add(i);
        }
      }
      return won;
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean tookEffect(CyclicBarrier start, Callable<Payment> decision)
      throws Exception {
    start.await(30, TimeUnit.SECONDS);
    try {
      decision.call();
      return true;
    } catch (Problem tooLate) {
      return false;
    }
  }
}
