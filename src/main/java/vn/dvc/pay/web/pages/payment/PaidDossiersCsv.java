package vn.dvc.pay.web.pages.payment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.CsvWriter;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.time.VietnamTime;

/** What a payer paid in some days, a row for each dossier, in the visitor's language. */
@Component
class PaidDossiersCsv {
  private static final DateTimeFormatter WHEN = VietnamTime.formatter("uuuu-MM-dd HH:mm:ss");
  private static final List<String> COLUMNS =
      List.of(
          "paid-at",
          "reference",
          "method",
          "dossier",
          "procedure",
          "authority",
          "amount",
          "confirmation",
          "status",
          "payment");

  private final Payments payments;
  private final Dossiers dossiers;
  private final MessageSource messages;

  PaidDossiersCsv(Payments payments, Dossiers dossiers, MessageSource messages) {
    this.payments = payments;
    this.dossiers = dossiers;
    this.messages = messages;
  }

  String of(String payerId, LocalDate first, LocalDate last) {
    var csv = new CsvWriter().row(COLUMNS.stream().map(each -> text("csv." + each)).toArray());
    var from = VietnamTime.startOf(first);
    var until = VietnamTime.startOf(last.plusDays(1));
    List<Payment> some;
    var page = 0;
    do {
      some = payments.paidBy(payerId, from, until, page++);
      some.forEach(payment -> add(csv, payment));
    } while (!some.isEmpty());
    return csv.text();
  }

  private void add(CsvWriter csv, Payment payment) {
    var known =
        dossiers.ofPayer(payment.dossiers(), payment.payer().id()).stream()
            .collect(Collectors.toMap(Dossier::code, each -> each));
    for (var receipt : payment.receipts()) {
      var dossier = known.get(receipt.dossier());
      csv.row(
          WHEN.format(payment.paidAt()),
          payment.id().reference(),
          text("method." + payment.method()),
          receipt.dossier(),
          dossier.content().procedure(),
          dossier.content().authority(),
          dossier.amount().dong(),
          receipt.number(),
          text("status.dossier." + dossier.status()),
          payment.id());
    }
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
