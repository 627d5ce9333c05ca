package vn.dvc.pay.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.payment.collection.CollectionFixture.refused;
import static vn.dvc.pay.payment.refund.RefundFixture.WHY;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.payment.Refund.Status;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.payment.Refunds.Asker;
import vn.dvc.pay.payment.collection.CollectionFixture;

/** A refund is decided by two persons who have not asked for it, and by nothing else. */
@OperatorsTest
class RefundDecisionsTest {
  @Autowired CollectionFixture fixture;
  @Autowired RefundFixture refund;
  @Autowired Refunds refunds;
  @Autowired ProcessEngine engine;

  @Test
  void rejectedRefundLeavesTheDossierPaidAndMayBeAskedForAgain() {
    var payment = refund.paid(40_000, 50_000);
    var asked = refund.ask(payment, 0);
    fixture.decide(refund.caseOf(asked), "REJECT", "Hồ sơ đã được giải quyết");

    assertThat(refund.now(asked).status()).isEqualTo(Status.REJECTED);
    assertThat(refund.now(asked).rejection()).isEqualTo("Hồ sơ đã được giải quyết");
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(refund.stateOf(0)).isEqualTo(Dossier.Status.PAID);
    assertThat(refund.reversedAmounts(payment)).isEmpty();
    refund.refundedBy(refund.ask(payment, 0));
    assertThat(refund.stateOf(0)).isEqualTo(Dossier.Status.REFUNDED);
    assertThat(refunds.ofPayment(payment.id()))
        .extracting(Refund::status)
        .containsExactly(Status.REJECTED, Status.REFUNDED);
  }

  @Test
  void requesterMayNotDecide() {
    var payment = refund.paid(40_000);
    var asked = refunds.ask(payment.id(), refund.dossiers(), WHY, Asker.operator("operator-1"));
    var file = refund.caseOf(asked);
    refused("refund-asked-by-you", () -> fixture.propose(file, "REFUND", "Tôi yêu cầu"));
    fixture.complete(file, "operator-2", Map.of("decision", "REFUND", "reason", "Đã đối chiếu"));
    refused(
        "refund-asked-by-you",
        () -> fixture.complete(file, "operator-1", Map.of("agreed", "AGREED", "reason", "Đồng ý")));
    assertThat(refund.now(asked).status()).isEqualTo(Status.REQUESTED);
    fixture.complete(file, "operator-3", Map.of("agreed", "AGREED", "reason", "Đồng ý"));
    assertThat(refund.now(asked).status()).isEqualTo(Status.REFUNDING);
  }

  @Test
  void caseShowsWhatIsRefundedAndWhy() {
    var payment = refund.paid(40_000, 50_000);
    var file = refund.caseOf(refund.ask(payment, 1));
    assertThat(file.kind()).isEqualTo("refund-request");
    assertThat(file.payment()).isEqualTo(payment.id().text());
    assertThat(file.moneyState()).isEqualTo("COLLECTED");
    assertThat(file.evidence())
        .containsEntry("refundReason", WHY)
        .containsEntry("askedBy", "portal")
        .containsEntry("amountToRefund", "50.000")
        .containsEntry("amountPaid", "90.000");
    assertThat(file.evidence().get("refundLines"))
        .contains(refund.dossier(1).text(), refund.receipt(payment, 1).number(), "50.000")
        .doesNotContain(refund.dossier(0).text());
    assertThat(file.evidence().get("paidBy")).contains(payment.instruction().code());
    assertThat(file.evidence().get("reference")).startsWith("FT");
  }

  /** Only a decision of two persons creates a reversal, whatever process is started. */
  @Test
  void processStartedByHandRefundsNothing() {
    var payment = refund.paid(40_000);
    var asked = refund.ask(payment, 0);
    assertThatThrownBy(
            () ->
                engine
                    .getRuntimeService()
                    .startProcessInstanceByKey(
                        "reverse-payment",
                        asked.id(),
                        Map.of("reversalId", asked.id(), "bank", "970415")))
        .isInstanceOf(RuntimeException.class);
    assertThat(refund.reversedAmounts(payment)).isEmpty();
    assertThat(refund.now(asked).status()).isEqualTo(Status.REQUESTED);
  }
}
