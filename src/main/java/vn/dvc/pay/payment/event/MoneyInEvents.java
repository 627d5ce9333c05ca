package vn.dvc.pay.payment.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.values.PaymentId;

/** What came in for a payment and what goes back of it, as the portal's events tell it. */
@Component
public class MoneyInEvents {
  private final IncomingMoney incoming;

  MoneyInEvents(IncomingMoney incoming) {
    this.incoming = incoming;
  }

  /** As it stands now, in the API's words; empty for what is not paid at the counter. */
  public List<Map<String, Object>> of(PaymentId payment) {
    return incoming.of(payment).stream().map(MoneyInEvents::told).toList();
  }

  private static Map<String, Object> told(IncomingMoney.Collection money) {
    var told = new LinkedHashMap<String, Object>();
    told.put("amount", money.amount().dong());
    told.put("at", money.collectedAt().toString());
    told.put("bank", money.bank());
    told.put("reference", money.reference());
    told.put("state", money.state().name());
    told.put("returned", money.returned() == null ? null : money.returned().dong());
    told.put("returnedAt", money.returnedAt() == null ? null : money.returnedAt().toString());
    return told;
  }
}
