package vn.dvc.pay.payment.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.values.PaymentId;

/** Describes in the portal's events what came in for a payment and what goes back. */
@Component
public class MoneyInEvents {
  private final IncomingMoney incoming;

  MoneyInEvents(IncomingMoney incoming) {
    this.incoming = incoming;
  }

  /** The present state in the API's words; empty for a payment that is not paid at the counter. */
  public List<Map<String, Object>> of(PaymentId payment) {
    return incoming.of(payment).stream().map(MoneyInEvents::fields).toList();
  }

  private static Map<String, Object> fields(IncomingMoney.Collection money) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("amount", money.amount().dong());
    fields.put("at", money.collectedAt().toString());
    fields.put("bank", money.bank());
    fields.put("reference", money.reference());
    fields.put("state", money.state().name());
    fields.put("returned", money.returned() == null ? null : money.returned().dong());
    fields.put("returnedAt", money.returnedAt() == null ? null : money.returnedAt().toString());
    return fields;
  }
}
