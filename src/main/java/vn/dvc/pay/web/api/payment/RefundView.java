package vn.dvc.pay.web.api.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.web.Messages;
import vn.dvc.pay.web.api.Link;
import vn.dvc.pay.web.api.StatusChange;

/**
 * A refund as the API shows it.
 *
 * @param rejection why it was rejected; null unless it was
 */
record RefundView(
    String id,
    String payment,
    String status,
    String statusText,
    List<LineView> lines,
    long amount,
    String currency,
    String reason,
    @Nullable String rejection,
    List<StatusChange> history,
    @JsonProperty("_links") Link.Links links) {

  record LineView(String dossier, @Nullable String receipt, long amount) {}

  /** All refunds of a payment, oldest first. */
  record All(List<RefundView> refunds, @JsonProperty("_links") Link.Links links) {}

  static RefundView of(Refund refund, Messages messages, Locale language) {
    return new RefundView(
        refund.id(),
        refund.payment().text(),
        refund.status().word(),
        messages.status("refund", refund.status().word(), language),
        refund.lines().stream()
            .map(line -> new LineView(line.dossier().text(), line.receipt(), line.amount().dong()))
            .toList(),
        refund.amount().dong(),
        "VND",
        refund.reason(),
        refund.rejection(),
        refund.history().stream()
            .map(change -> new StatusChange(change.status().word(), change.at()))
            .toList(),
        Link.Links.to(path(refund.payment().text())));
  }

  static String path(String payment) {
    return "/api/v1/payments/" + payment + "/refunds";
  }
}
