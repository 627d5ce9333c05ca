package vn.dvc.pay.payment.event;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;

/** Notifies the portal, through the outbox, that a payment has ended. */
@Component
public class FinishedEvent {
  private final Outbox outbox;
  private final MoneyInEvents money;
  private final ApplicationEventPublisher events;

  FinishedEvent(Outbox outbox, MoneyInEvents money, ApplicationEventPublisher events) {
    this.outbox = outbox;
    this.money = money;
    this.events = events;
  }

  /** Puts payment.finished into the outbox, in the caller's transaction. */
  public void put(PaymentEntity payment) {
    var data = new LinkedHashMap<String, Object>();
    data.put("payment", payment.id().text());
    data.put("status", payment.status().word());
    data.put("reason", payment.reason());
    data.put("method", payment.method().name());
    data.put("amount", payment.amount().dong());
    data.put("currency", "VND");
    data.put("dossiers", payment.lines().stream().map(PaymentLine::dossier).distinct().toList());
    data.put("received", payment.method() == Method.COUNTER ? money.of(payment.id()) : List.of());
    data.put("finishedAt", payment.finishedAt().toString());
    outbox.put("payment.finished", data);
    events.publishEvent(
        new FinishedPayments.Finished(
            payment.method().name(), payment.status().name(), payment.reason()));
  }
}
