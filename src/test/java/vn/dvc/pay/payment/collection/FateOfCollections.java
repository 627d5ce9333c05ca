package vn.dvc.pay.payment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.payment.collection.CollectionFixture.anotherDossier;
import static vn.dvc.pay.payment.collection.CollectionFixture.atOnce;
import static vn.dvc.pay.payment.collection.CollectionFixture.collectedAt;
import static vn.dvc.pay.payment.collection.CollectionFixture.onAccount;
import static vn.dvc.pay.payment.collection.CollectionFixture.owing;
import static vn.dvc.pay.payment.collection.CollectionFixture.refused;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.DossierCode;

/** What becomes of money that a bank collected, on each supported database. */
@OperatorsTest
abstract class FateOfCollections {
  @Autowired CollectionFixture fixture;
  @Autowired Payments payments;
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
  void textThatBanksMangledStillPays() {
    var payment = fixture.instructed(120_000);
    var code = payment.instruction().code().toLowerCase();
    var text = "MBVCB.327 nộp phí " + code.substring(0, 5) + "-" + code.substring(5) + ".CT tu";
    fixture.tell(fixture.message(text, 120_000));
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void sameNoticeOnManyNodesPaysOnce() throws Exception {
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
  void moneyAndCancellationAtOnceAreEitherPaidOrACase() throws Exception {
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
  void moneyAndExpiryAtOnceAreEitherPaidOrACase() throws Exception {
    var payment = fixture.instructed(120_000);
    atOnce(() -> time.travel(Duration.ofDays(8)), () -> fixture.collected(payment, 120_000));

    if (fixture.status(payment) == PaymentStatus.PAID) {
      assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    } else {
      assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-after-end");
    }
  }

  @Test
  void tooLittleIsOneCaseThatSaysWhatIsMissingAndThePaymentWaitsOn() {
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
  void moneyOnAnotherAccountIsACase() {
    var payment = fixture.instructed(120_000);
    var message = fixture.message(payment.instruction().code(), 120_000);
    fixture.tell(onAccount(message, "999999999999"));

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-doubtful");
    assertThat(fixture.onlyCase(payment).evidence()).containsEntry("otherAccount", "999999999999");
  }

  @Test
  void moneyOfADayThatCannotBeIsACase() {
    for (var off : List.of(Duration.ofDays(27_000), Duration.ofSeconds(75), Duration.ofDays(-2))) {
      var payment = fixture.instructedFor(anotherDossier(), 120_000);
      var message = fixture.message(payment.instruction().code(), 120_000);
      fixture.tell(collectedAt(message, message.receivedAt().plus(off)));

      assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
      assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-doubtful");
      assertThat(fixture.onlyCase(payment).evidence()).containsKey("oddDate");
    }
  }

  @Test
  void moneyOfTheDayBeforeTheInstructionOrOfAClockALittleFastPays() {
    for (var off : List.of(Duration.ofSeconds(45), Duration.ofHours(-23))) {
      var payment = fixture.instructedFor(anotherDossier(), 120_000);
      var message = fixture.message(payment.instruction().code(), 120_000);
      fixture.tell(collectedAt(message, message.receivedAt().plus(off)));
      assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    }
  }

  @Test
  void moneyAfterTheWindowIsACaseThoughItsTimerHasNotFired() {
    var payment = fixture.instructed(120_000);
    jdbc.sql("update payment set window_ends_at = ? where id = ?")
        .params(Timestamp.from(time.now().minusSeconds(1)), payment.id().text())
        .update();
    fixture.collected(payment, 120_000);

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-after-end");
    fixture.decide(fixture.onlyCase(payment), "ACCEPT", "Nộp muộn một giây");
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void unknownCodeOpensACaseAfterAMinute() {
    var text = "DVC00000000" + "0"; // well-formed, and issued only with a probability of 2^-40
    var message = fixture.message(text, 50_000);
    fixture.tell(message);
    assertThat(fixture.isHandled(message)).isFalse();
    assertThat(fixture.state(message)).isNull();

    time.travel(Duration.ofSeconds(61));
    fixture.tell(message);
    fixture.tell(message);
    assertThat(fixture.isHandled(message)).isTrue();
    assertThat(fixture.caseOf(message).kind()).isEqualTo("collection-unknown-code");
    assertThat(fixture.caseOf(message).evidence()).containsEntry("transferText", text);
  }

  @Test
  void unknownMoneyIsAcceptedForThePaymentThatTheReasonNames() {
    var payment = fixture.instructed(120_000);
    var message = fixture.message("nop le phi", 120_000);
    fixture.tell(message);
    var file = fixture.caseOf(message);
    refused(
        "collection-target-missing", () -> fixture.propose(file, "ACCEPT", "Ngân hàng xác nhận"));
    fixture.decide(file, "ACCEPT", "Ngân hàng xác nhận nộp cho " + payment.instruction().code());

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(fixture.state(message)).isEqualTo("ACCEPTED");
  }

  @Test
  void textThatNamesTwoPaymentsIsACase() {
    var one = fixture.instructed(120_000);
    var two =
        fixture.instructedFor(
            DossierCode.of(fixture.dossier().text().replace("261125", "261126")), 120_000);
    var message =
        fixture.message(one.instruction().code() + " va " + two.instruction().code(), 120_000);
    fixture.tell(message);

    assertThat(fixture.caseOf(message).evidence().get("proposal")).contains("nhiều mã");
    assertThat(fixture.status(one)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(fixture.status(two)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void moneyAfterCancellationThatTwoPersonsAcceptPaysThePayment() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    var received = fixture.collected(payment, 120_000);
    var file = fixture.onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-after-end");
    fixture.decide(file, "ACCEPT", "Hồ sơ chưa thanh toán");

    var paid = payments.find(payment.id()).orElseThrow();
    assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(paid.receipts()).hasSize(1);
    assertThat(fixture.state(received)).isEqualTo("ACCEPTED");
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.PAID);
  }

  @Test
  void lateMoneyHoldsItsDossiersAgainUntilItIsDecided() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    fixture.collected(payment, 120_000);
    refused("dossier-in-payment", fixture::startAnother);
    refused("dossier-in-payment", () -> dossiers.put(fixture.dossier(), owing(130_000)));

    fixture.decide(fixture.onlyCase(payment), "REVERSE", "Người nộp không cần nữa");
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.UNPAID);
    assertThat(fixture.startAnother().status()).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void lastDecisionOnLateCollectionsReleasesTheDossiers() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    var one = fixture.collected(payment, 120_000);
    var two = fixture.collected(payment, 120_000);
    fixture.decide(fixture.caseOf(one), "REVERSE", "Hoàn trả");
    refused("dossier-in-payment", fixture::startAnother);
    fixture.decide(fixture.caseOf(two), "REVERSE", "Hoàn trả");
    fixture.startAnother();
  }

  @Test
  void lateMoneyThatIsTooMuchIsAcceptedAndTheRestGoesBack() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    var received = fixture.collected(payment, 150_000);
    assertThat(fixture.onlyCase(payment).evidence().get("proposal")).contains("phần thừa");
    fixture.decide(fixture.onlyCase(payment), "ACCEPT", "Hồ sơ chưa thanh toán");

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(fixture.reversalsOf(received)).containsExactly(30_000L);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void lateMoneyThatIsTooLittleMayOnlyBeGivenBack() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    fixture.collected(payment, 119_999);
    assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-cannot-pay");
    refused(
        "case-decision-unknown",
        () -> fixture.propose(fixture.onlyCase(payment), "ACCEPT", "Chấp nhận"));
    fixture.decide(fixture.onlyCase(payment), "REVERSE", "Hoàn trả");
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.CANCELLED);
  }

  @Test
  void lateMoneyMayOnlyBeGivenBackWhileTheDossierIsInAnotherPayment() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    var other = fixture.startAnother();
    fixture.collected(payment, 120_000);

    var file = fixture.onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-cannot-pay");
    assertThat(file.evidence().get("dossiers")).contains(other.id().text());
    fixture.decide(file, "REVERSE", "Đang trong giao dịch khác");
    refused("dossier-in-payment", fixture::startAnother);
    fixture.collected(other, 120_000);
    assertThat(fixture.status(other)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void unknownMoneyIsNotAcceptedForDossiersThatAnotherPaymentPays() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    var message = fixture.message("nop le phi", 120_000);
    fixture.tell(message);
    var file = fixture.caseOf(message);
    fixture.propose(file, "ACCEPT", "Nộp cho " + payment.instruction().code());
    var other = fixture.startAnother();
    refused("collection-dossier-taken", () -> fixture.confirm(file));
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(fixture.state(message)).isEqualTo("UNDECIDED");
    assertThat(cases.find(file.id()).orElseThrow().closed()).isNull();
    assertThat(fixture.status(other)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void unknownMoneyIsNotAcceptedWhenTheFeesHaveChanged() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    dossiers.put(fixture.dossier(), owing(110_000));
    var message = fixture.message("nop le phi", 120_000);
    fixture.tell(message);
    var file = fixture.caseOf(message);
    fixture.propose(file, "ACCEPT", "Nộp cho " + payment.instruction().code());
    refused("collection-dossier-changed", () -> fixture.confirm(file));
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.UNPAID);
  }

  @Test
  void unknownMoneyThatIsTooLittleIsNotAccepted() {
    var payment = fixture.instructed(120_000);
    var message = fixture.message("nop le phi", 119_000);
    fixture.tell(message);
    refused(
        "collection-too-little",
        () ->
            fixture.propose(
                fixture.caseOf(message), "ACCEPT", "Nộp cho " + payment.instruction().code()));
  }

  @Test
  void secondMoneyMayOnlyBeGivenBack() {
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
@DirtiesContext
class FateOfCollectionsOnPostgresTest extends FateOfCollections {}
