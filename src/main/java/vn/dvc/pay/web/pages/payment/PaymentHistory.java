package vn.dvc.pay.web.pages.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.values.Money;

/**
 * What happened to a payment, oldest first: its statuses, and money that was received or given
 * back.
 */
record PaymentHistory(List<Entry> entries) {

  static PaymentHistory of(Payment payment) {
    var entries = new ArrayList<Entry>();
    payment
        .history()
        .forEach(
            change ->
                entries.add(
                    new Entry("status.payment." + change.status().word(), null, change.at())));
    for (var money : payment.received()) {
      entries.add(new Entry("history.received", money.amount(), money.collectedAt()));
      if (money.returnedAt() != null) {
        entries.add(new Entry("history.returned", money.returned(), money.returnedAt()));
      }
    }
    entries.sort(Comparator.comparing(Entry::at));
    return new PaymentHistory(entries);
  }

  /**
   * @param key the key of the text in the resource files
   * @param amount the amount that the text mentions; null if it mentions none
   */
  record Entry(String key, @Nullable Money amount, @Nullable Instant at) {}
}
