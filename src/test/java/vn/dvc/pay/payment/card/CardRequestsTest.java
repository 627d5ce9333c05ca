package vn.dvc.pay.payment.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.StoredRequests;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.PaymentId;

/** What each request for a payment by card tells the bank. */
@CardTest
class CardRequestsTest {
  @Autowired CardFixture fixture;
  @Autowired Payments payments;
  @Autowired JdbcClient jdbc;

  @Test
  void requestsNameThePaymentItsLinesAndTheChallenge() {
    var id = fixture.waitingForCard();
    var forCard = fixture.payment(id).card().challenge();
    fixture.entersCard(id);
    fixture.reaches(id, PaymentStatus.WAITING_FOR_OTP);
    fixture.passes(Duration.ofSeconds(70));
    payments.resendOtp(id);
    fixture.quiet();
    fixture.reaches(id, PaymentStatus.WAITING_FOR_OTP);
    var forOtp = fixture.payment(id).card().challenge();
    payments.enterOtp(id, "sealed");
    fixture.reaches(id, PaymentStatus.PAID);

    assertThat(request(id, Operation.AUTHORISE))
        .isEqualTo(
            Map.of(
                "payment", id.text(),
                "challenge", forCard,
                "lines",
                    List.of(
                        Map.of(
                            "dossier",
                            fixture.payment(id).receipts().get(0).dossier().text(),
                            "fee",
                            "LP01",
                            "amount",
                            120_000,
                            "beneficiary",
                            Map.of(
                                "bank", "970415",
                                "account", "118000054321",
                                "name", "Sở Tư pháp")))));
    assertThat(request(id, Operation.OTP))
        .isEqualTo(Map.of("payment", id.text(), "challenge", forOtp));
    assertThat(request(id, Operation.RESEND)).isEmpty();
    assertThat(request(id, Operation.CAPTURE)).isEmpty();
  }

  @Test
  void requestsThatOnlyNeedTheAttemptContainNothingElse() {
    var id = fixture.cardThatTheBankNeverSaw();
    fixture.isWell();
    fixture.entersCard(id);
    fixture.reaches(id, PaymentStatus.WAITING_FOR_OTP);
    payments.cancel(id);
    fixture.reaches(id, PaymentStatus.CANCELLED);

    for (var operation : List.of(Operation.INQUIRY, Operation.TOMBSTONE, Operation.VOID)) {
      assertThat(request(id, operation)).as(operation.name()).isEmpty();
    }
  }

  private Map<String, Object> request(PaymentId id, Operation operation) {
    return StoredRequests.newest(jdbc, id.text(), operation);
  }
}
