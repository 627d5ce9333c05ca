package vn.dvc.pay.payment.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.StoredRequests;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.AnsweringBank;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.values.PaymentId;

/** What the bank is told with each request for a payment by card. */
class CardRequestsTest extends CardFixture {

  @Test
  void bankIsToldThePaymentItsLinesAndTheChallenge() {
    var id = waitingForCard();
    var forCard = payment(id).card().challenge();
    entersCard(id);
    reaches(id, PaymentStatus.WAITING_FOR_OTP);
    passes(Duration.ofSeconds(70));
    payments.resendOtp(id);
    quiet();
    reaches(id, PaymentStatus.WAITING_FOR_OTP);
    var forOtp = payment(id).card().challenge();
    payments.enterOtp(id, "sealed");
    reaches(id, PaymentStatus.PAID);

    assertThat(request(id, Operation.AUTHORISE))
        .isEqualTo(
            Map.of(
                "payment", id.text(),
                "challenge", forCard,
                "lines",
                    List.of(
                        Map.of(
                            "dossier",
                            payment(id).receipts().get(0).dossier().text(),
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
  void bankIsToldNothingMoreWhereTheAttemptSaysItAll() {
    says(
        asked ->
            switch (asked.operation()) {
              case AUTHORISE -> SILENCE;
              case INQUIRY -> AnsweringBank.approved(TransactionState.NOT_FOUND);
              default -> well(asked.operation());
            });
    var id = waitingForCard();
    entersCard(id);
    reaches(id, PaymentStatus.BEING_CHECKED);
    passes(Duration.ofSeconds(10));
    reaches(id, PaymentStatus.WAITING_FOR_CARD);
    says(asked -> well(asked.operation()));
    entersCard(id);
    reaches(id, PaymentStatus.WAITING_FOR_OTP);
    payments.cancel(id);
    reaches(id, PaymentStatus.CANCELLED);

    for (var operation : List.of(Operation.INQUIRY, Operation.TOMBSTONE, Operation.VOID)) {
      assertThat(request(id, operation)).as(operation.name()).isEmpty();
    }
  }

  private Map<String, Object> request(PaymentId id, Operation operation) {
    return StoredRequests.newest(jdbc, id.text(), operation);
  }
}
