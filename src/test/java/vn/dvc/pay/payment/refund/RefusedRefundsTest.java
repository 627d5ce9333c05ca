package vn.dvc.pay.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.payment.collection.CollectionFixture.PAYER;
import static vn.dvc.pay.payment.collection.CollectionFixture.atOnce;
import static vn.dvc.pay.payment.collection.CollectionFixture.owing;
import static vn.dvc.pay.payment.refund.RefundFixture.WHY;
import static vn.dvc.pay.payment.refund.RefundFixture.refusedWith;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** What cannot be asked for, or not twice. */
@OperatorsTest
class RefusedRefundsTest {
  @Autowired CollectionFixture fixture;
  @Autowired RefundFixture refund;
  @Autowired Payments payments;
  @Autowired Dossiers dossiers;
  @Autowired JdbcClient jdbc;
  @Autowired Refunds refunds;

  @Test
  void refundedDossierIsFinal() {
    var payment = refund.paid(40_000);
    refund.refundedBy(refund.ask(payment, 0));
    var code = refund.dossier(0);
    assertThat(dossiers.put(code, owing(40_000)).status()).isEqualTo(Dossier.Status.REFUNDED);
    refusedWith("dossier-refunded", () -> dossiers.put(code, owing(41_000)));
    refusedWith("dossier-refunded", () -> dossiers.cancel(code));
    refusedWith(
        "dossier-refunded",
        () -> payments.start(PAYER, List.of(code), Payments.Method.COUNTER, null));
    refusedWith("payment-not-paid", () -> refund.ask(payment, 0));
  }

  @Test
  void impossibleRefundIsRefused() {
    var payment = refund.paid(40_000, 50_000);
    var other = DossierCode.of("000.00.00.H47-261128-9999");
    refusedWith("no-dossiers", () -> refund.ask(payment.id(), List.of(), WHY));
    refusedWith("dossier-twice", () -> refund.ask(payment, 0, 0));
    refusedWith("dossier-not-in-payment", () -> refund.ask(payment.id(), List.of(other), WHY));
    refusedWith(
        "reason-missing", () -> refund.ask(payment.id(), List.of(refund.dossier(0)), " \n"));
    refusedWith("reason-missing", () -> refund.ask(payment.id(), List.of(refund.dossier(0)), null));
    refusedWith(
        "reason-too-long", () -> refund.ask(payment.id(), refund.dossiers(), "x".repeat(901)));
    refusedWith("payment-not-found", () -> refund.ask(PaymentId.fresh(), refund.dossiers(), WHY));
    refusedWith("payment-not-found", () -> refunds.ofPayment(PaymentId.fresh()));
    var unpaid = fixture.instructed(30_000);
    refusedWith("payment-not-paid", () -> refund.ask(unpaid.id(), List.of(fixture.dossier()), WHY));
    refund.ask(payment, 1);
    refusedWith("refund-already-asked", () -> refund.ask(payment, 1));
    refusedWith("refund-already-asked", () -> refund.ask(payment, 0, 1));
    assertThat(refunds.ofPayment(payment.id())).hasSize(1);
  }

  @Test
  void onlyOneOfConcurrentRefundRequestsSucceeds() throws Exception {
    var payment = refund.paid(40_000, 50_000);
    var refused = new CopyOnWriteArrayList<String>();
    Runnable one =
        () -> {
          try {
            refund.ask(payment, 0);
          } catch (Problem problem) {
            refused.add(problem.code());
          }
        };
    atOnce(one, one, one);
    assertThat(refunds.ofPayment(payment.id())).hasSize(1);
    assertThat(refused).containsExactly("refund-already-asked", "refund-already-asked");
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        "insert into refund_hold select dossier, refund from refund_hold h where"
                            + " h.dossier = ?")
                    .param(refund.dossier(0).text())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
