package vn.dvc.pay.payment.event;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/**
 * Tells what becomes of money that a bank took for a payment and that did not simply pay it: that
 * two persons look at it, and that it, or what was too much of it, is back. Events of their own,
 * because the payment may have ended long before, or go on. Money that names none of our payments
 * has nobody who could be told; only the bank's case tells of it.
 */
@Component
public class UnusedMoneyEvents {
  private final Outbox outbox;
  private final PaymentRepository payments;
  private final MoneyInEvents money;
  private final DatabaseTime time;

  UnusedMoneyEvents(
      Outbox outbox, PaymentRepository payments, MoneyInEvents money, DatabaseTime time) {
    this.outbox = outbox;
    this.payments = payments;
    this.money = money;
    this.time = time;
  }

  /** In the transaction that opens the case of it, once it is stored. */
  public void lookedAt(PaymentEntity payment, String bank, String reference, Money amount) {
    put("payment.money-looked-at", payment, bank, reference, amount);
  }

  /**
   * In the transaction that records its return, once that is stored.
   *
   * @param reference the bank's own of a collection, or ours of a debit that came too late
   */
  public void returned(PaymentId payment, String bank, String reference, Money amount) {
    put("payment.money-returned", payments.require(payment), bank, reference, amount);
  }

  private void put(
      String type, PaymentEntity payment, String bank, String reference, Money amount) {
    var now = time.now();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("payment", payment.id().text());
    data.put("status", payment.status().word());
    data.put("amount", amount.dong());
    data.put("currency", "VND");
    data.put("bank", bank);
    data.put("reference", reference);
    data.put("dossiers", payment.lines().stream().map(PaymentLine::dossier).distinct().toList());
    data.put("received", money.of(payment.id()));
    data.put("at", now.toString());
    outbox.put(type, data, now);
  }
}
