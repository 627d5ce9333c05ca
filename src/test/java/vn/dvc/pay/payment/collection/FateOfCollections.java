package vn.dvc.pay.payment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.payment.collection.CollectionFixture.atOnce;
import static vn.dvc.pay.payment.collection.CollectionFixture.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.time.DatabaseTime;

/**
 * What becomes of money that a bank collects for a payment that waits, on each supported database.
 */
@OperatorsTest
abstract class FateOfCollections {
  @Autowired CollectionFixture fixture;
  @Autowired IncomingMoney incoming;
  @Autowired Dossiers dossiers;
  @Autowired Cases cases;
  @Autowired Processes processes;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;

  @Test
  void exactMoneyPaysItsPaymentAtOnce() {
    var payment = fixture.instructed(120_000);
    assertThat(payment.status()).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    var received = fixture.collected(payment, 120_000);

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.PAID);
    assertThat(fixture.state(received)).isEqualTo("BOUND");
    assertThat(fixture.isHandled(received)).isTrue();
    assertThat(cases.ofPayment(payment.id().text())).isEmpty();
  }

  @Test
  void transferTextMangledByBanksStillPays() {
    var payment = fixture.instructed(120_000);
    var code = payment.instruction().code().toLowerCase();
    var text = "MBVCB.327 nộp phí " + code.substring(0, 5) + "-" + code.substring(5) + ".CT tu";
    fixture.tell(fixture.message(text, 120_000));
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void sameCollectionReportedToManyNodesPaysOnce() throws Exception {
    var payment = fixture.instructed(120_000);
    var received = fixture.message(payment.instruction().code(), 120_000);
    atOnce(
        () -> fixture.tell(received), () -> fixture.tell(received), () -> fixture.tell(received));
    fixture.tell(received);

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    assertThat(fixture.collections(payment)).containsExactly("BOUND");
  }

  @RepeatedTest(3)
  void onlyOneOfTwoConcurrentCollectionsPays() throws Exception {
    var payment = fixture.instructed(120_000);
    atOnce(() -> fixture.collected(payment, 120_000), () -> fixture.collected(payment, 120_000));

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(fixture.collections(payment)).containsExactlyInAnyOrder("BOUND", "UNDECIDED");
    assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-second");
  }

  @RepeatedTest(3)
  void moneyConcurrentWithCancellationEitherPaysOrIsACase() throws Exception {
    var payment = fixture.instructed(120_000);
    atOnce(() -> fixture.collected(payment, 120_000), () -> fixture.cancelOrProblem(payment));

    if (fixture.status(payment) == PaymentStatus.PAID) {
      assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    } else {
      assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.CANCELLED);
      assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-after-end");
    }
  }

  @Test
  void moneyConcurrentWithExpiryEitherPaysOrIsACase() throws Exception {
    var payment = fixture.instructed(120_000);
    atOnce(() -> time.travel(Duration.ofDays(8)), () -> fixture.collected(payment, 120_000));

    if (fixture.status(payment) == PaymentStatus.PAID) {
      assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    } else {
      assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-after-end");
    }
  }

  @Test
  void tooLittleOpensACaseThatStatesTheRestAndThePaymentKeepsWaiting() {
    var payment = fixture.instructed(120_000);
    var received = fixture.collected(payment, 100_000);

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    var file = fixture.onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-wrong-amount");
    assertThat(file.evidence())
        .containsEntry("amountDue", "120.000")
        .containsEntry("amountReceived", "100.000")
        .containsEntry("difference", "thiếu 20.000")
        .containsEntry("policy", fixture.policyOf(received))
        .containsEntry("code", payment.instruction().code());
    assertThat(file.evidence().get("dossiers")).contains(fixture.dossier().text());
    assertThat(file.evidence().get("proposal")).contains("nộp thêm").contains("hoàn trả");
    assertThat(fixture.policyOf(received)).startsWith("collection-policy:");
    assertThat(
            jdbc.sql("select body from outbox where event_type = ? and subject = ?")
                .params("payment.money-looked-at", payment.id().text())
                .query(String.class)
                .single())
        .contains("\"amount\":100000", "\"state\":\"LOOKED_AT\"", received.reference());
    fixture.moneyAddsUp(payment);
  }

  @Test
  void tooLittleIsNeverAcceptedAndIsGivenBackByTwoPersons() {
    var payment = fixture.instructed(120_000);
    var received = fixture.collected(payment, 100_000);
    var file = fixture.onlyCase(payment);
    refused("case-decision-unknown", () -> fixture.propose(file, "ACCEPT", "Chấp nhận"));
    fixture.decide(file, "REVERSE", "Người nộp muốn lấy lại");

    assertThat(fixture.state(received)).isEqualTo("REVERSING");
    assertThat(fixture.reversalsOf(received)).containsExactly(100_000L);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    var shown = incoming.of(payment.id()).get(0);
    assertThat(shown.state()).isEqualTo(IncomingMoney.State.RETURNING);
    assertThat(shown.returned()).isEqualTo(shown.amount());
    assertThat(shown.returnedAt()).isNull();
    fixture.moneyAddsUp(payment);
    fixture.collected(payment, 120_000);
    assertThat(incoming.of(payment.id()))
        .extracting(IncomingMoney.Collection::state)
        .containsExactly(IncomingMoney.State.RETURNING, IncomingMoney.State.TAKEN);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void excessPaysAndTheRestIsReversed() {
    var payment = fixture.instructed(120_000);
    var received = fixture.collected(payment, 125_000);

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(fixture.state(received)).isEqualTo("BOUND");
    assertThat(fixture.reversalsOf(received)).containsExactly(5_000L);
    assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    var shown = incoming.of(payment.id()).get(0);
    assertThat(shown.state()).isEqualTo(IncomingMoney.State.TAKEN);
    assertThat(shown.returned().dong()).isEqualTo(5_000);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void tooLittleIsNotKeptOnceThePaymentIsPaid() {
    var payment = fixture.instructed(120_000);
    fixture.collected(payment, 100_000);
    var file = fixture.onlyCase(payment);
    fixture.collected(payment, 120_000);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);

    refused("collection-payment-paid", () -> fixture.propose(file, "TOP_UP", "Giữ lại"));
    fixture.decide(file, "REVERSE", "Đã nộp đủ");
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void secondCollectionMayOnlyBeReturned() {
    var payment = fixture.instructed(120_000);
    fixture.collected(payment, 120_000);
    var second = fixture.collected(payment, 120_000);
    var file = fixture.onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-second");
    refused("case-decision-unknown", () -> fixture.propose(file, "ACCEPT", "Chấp nhận"));
    fixture.decide(file, "REVERSE", "Nộp hai lần");

    assertThat(fixture.state(second)).isEqualTo("REVERSING");
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void payerIsRemindedOnceADayBeforeTheEnd() {
    var payment = fixture.instructed(120_000);
    time.travel(Duration.ofDays(6).plusMinutes(1));
    await().until(() -> fixture.reminders(payment) == 1);
    time.travel(Duration.ofDays(6).plusHours(20));
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);

    time.travel(Duration.ofDays(7).plusMinutes(1));
    await().until(() -> fixture.status(payment) == PaymentStatus.EXPIRED);
    assertThat(fixture.reminders(payment)).isEqualTo(1);
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.UNPAID);
  }

  @Test
  void processAloneCannotMarkAPaymentPaid() {
    var payment = fixture.instructed(120_000);
    var id = payment.id().text();
    assertThatThrownBy(() -> processes.start("settle-dossiers", id, Map.of("paymentId", id)))
        .hasStackTraceContaining("CollectionFundsEvidence.requireReceived");
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void tooLittleNeverPaysWhateverItsRowSays() {
    var payment = fixture.instructed(120_000);
    var id = payment.id().text();
    var received = fixture.collected(payment, 119_000);
    for (var taken : List.of(119_000L, 1_000L)) {
      jdbc.sql(
              "update collection set state = 'ACCEPTED', taken = ?, accepted_by = 'C1' where"
                  + " reference = ?")
          .params(taken, received.reference())
          .update();
      assertThatThrownBy(() -> processes.start("settle-dossiers", id, Map.of("paymentId", id)))
          .hasStackTraceContaining("CollectionFundsEvidence.requireReceived");
    }
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }
}

class FateOfCollectionsOnH2Test extends FateOfCollections {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
class FateOfCollectionsOnPostgresTest extends FateOfCollections {}
