package vn.dvc.pay.payment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.payment.collection.CollectionFixture.refused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.notices.CollectionReceived;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.IncomingMoney.State;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.counter.CounterPaymentSteps;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Too little was received: a further instruction asks for the rest, or everything is given back.
 */
@OperatorsTest
class TopUpTest {
  @Autowired CollectionFixture fixture;
  @Autowired Payments payments;
  @Autowired IncomingMoney incoming;
  @Autowired Dossiers dossiers;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired CounterPaymentSteps steps;

  @Test
  void restPaysTogetherWithTheHeldMoney() {
    var payment = fixture.instructed(250_000);
    var short200 = keptOf(payment, 200_000);
    var asked = shown(payment);
    assertThat(asked.status()).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(asked.instruction().amount().dong()).isEqualTo(50_000);
    assertThat(asked.instruction().code()).isNotEqualTo(payment.instruction().code());
    assertThat(asked.instruction().validUntil()).isAfter(payment.instruction().validUntil());
    assertThat(asked.expiresAt()).isEqualTo(asked.instruction().validUntil());
    assertThat(states(payment)).containsExactly(State.HELD);
    refused("dossier-in-payment", fixture::startAnother);

    var rest = fixture.collected(asked, 50_000);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(shown(payment).receipts()).hasSize(1);
    assertThat(fixture.state(short200)).isEqualTo("ACCEPTED");
    assertThat(fixture.state(rest)).isEqualTo("BOUND");
    assertThat(states(payment)).containsExactly(State.TAKEN, State.TAKEN);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void wholeAmountPaidOnceMoreByTheFirstCodePaysAndTheExcessGoesBack() {
    var payment = fixture.instructed(250_000);
    keptOf(payment, 200_000);
    var again = fixture.collected(payment, 250_000);

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(fixture.reversalsOf(again)).containsExactly(200_000L);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void tooLittleOfTheRestIsKeptAsWell() {
    var payment = fixture.instructed(250_000);
    keptOf(payment, 200_000);
    var thirty = fixture.collected(shown(payment), 30_000);
    assertThat(fixture.caseOf(thirty).evidence())
        .containsEntry("amountKept", "200.000")
        .containsEntry("difference", "thiếu 20.000");
    fixture.decide(fixture.caseOf(thirty), "TOP_UP", "Nộp tiếp");
    assertThat(shown(payment).instruction().amount().dong()).isEqualTo(20_000);
    fixture.moneyAddsUp(payment);

    fixture.collected(shown(payment), 20_000);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(states(payment)).containsExactly(State.TAKEN, State.TAKEN, State.TAKEN);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void tooLittleOfTheRestMayGoBackWhileTheFirstIsKept() {
    var payment = fixture.instructed(250_000);
    keptOf(payment, 200_000);
    var thirty = fixture.collected(shown(payment), 30_000);
    fixture.decide(fixture.caseOf(thirty), "REVERSE", "Người nộp chuyển nhầm");
    assertThat(states(payment)).containsExactly(State.HELD, State.RETURNING);
    fixture.collected(shown(payment), 50_000);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void twoPartsUnderReviewPayOnceBothAreHeld() {
    var payment = fixture.instructed(250_000);
    var one = fixture.collected(payment, 200_000);
    var two = fixture.collected(payment, 50_000);
    fixture.decide(fixture.caseOf(two), "TOP_UP", "Người nộp trả hai lần");
    assertThat(shown(payment).instruction().amount().dong()).isEqualTo(200_000);
    fixture.decide(fixture.caseOf(one), "TOP_UP", "Người nộp trả hai lần");

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void cancellingTheTopUpReturnsTheHeldMoney() {
    var payment = fixture.instructed(250_000);
    var kept = keptOf(payment, 200_000);
    payments.cancel(payment.id());

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(fixture.state(kept)).isEqualTo("REVERSING");
    assertThat(fixture.reversalsOf(kept)).containsExactly(200_000L);
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.UNPAID);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void heldMoneyIsReturnedIfTheRestNeverArrives() {
    var payment = fixture.instructed(250_000);
    var kept = keptOf(payment, 200_000);
    time.travel(Duration.ofDays(8));
    expires(payment);

    assertThat(fixture.state(kept)).isEqualTo("REVERSING");
    assertThat(fixture.reversalsOf(kept)).containsExactly(200_000L);
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.UNPAID);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void payerIsRemindedOfTheRestOnly() {
    var payment = fixture.instructed(250_000);
    keptOf(payment, 200_000);
    time.travel(Duration.ofDays(6).plusMinutes(1));
    await().atMost(Duration.ofSeconds(30)).until(() -> fixture.reminders(payment) == 1);
    assertThat(
            jdbc.sql(
                    "select body from outbox where event_type = 'payment.reminder' and body like ?")
                .param("%" + payment.id().text() + "%")
                .query(String.class)
                .single())
        .contains("50000")
        .contains(shown(payment).instruction().code());
  }

  @Test
  void nothingIsCancelledOrExpiresWhileMoneyIsUnderReview() {
    var payment = fixture.instructed(250_000);
    var received = fixture.collected(payment, 200_000);
    refused("money-being-looked-at", () -> payments.cancel(payment.id()));
    refused("dossier-in-payment", fixture::startAnother);

    time.travel(Duration.ofDays(8));
    assertThat(steps.endWindow(payment.id().text())).isEqualTo("COLLECTION_AWAITED");
    assertThat(steps.windowEnds(payment.id().text()))
        .isGreaterThan(time.now().plusSeconds(3000).toString());
    refused("dossier-in-payment", fixture::startAnother);

    fixture.decide(fixture.caseOf(received), "REVERSE", "Người nộp muốn lấy lại");
    expires(payment);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void tooLittleDecidedAfterTheWindowMayStillBeToppedUp() {
    var payment = fixture.instructed(250_000);
    var received = fixture.collected(payment, 200_000);
    time.travel(Duration.ofDays(8));
    fixture.decide(fixture.caseOf(received), "TOP_UP", "Người nộp xin nộp thêm");
    assertThat(shown(payment).instruction().validUntil())
        .isAfter(time.now().plus(Duration.ofDays(6)));
    fixture.collected(shown(payment), 50_000);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    fixture.moneyAddsUp(payment);
  }

  private void expires(Payment payment) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> fixture.status(payment) == PaymentStatus.EXPIRED);
  }

  private CollectionReceived keptOf(Payment payment, long amount) {
    var received = fixture.collected(payment, amount);
    fixture.decide(fixture.caseOf(received), "TOP_UP", "Người nộp đồng ý nộp thêm");
    fixture.moneyAddsUp(payment);
    return received;
  }

  private Payment shown(Payment payment) {
    return payments.find(payment.id()).orElseThrow();
  }

  private List<State> states(Payment payment) {
    return incoming.of(payment.id()).stream().map(it -> it.state()).toList();
  }
}
