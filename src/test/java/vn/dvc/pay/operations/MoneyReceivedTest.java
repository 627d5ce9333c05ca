package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.documents.DocumentLanguage.VIETNAMESE;
import static vn.dvc.pay.payment.collection.CollectionFixture.PAYER;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentDocuments;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.values.DossierCode;

/** Money received for a payment is shown wherever that payment is shown. */
@OperatorsTest
class MoneyReceivedTest {
  @Autowired CollectionFixture fixture;
  @Autowired Payments payments;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;
  @Autowired PaymentDocuments documents;

  @Test
  void moneyUnderReviewIsShownWithThePaymentAndItsCase() {
    var payment = fixture.instructed(250_000);
    fixture.collected(payment, 200_000);

    var shown = payments.find(payment.id()).orElseThrow();
    assertThat(shown.standing()).isEqualTo("money_looked_at");
    assertThat(shown.isPayableByInstruction()).isFalse();
    assertThat(payments.withMoneyLookedAt(PAYER.id())).extracting(Payment::id).contains(shown.id());
    assertThatThrownBy(() -> documents.instruction(payment.id(), VIETNAMESE))
        .hasMessage("no-instruction");
    var operator = new Browser(port, "vi").signIn("operator-1");
    operator
        .get("/operations/payments/" + payment.id())
        .shows(200, "Đã nhận tiền, đang được xem xét", "200.000 đồng", "Đang được xem xét");
    operator
        .get("/operations/cases/" + fixture.onlyCase(payment).id())
        .shows(200, "Tiền ngân hàng đã nhận cho giao dịch này", "200.000 đồng");
  }

  @Test
  void moneyGivenBackIsShownThereToo() {
    var payment = fixture.instructed(250_000);
    var told = fixture.collected(payment, 200_000);
    fixture.decide(fixture.caseOf(told), "REVERSE", "Người nộp muốn lấy lại");

    assertThat(payments.find(payment.id()).orElseThrow().standing()).isEqualTo("money_returning");
    assertThat(payments.withMoneyLookedAt(PAYER.id()))
        .extracting(Payment::id)
        .doesNotContain(payment.id());
    new Browser(port, "en")
        .signIn("operator-1")
        .get("/operations/payments/" + payment.id())
        .shows(200, "The money is being returned", "200,000 VND, not done yet");
  }

  @Test
  void finalEventStatesWhatWasReceived() {
    var payment = fixture.instructed(250_000);
    fixture.collected(payment, 250_000);
    assertThat(finished(payment))
        .contains("\"received\":[{\"amount\":250000,", "\"state\":\"TAKEN\"", "\"returned\":null");

    var cancelled = fixture.instructedFor(another(), 250_000);
    payments.cancel(cancelled.id());
    assertThat(finished(cancelled)).contains("\"received\":[]");
  }

  private DossierCode another() {
    return DossierCode.of(fixture.dossier().text().replace("261125", "261126"));
  }

  private String finished(Payment payment) {
    return jdbc.sql("select body from outbox where event_type = 'payment.finished' and body like ?")
        .param("%" + payment.id().text() + "%")
        .query(String.class)
        .single();
  }
}
