package vn.dvc.pay.web.pages.payment;

import static vn.dvc.pay.payment.PaymentStatus.CREATED;
import static vn.dvc.pay.payment.PaymentStatus.PROCESSING;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_APPROVAL;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_CARD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.LateDebits.LateDebit;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.values.Money;

/**
 * What happened to a payment, oldest first, as one would tell it to the payer: not each status that
 * it went through, but what the payer did, what the bank answered, and what money came in or went
 * back.
 */
record PaymentHistory(List<Entry> entries) {
  private static final List<String> TOLD = List.of("cancelled-by-payer", "refused-by-checker");

  static PaymentHistory of(Payment payment, List<LateDebit> debits) {
    var entries = new ArrayList<Entry>();
    PaymentStatus before = null;
    PaymentStatus told = null;
    for (var changes = payment.history().iterator(); changes.hasNext(); ) {
      var change = changes.next();
      var key = key(change.status(), before, payment);
      if (change.status() == PROCESSING && !changes.hasNext()) {
        key = PROCESSING.word();
      }
      // A wait that goes on, as after a wrong OTP, and steps of our own are no news.
      if (key != null && change.status() != told) {
        entries.add(new Entry("history." + key, null, change.at()));
        told = change.status();
      }
      before = change.status();
    }
    for (var money : payment.received()) {
      entries.add(new Entry("history.received", money.amount(), money.collectedAt()));
      if (money.returnedAt() != null) {
        entries.add(new Entry("history.returned", money.returned(), money.returnedAt()));
      }
    }
    for (var debit : debits) {
      entries.add(new Entry("history.late-debit", debit.amount(), debit.reportedAt()));
      if (debit.returnedAt() != null) {
        entries.add(new Entry("history.returned", debit.amount(), debit.returnedAt()));
      }
    }
    entries.sort(Comparator.comparing(Entry::at));
    return new PaymentHistory(entries);
  }

  /** What a person would say of this change; null if it means nothing to the payer. */
  private static @Nullable String key(
      PaymentStatus status, @Nullable PaymentStatus before, Payment payment) {
    return switch (status) {
      case WAITING_FOR_CARD -> before == CREATED ? null : status.word();
      case PROCESSING ->
          before == WAITING_FOR_CARD
              ? "card_sent"
              : before == WAITING_FOR_APPROVAL ? "approved" : null;
      case CANCELLED -> {
        var reason = payment.reason();
        yield reason != null && TOLD.contains(reason) ? reason : status.word();
      }
      default -> status.word();
    };
  }

  /**
   * @param key the key of the text in the resource files
   * @param amount the amount that the text mentions; null if it mentions none
   */
  record Entry(String key, @Nullable Money amount, @Nullable Instant at) {}
}
