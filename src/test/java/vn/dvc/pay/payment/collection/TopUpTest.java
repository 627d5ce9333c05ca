package vn.dvc.pay.payment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.bank.CollectionReceived;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.IncomingMoney.State;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.counter.CounterPaymentSteps;

/** Too little came in: a further instruction asks for the rest, or everything goes back. */
class TopUpTest extends CollectionFixture {
  @Autowired CounterPaymentSteps steps;

  @Test
  void restThatComesInPaysTogetherWithWhatWasKept() {
    var payment = instructed(250_000);
    var short200 = keptOf(payment, 200_000);
    var asked = shown(payment);
    assertThat(asked.status()).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(asked.instruction().amount().dong()).isEqualTo(50_000);
    assertThat(asked.instruction().code()).isNotEqualTo(payment.instruction().code());
    assertThat(asked.instruction().validUntil()).isAfter(payment.instruction().validUntil());
    assertThat(asked.expiresAt()).isEqualTo(asked.instruction().validUntil());
    assertThat(states(payment)).containsExactly(State.HELD);
    refused("dossier-in-payment", this::startAnother);

    var rest = collected(asked, 50_000);
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(shown(payment).receipts()).hasSize(1);
    assertThat(state(short200)).isEqualTo("ACCEPTED");
    assertThat(state(rest)).isEqualTo("BOUND");
    assertThat(states(payment)).containsExactly(State.TAKEN, State.TAKEN);
    moneyAddsUp(payment);
  }

  @Test
  void wholeAmountPaidOnceMoreByTheFirstCodePaysAndTheExcessGoesBack() {
    var payment = instructed(250_000);
    keptOf(payment, 200_000);
    var again = collected(payment, 250_000);

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(reversalsOf(again)).containsExactly(200_000L);
    moneyAddsUp(payment);
  }

  @Test
  void tooLittleOfTheRestIsKeptAsWell() {
    var payment = instructed(250_000);
    keptOf(payment, 200_000);
    var thirty = collected(shown(payment), 30_000);
    assertThat(caseOf(thirty).evidence())
        .containsEntry("amountKept", "200.000")
        .containsEntry("difference", "thiếu 20.000");
    decide(caseOf(thirty), "TOP_UP", "Nộp tiếp");
    assertThat(shown(payment).instruction().amount().dong()).isEqualTo(20_000);
    moneyAddsUp(payment);

    collected(shown(payment), 20_000);
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(states(payment)).containsExactly(State.TAKEN, State.TAKEN, State.TAKEN);
    moneyAddsUp(payment);
  }

  @Test
  void tooLittleOfTheRestMayGoBackWhileTheFirstIsKept() {
    var payment = instructed(250_000);
    keptOf(payment, 200_000);
    var thirty = collected(shown(payment), 30_000);
    decide(caseOf(thirty), "REVERSE", "Người nộp chuyển nhầm");
    assertThat(states(payment)).containsExactly(State.HELD, State.RETURNING);
    collected(shown(payment), 50_000);
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    moneyAddsUp(payment);
  }

  @Test
  void twoPartsThatAreBothLookedAtPayWhenBothAreKept() {
    var payment = instructed(250_000);
    var one = collected(payment, 200_000);
    var two = collected(payment, 50_000);
    decide(caseOf(two), "TOP_UP", "Người nộp trả hai lần");
    assertThat(shown(payment).instruction().amount().dong()).isEqualTo(200_000);
    decide(caseOf(one), "TOP_UP", "Người nộp trả hai lần");

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    moneyAddsUp(payment);
  }

  @Test
  void payerWhoGivesUpTheRestGetsBackWhatWasKept() {
    var payment = instructed(250_000);
    var kept = keptOf(payment, 200_000);
    payments.cancel(payment.id());

    assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(state(kept)).isEqualTo("REVERSING");
    assertThat(reversalsOf(kept)).containsExactly(200_000L);
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
    moneyAddsUp(payment);
  }

  @Test
  void restThatNeverComesSendsBackWhatWasKept() {
    var payment = instructed(250_000);
    var kept = keptOf(payment, 200_000);
    time.travel(Duration.ofDays(8));
    expires(payment);

    assertThat(state(kept)).isEqualTo("REVERSING");
    assertThat(reversalsOf(kept)).containsExactly(200_000L);
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
    moneyAddsUp(payment);
  }

  @Test
  void payerIsRemindedOfTheRestOnly() {
    var payment = instructed(250_000);
    keptOf(payment, 200_000);
    time.travel(Duration.ofDays(6).plusMinutes(1));
    await().atMost(Duration.ofSeconds(30)).until(() -> reminders(payment) == 1);
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
  void nothingIsCancelledOrExpiresWhileMoneyIsLookedAt() {
    var payment = instructed(250_000);
    var received = collected(payment, 200_000);
    refused("money-being-looked-at", () -> payments.cancel(payment.id()));
    refused("dossier-in-payment", this::startAnother);

    time.travel(Duration.ofDays(8));
    assertThat(steps.endWindow(payment.id().text())).isEqualTo("COLLECTION_AWAITED");
    assertThat(steps.windowEnds(payment.id().text()))
        .isGreaterThan(time.now().plusSeconds(3000).toString());
    refused("dossier-in-payment", this::startAnother);

    decide(caseOf(received), "REVERSE", "Người nộp muốn lấy lại");
    expires(payment);
    moneyAddsUp(payment);
  }

  @Test
  void tooLittleThatIsDecidedAfterTheWindowMayStillBeToppedUp() {
    var payment = instructed(250_000);
    var received = collected(payment, 200_000);
    time.travel(Duration.ofDays(8));
    decide(caseOf(received), "TOP_UP", "Người nộp xin nộp thêm");
    assertThat(shown(payment).instruction().validUntil())
        .isAfter(time.now().plus(Duration.ofDays(6)));
    collected(shown(payment), 50_000);
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    moneyAddsUp(payment);
  }

  private void expires(Payment payment) {
    await().atMost(Duration.ofSeconds(30)).until(() -> status(payment) == PaymentStatus.EXPIRED);
  }

  private CollectionReceived keptOf(Payment payment, long amount) {
    var received = collected(payment, amount);
    decide(caseOf(received), "TOP_UP", "Người nộp đồng ý nộp thêm");
    moneyAddsUp(payment);
    return received;
  }

  private Payment shown(Payment payment) {
    return payments.find(payment.id()).orElseThrow();
  }

  private List<State> states(Payment payment) {
    return incoming.of(payment.id()).stream().map(it -> it.state()).toList();
  }
}
