package vn.dvc.pay.payment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.values.DossierCode;

/** What becomes of money that a bank collected, on each supported database. */
abstract class FateOfCollections extends CollectionFixture {

  @Test
  void exactMoneyPaysItsPaymentAtOnce() {
    var payment = instructed(120_000);
    assertThat(payment.status()).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    var received = collected(payment, 120_000);

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.PAID);
    assertThat(state(received)).isEqualTo("BOUND");
    assertThat(isHandled(received)).isTrue();
    assertThat(cases.ofPayment(payment.id().text())).isEmpty();
  }

  @Test
  void textThatBanksMangledStillPays() {
    var payment = instructed(120_000);
    var code = payment.instruction().code().toLowerCase();
    var text = "MBVCB.327 nộp phí " + code.substring(0, 5) + "-" + code.substring(5) + ".CT tu";
    tell(message(text, 120_000));
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void sameNoticeOnManyNodesPaysOnce() throws Exception {
    var payment = instructed(120_000);
    var received = message(payment.instruction().code(), 120_000);
    atOnce(() -> tell(received), () -> tell(received), () -> tell(received));
    tell(received);

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    assertThat(collections(payment)).containsExactly("BOUND");
  }

  @RepeatedTest(3)
  void onlyOneOfTwoConcurrentCollectionsPays() throws Exception {
    var payment = instructed(120_000);
    atOnce(() -> collected(payment, 120_000), () -> collected(payment, 120_000));

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(collections(payment)).containsExactlyInAnyOrder("BOUND", "UNDECIDED");
    assertThat(onlyCase(payment).kind()).isEqualTo("collection-second");
  }

  @RepeatedTest(3)
  void moneyAndCancellationAtOnceAreEitherPaidOrACase() throws Exception {
    var payment = instructed(120_000);
    atOnce(() -> collected(payment, 120_000), () -> cancelOrProblem(payment));

    if (status(payment) == PaymentStatus.PAID) {
      assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    } else {
      assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
      assertThat(onlyCase(payment).kind()).isEqualTo("collection-after-end");
    }
  }

  @Test
  void moneyAndExpiryAtOnceAreEitherPaidOrACase() throws Exception {
    var payment = instructed(120_000);
    atOnce(() -> time.travel(Duration.ofDays(8)), () -> collected(payment, 120_000));

    if (status(payment) == PaymentStatus.PAID) {
      assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    } else {
      assertThat(onlyCase(payment).kind()).isEqualTo("collection-after-end");
    }
  }

  @Test
  void tooLittleIsOneCaseThatSaysWhatIsMissingAndThePaymentWaitsOn() {
    var payment = instructed(120_000);
    var received = collected(payment, 100_000);

    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    var file = onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-wrong-amount");
    assertThat(file.evidence())
        .containsEntry("amountDue", "120.000")
        .containsEntry("amountReceived", "100.000")
        .containsEntry("difference", "thiếu 20.000")
        .containsEntry("policy", policyOf(received))
        .containsEntry("code", payment.instruction().code());
    assertThat(file.evidence().get("dossiers")).contains(dossier.text());
    assertThat(file.evidence().get("proposal")).contains("nộp thêm").contains("hoàn trả");
    assertThat(policyOf(received)).startsWith("collection-policy:");
    moneyAddsUp(payment);
  }

  @Test
  void tooLittleIsNeverAcceptedAndIsGivenBackByTwoPersons() {
    var payment = instructed(120_000);
    var received = collected(payment, 100_000);
    var file = onlyCase(payment);
    refused("case-decision-unknown", () -> propose(file, "ACCEPT", "Chấp nhận"));
    decide(file, "REVERSE", "Người nộp muốn lấy lại");

    assertThat(state(received)).isEqualTo("REVERSING");
    assertThat(reversalsOf(received)).containsExactly(100_000L);
    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    var shown = incoming.of(payment.id()).get(0);
    assertThat(shown.state()).isEqualTo(IncomingMoney.State.RETURNING);
    assertThat(shown.returned()).isEqualTo(shown.amount());
    assertThat(shown.returnedAt()).isNull();
    moneyAddsUp(payment);
    collected(payment, 120_000);
    assertThat(incoming.of(payment.id()))
        .extracting(IncomingMoney.Collection::state)
        .containsExactly(IncomingMoney.State.RETURNING, IncomingMoney.State.TAKEN);
    moneyAddsUp(payment);
  }

  @Test
  void excessPaysAndTheRestIsReversed() {
    var payment = instructed(120_000);
    var received = collected(payment, 125_000);

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(state(received)).isEqualTo("BOUND");
    assertThat(reversalsOf(received)).containsExactly(5_000L);
    assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    var shown = incoming.of(payment.id()).get(0);
    assertThat(shown.state()).isEqualTo(IncomingMoney.State.TAKEN);
    assertThat(shown.returned().dong()).isEqualTo(5_000);
    moneyAddsUp(payment);
  }

  @Test
  void tooLittleIsNotKeptOnceThePaymentIsPaid() {
    var payment = instructed(120_000);
    collected(payment, 100_000);
    var file = onlyCase(payment);
    collected(payment, 120_000);
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);

    refused("collection-payment-paid", () -> propose(file, "TOP_UP", "Giữ lại"));
    decide(file, "REVERSE", "Đã nộp đủ");
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    moneyAddsUp(payment);
  }

  @Test
  void moneyOnAnotherAccountIsACase() {
    var payment = instructed(120_000);
    var message = message(payment.instruction().code(), 120_000);
    tell(onAccount(message, "999999999999"));

    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(onlyCase(payment).kind()).isEqualTo("collection-doubtful");
    assertThat(onlyCase(payment).evidence()).containsEntry("otherAccount", "999999999999");
  }

  @Test
  void moneyOfADayThatCannotBeIsACase() {
    for (var off : List.of(Duration.ofDays(27_000), Duration.ofSeconds(75), Duration.ofDays(-2))) {
      var payment = instructedFor(anotherDossier(), 120_000);
      var message = message(payment.instruction().code(), 120_000);
      tell(collectedAt(message, message.receivedAt().plus(off)));

      assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
      assertThat(onlyCase(payment).kind()).isEqualTo("collection-doubtful");
      assertThat(onlyCase(payment).evidence()).containsKey("oddDate");
    }
  }

  @Test
  void moneyOfTheDayBeforeTheInstructionOrOfAClockALittleFastPays() {
    for (var off : List.of(Duration.ofSeconds(45), Duration.ofHours(-23))) {
      var payment = instructedFor(anotherDossier(), 120_000);
      var message = message(payment.instruction().code(), 120_000);
      tell(collectedAt(message, message.receivedAt().plus(off)));
      assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    }
  }

  @Test
  void moneyAfterTheWindowIsACaseThoughItsTimerHasNotFired() {
    var payment = instructed(120_000);
    jdbc.sql("update payment set window_ends_at = ? where id = ?")
        .params(Timestamp.from(time.now().minusSeconds(1)), payment.id().text())
        .update();
    collected(payment, 120_000);

    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(onlyCase(payment).kind()).isEqualTo("collection-after-end");
    decide(onlyCase(payment), "ACCEPT", "Nộp muộn một giây");
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void unknownCodeOpensACaseAfterAMinute() {
    var text = "DVC00000000" + "0"; // well-formed, and issued only with a probability of 2^-40
    var message = message(text, 50_000);
    tell(message);
    assertThat(isHandled(message)).isFalse();
    assertThat(state(message)).isNull();

    time.travel(Duration.ofSeconds(61));
    tell(message);
    tell(message);
    assertThat(isHandled(message)).isTrue();
    assertThat(caseOf(message).kind()).isEqualTo("collection-unknown-code");
    assertThat(caseOf(message).evidence()).containsEntry("transferText", text);
  }

  @Test
  void unknownMoneyIsAcceptedForThePaymentThatTheReasonNames() {
    var payment = instructed(120_000);
    var message = message("nop le phi", 120_000);
    tell(message);
    var file = caseOf(message);
    refused("collection-target-missing", () -> propose(file, "ACCEPT", "Ngân hàng xác nhận"));
    decide(file, "ACCEPT", "Ngân hàng xác nhận nộp cho " + payment.instruction().code());

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(state(message)).isEqualTo("ACCEPTED");
  }

  @Test
  void textThatNamesTwoPaymentsIsACase() {
    var one = instructed(120_000);
    var two = instructedFor(DossierCode.of(dossier.text().replace("261125", "261126")), 120_000);
    var message = message(one.instruction().code() + " va " + two.instruction().code(), 120_000);
    tell(message);

    assertThat(caseOf(message).evidence().get("proposal")).contains("nhiều mã");
    assertThat(status(one)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(status(two)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void moneyAfterCancellationThatTwoPersonsAcceptPaysThePayment() {
    var payment = instructed(120_000);
    payments.cancel(payment.id());
    assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    var received = collected(payment, 120_000);
    var file = onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-after-end");
    decide(file, "ACCEPT", "Hồ sơ chưa thanh toán");

    var paid = payments.find(payment.id()).orElseThrow();
    assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(paid.receipts()).hasSize(1);
    assertThat(state(received)).isEqualTo("ACCEPTED");
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.PAID);
  }

  @Test
  void lateMoneyHoldsItsDossiersAgainUntilItIsDecided() {
    var payment = instructed(120_000);
    payments.cancel(payment.id());
    collected(payment, 120_000);
    refused("dossier-in-payment", this::startAnother);
    refused("dossier-in-payment", () -> dossiers.put(dossier, owing(130_000)));

    decide(onlyCase(payment), "REVERSE", "Người nộp không cần nữa");
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
    assertThat(startAnother().status()).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    moneyAddsUp(payment);
  }

  @Test
  void lastDecisionOnLateCollectionsReleasesTheDossiers() {
    var payment = instructed(120_000);
    payments.cancel(payment.id());
    var one = collected(payment, 120_000);
    var two = collected(payment, 120_000);
    decide(caseOf(one), "REVERSE", "Hoàn trả");
    refused("dossier-in-payment", this::startAnother);
    decide(caseOf(two), "REVERSE", "Hoàn trả");
    startAnother();
  }

  @Test
  void lateMoneyThatIsTooMuchIsAcceptedAndTheRestGoesBack() {
    var payment = instructed(120_000);
    payments.cancel(payment.id());
    var received = collected(payment, 150_000);
    assertThat(onlyCase(payment).evidence().get("proposal")).contains("phần thừa");
    decide(onlyCase(payment), "ACCEPT", "Hồ sơ chưa thanh toán");

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(reversalsOf(received)).containsExactly(30_000L);
    moneyAddsUp(payment);
  }

  @Test
  void lateMoneyThatIsTooLittleMayOnlyBeGivenBack() {
    var payment = instructed(120_000);
    payments.cancel(payment.id());
    collected(payment, 119_999);
    assertThat(onlyCase(payment).kind()).isEqualTo("collection-cannot-pay");
    refused("case-decision-unknown", () -> propose(onlyCase(payment), "ACCEPT", "Chấp nhận"));
    decide(onlyCase(payment), "REVERSE", "Hoàn trả");
    assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
  }

  @Test
  void lateMoneyMayOnlyBeGivenBackWhileTheDossierIsInAnotherPayment() {
    var payment = instructed(120_000);
    payments.cancel(payment.id());
    var other = startAnother();
    collected(payment, 120_000);

    var file = onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-cannot-pay");
    assertThat(file.evidence().get("dossiers")).contains(other.id().text());
    decide(file, "REVERSE", "Đang trong giao dịch khác");
    refused("dossier-in-payment", this::startAnother);
    collected(other, 120_000);
    assertThat(status(other)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void unknownMoneyIsNotAcceptedForDossiersThatAnotherPaymentPays() {
    var payment = instructed(120_000);
    payments.cancel(payment.id());
    var message = message("nop le phi", 120_000);
    tell(message);
    var file = caseOf(message);
    propose(file, "ACCEPT", "Nộp cho " + payment.instruction().code());
    var other = startAnother();
    refused("collection-dossier-taken", () -> confirm(file));
    assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(state(message)).isEqualTo("UNDECIDED");
    assertThat(cases.find(file.id()).orElseThrow().closed()).isNull();
    assertThat(status(other)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void unknownMoneyIsNotAcceptedWhenTheFeesHaveChanged() {
    var payment = instructed(120_000);
    payments.cancel(payment.id());
    dossiers.put(dossier, owing(110_000));
    var message = message("nop le phi", 120_000);
    tell(message);
    var file = caseOf(message);
    propose(file, "ACCEPT", "Nộp cho " + payment.instruction().code());
    refused("collection-dossier-changed", () -> confirm(file));
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
  }

  @Test
  void unknownMoneyThatIsTooLittleIsNotAccepted() {
    var payment = instructed(120_000);
    var message = message("nop le phi", 119_000);
    tell(message);
    refused(
        "collection-too-little",
        () -> propose(caseOf(message), "ACCEPT", "Nộp cho " + payment.instruction().code()));
  }

  @Test
  void secondMoneyMayOnlyBeGivenBack() {
    var payment = instructed(120_000);
    collected(payment, 120_000);
    var second = collected(payment, 120_000);
    var file = onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-second");
    refused("case-decision-unknown", () -> propose(file, "ACCEPT", "Chấp nhận"));
    decide(file, "REVERSE", "Nộp hai lần");

    assertThat(state(second)).isEqualTo("REVERSING");
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void payerIsRemindedOnceADayBeforeTheEnd() {
    var payment = instructed(120_000);
    time.travel(Duration.ofDays(6).plusMinutes(1));
    await().until(() -> reminders(payment) == 1);
    time.travel(Duration.ofDays(6).plusHours(20));
    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);

    time.travel(Duration.ofDays(7).plusMinutes(1));
    await().until(() -> status(payment) == PaymentStatus.EXPIRED);
    assertThat(reminders(payment)).isEqualTo(1);
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
  }

  @Test
  void processAloneCannotMarkAPaymentPaid() {
    var payment = instructed(120_000);
    var id = payment.id().text();
    assertThatThrownBy(() -> processes.start("settle-dossiers", id, Map.of("paymentId", id)))
        .hasStackTraceContaining("CollectionFundsEvidence.requireReceived");
    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void tooLittleNeverPaysWhateverItsRowSays() {
    var payment = instructed(120_000);
    var id = payment.id().text();
    var received = collected(payment, 119_000);
    for (var taken : List.of(119_000L, 1_000L)) {
      jdbc.sql(
              "update collection set state = 'ACCEPTED', taken = ?, accepted_by = 'C1' where"
                  + " reference = ?")
          .params(taken, received.reference())
          .update();
      assertThatThrownBy(() -> processes.start("settle-dossiers", id, Map.of("paymentId", id)))
          .hasStackTraceContaining("CollectionFundsEvidence.requireReceived");
    }
    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }
}

class FateOfCollectionsOnH2Test extends FateOfCollections {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
@DirtiesContext
class FateOfCollectionsOnPostgresTest extends FateOfCollections {}
