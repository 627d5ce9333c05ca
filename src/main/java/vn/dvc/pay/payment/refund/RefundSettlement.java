package vn.dvc.pay.payment.refund;

import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.dossier.Dossiers.Refunded;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.event.MoneyInEvents;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.refund.record.RefundEntity;
import vn.dvc.pay.payment.refund.record.RefundLine;
import vn.dvc.pay.payment.refund.record.RefundRepository;
import vn.dvc.pay.reversal.ReversalDone;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Ends a refund whose money is back: updates dossiers, receipts and payment and notifies the
 * portal, in the transaction that records the reversal. The dossiers need no reservation meanwhile,
 * because no payment takes one that is paid or refunded. A reversal that belongs to no refund is
 * ignored.
 */
@Component
class RefundSettlement {
  private final RefundRepository refunds;
  private final PaymentRepository payments;
  private final Dossiers dossiers;
  private final Outbox outbox;
  private final MoneyInEvents money;
  private final DatabaseTime time;

  RefundSettlement(
      RefundRepository refunds,
      PaymentRepository payments,
      Dossiers dossiers,
      Outbox outbox,
      MoneyInEvents money,
      DatabaseTime time) {
    this.refunds = refunds;
    this.payments = payments;
    this.dossiers = dossiers;
    this.outbox = outbox;
    this.money = money;
    this.time = time;
  }

  @EventListener
  void givenBack(ReversalDone done) {
    refunds.carriedOutBy(done.reversal()).ifPresent(this::end);
  }

  private void end(String refund) {
    var payment = payments.lock(refunds.requirePaymentOf(refund));
    var ended = refunds.requireLocked(refund);
    if (refunds.reversalsUnderWay(refund) > 0) {
      return; // the last reversal will end it
    }
    var now = time.now();
    ended.done(now);
    dossiers.markRefunded(
        payment.id().text(), ended.dossiers(), new Refunded(ended.id(), ended.reason(), now));
    payment.moveTo(statusOf(payment), now);
    tellPortal(ended, payment, now);
  }

  private PaymentStatus statusOf(PaymentEntity payment) {
    var receipts = dossiers.receipts(payment.id().text());
    return receipts.stream().allMatch(Receipt::isCancelled)
        ? PaymentStatus.REVERSED
        : PaymentStatus.PARTLY_REVERSED;
  }

  private void tellPortal(RefundEntity ended, PaymentEntity payment, Instant now) {
    var data = new LinkedHashMap<String, Object>();
    data.put("payment", payment.id().text());
    data.put("status", payment.status().word());
    data.put("refund", ended.id());
    data.put("amount", ended.amount().dong());
    data.put("currency", "VND");
    data.put("dossiers", ended.lines().stream().map(RefundLine::dossier).toList());
    data.put("reason", ended.reason());
    data.put("received", money.of(payment.id()));
    data.put("at", now.toString());
    outbox.put("payment.reversed", data);
  }
}
