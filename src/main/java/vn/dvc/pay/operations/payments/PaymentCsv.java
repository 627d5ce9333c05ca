package vn.dvc.pay.operations.payments;

import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.CsvWriter;
import vn.dvc.pay.payment.PaymentSearch;
import vn.dvc.pay.payment.PaymentSearch.Wanted;

/** The list of payments as CSV, in words that a program reads, so not translated. */
@Component
class PaymentCsv {
  private static final int MAX_PAGES = 200;

  private final PaymentSearch search;

  PaymentCsv(PaymentSearch search) {
    this.search = search;
  }

  String of(Wanted wanted) {
    var csv = new CsvWriter();
    csv.row(
        "payment",
        "reference",
        "begun",
        "payerId",
        "payerName",
        "method",
        "status",
        "reason",
        "amount",
        "bank",
        "last4");
    for (int page = 0; page < MAX_PAGES; page++) {
      var hits = search.find(wanted, page);
      for (var it : hits) {
        csv.row(
            it.id(),
            it.id().reference(),
            it.begun(),
            it.payer().id(),
            it.payer().name(),
            it.method(),
            it.status(),
            it.reason(),
            it.amount().dong(),
            it.bank(),
            it.last4());
      }
      if (hits.size() < PaymentSearch.PAGE) {
        break;
      }
    }
    return csv.text();
  }
}
