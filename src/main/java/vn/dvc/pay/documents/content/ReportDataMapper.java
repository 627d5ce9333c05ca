package vn.dvc.pay.documents.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.DocumentContent;
import vn.dvc.pay.documents.DocumentContent.Fact;
import vn.dvc.pay.documents.DocumentContent.Line;
import vn.dvc.pay.documents.DocumentContent.PaymentConfirmation;
import vn.dvc.pay.documents.DocumentContent.PaymentInstruction;
import vn.dvc.pay.documents.DocumentContent.PaymentSummary;
import vn.dvc.pay.documents.DocumentContent.Received;
import vn.dvc.pay.documents.DocumentContent.ReconciliationReport;
import vn.dvc.pay.documents.DocumentContent.RegistrationForm;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.documents.QrPicture;
import vn.dvc.pay.documents.Support;
import vn.dvc.pay.documents.VietQr;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;

/** Maps a document's content to the names used by templates. */
@Component
public class ReportDataMapper {
  private final DocumentSettings settings;
  private final Support support;

  public ReportDataMapper(DocumentSettings settings, Support support) {
    this.settings = settings;
    this.support = support;
  }

  public ReportData of(DocumentContent content, DocumentLanguage language) {
    var format = new DocumentFormat(language);
    if (content instanceof RegistrationForm form) {
      return form(form, format);
    }
    if (content instanceof PaymentInstruction instruction) {
      return instruction(instruction, format);
    }
    if (content instanceof PaymentConfirmation confirmation) {
      return confirmation(confirmation, format);
    }
    if (content instanceof ReconciliationReport report) {
      return report(report, format);
    }
    return summary((PaymentSummary) content, format);
  }

  private ReportData report(ReconciliationReport report, DocumentFormat format) {
    var values = new HashMap<String, Object>();
    values.put("parent", settings.parent());
    values.put("issuer", settings.issuer());
    values.put("date", settings.place() + ", " + format.letterDate(report.until()));
    values.put("number", report.number());
    values.put("bankName", report.bankName());
    values.put("until", format.moment(report.until()));
    values.put("facts", lines(report.facts()));
    values.put("differences", Integer.toString(report.differences().size()));
    var rows = new ArrayList<Map<String, ?>>();
    for (var each : report.differences()) {
      var row = new HashMap<String, Object>();
      row.put("stt", Integer.toString(rows.size() + 1));
      row.put("kind", each.kind());
      row.put("line", orDash(each.line()));
      row.put("reference", orDash(each.reference()));
      row.put("payment", orDash(each.payment()));
      row.put("bankAmount", orDash(each.bankAmount()));
      row.put("ourAmount", orDash(each.ourAmount()));
      row.put("outcome", orDash(each.outcome()));
      rows.add(row);
    }
    return new ReportData(values, rows);
  }

  /** Name and value in one line, because what stands in columns is read aloud column by column. */
  private static String lines(List<Fact> facts) {
    return facts.stream()
        .map(fact -> fact.name() + ": " + fact.value())
        .collect(Collectors.joining("\n"));
  }

  private ReportData form(RegistrationForm form, DocumentFormat format) {
    var organisation = form.payer().kind() == Payer.Kind.ORGANISATION;
    var values = head(form.payer(), format);
    values.put("date", settings.place() + ", " + format.letterDate(form.date()));
    values.put("number", registration(form.registration()));
    values.put("version", Integer.toString(form.version()));
    values.put("day", format.day(form.date()));
    values.put("organisation", organisation);
    values.put("address", orDots(form.address()));
    values.put("phone", orDots(form.phone()));
    values.put("email", orDots(form.email()));
    values.put("representativeName", orDots(form.representativeName()));
    values.put("representativeTitle", orDots(form.representativeTitle()));
    values.put("account", form.account().number());
    values.put("bank", form.bankName());
    values.put("holder", form.holder());
    values.put("holderAtBank", orDots(form.holderAtBank()));
    values.put("branch", orDots(form.branch()));
    values.put("qr", QrPicture.drawing(form.registration()));
    return new ReportData(values, List.of());
  }

  private ReportData instruction(PaymentInstruction instruction, DocumentFormat format) {
    var values = head(instruction.payer(), format);
    values.put("date", settings.place() + ", " + format.letterDate(instruction.issuedAt()));
    values.put("number", payment(instruction.payment()));
    values.put("code", instruction.code());
    values.put("issuedAt", format.moment(instruction.issuedAt()));
    values.put("validUntil", format.moment(instruction.validUntil()));
    values.put("collectingAccount", instruction.collecting().number());
    values.put("collectingBank", instruction.collectingBankName());
    values.put("collectingName", instruction.collectingName());
    var qr = new VietQr(instruction.collecting(), instruction.amount(), instruction.code());
    values.put("qr", QrPicture.drawing(qr.text()));
    if (!instruction.kept().isEmpty()) {
      values.put("kept", received(format, instruction.kept()));
    }
    return sheet(format, values, instruction.amount(), instruction.lines());
  }

  private ReportData confirmation(PaymentConfirmation confirmation, DocumentFormat format) {
    var values = head(confirmation.payer(), format);
    values.put("date", settings.place() + ", " + format.letterDate(confirmation.paidAt()));
    values.put("number", confirmation.receiptNumber());
    values.put("check", grouped(confirmation.checkCode()));
    values.put("checkAt", settings.check().replaceFirst("https?://", ""));
    values.put("qr", QrPicture.drawing(check(confirmation)));
    values.put("payment", payment(confirmation.payment()));
    values.put("paidAt", format.moment(confirmation.paidAt()));
    values.put("method", confirmation.method());
    values.put("bankReference", orDash(confirmation.bankReference()));
    values.put("dossier", confirmation.dossier());
    values.put("procedure", confirmation.procedure());
    values.put("authority", confirmation.authority());
    var cancelled = confirmation.cancelledAt();
    var state = cancelled == null ? "state.paid" : "state.refunded";
    values.put("state", format.language().text(state));
    if (cancelled != null) {
      stamp(format, values, "stamp.cancelled");
      values.merge("stampNote", " · " + format.moment(cancelled), (note, at) -> "" + note + at);
    }
    if (!confirmation.received().isEmpty()) {
      values.put("received", received(format, confirmation.received()));
    }
    return sheet(format, values, confirmation.amount(), confirmation.lines());
  }

  private ReportData summary(PaymentSummary summary, DocumentFormat format) {
    var values = head(summary.payer(), format);
    values.put("date", settings.place() + ", " + format.letterDate(summary.paidAt()));
    values.put("number", payment(summary.payment()));
    values.put("paidAt", format.moment(summary.paidAt()));
    values.put("method", summary.method());
    values.put("bankReference", orDash(summary.bankReference()));
    var all = dossiers(summary.lines());
    var cancelled = dossiers(summary.lines().stream().filter(Line::cancelled).toList());
    values.put("dossiers", Long.toString(all));
    if (cancelled == all) {
      stamp(format, values, "stamp.cancelled");
    } else if (cancelled > 0) {
      stamp(format, values, "stamp.partly", cancelled, all);
      values.put("refunded", sum(format, summary, true));
      values.put("net", sum(format, summary, false));
    }
    if (!summary.received().isEmpty()) {
      values.put("received", received(format, summary.received()));
    }
    return sheet(format, values, summary.amount(), summary.lines());
  }

  /** In the document's own language, and below it in the other. */
  private static void stamp(
      DocumentFormat format, Map<String, Object> values, String key, Object... numbers) {
    values.put("stamp", format.language().text(key, numbers));
    values.put("stampNote", format.language().other().text(key, numbers));
    values.put("otherLanguage", format.language().other().tag());
  }

  /**
   * Worded to hold before and after the money is returned, because a document is not printed again
   * for that.
   */
  private static String received(DocumentFormat format, List<Received> all) {
    return all.stream().map(each -> received(format, each)).collect(Collectors.joining("; "));
  }

  private static String received(DocumentFormat format, Received one) {
    var amount = format.amountWithCurrency(one.amount());
    var at = format.moment(one.at());
    return one.returned() == null
        ? format.language().text("received.at", amount, at)
        : format
            .language()
            .text("received.returned", amount, at, format.amountWithCurrency(one.returned()));
  }

  private static String sum(DocumentFormat format, PaymentSummary summary, boolean cancelled) {
    var lines = summary.lines().stream().filter(line -> line.cancelled() == cancelled);
    return format.amountWithCurrency(total(lines.toList()));
  }

  private static long dossiers(List<Line> lines) {
    return lines.stream().map(Line::dossier).distinct().count();
  }

  private Map<String, Object> head(Payer payer, DocumentFormat format) {
    var values = new HashMap<String, Object>();
    values.put("parent", settings.parent());
    values.put("issuer", settings.issuer());
    values.put("payerName", payer.name());
    values.put("payerId", payer.id());
    values.put("payerNameLabel", format.nameLabel(payer));
    values.put("payerIdLabel", format.idLabel(payer));
    values.put(
        "support", support.given() ? format.language().text("support", support.line()) : null);
    return values;
  }

  /** The short reference first, which is the one to read out. */
  private static String payment(String id) {
    return PaymentId.of(id).reference() + " · " + id;
  }

  private static String registration(String id) {
    return RegistrationId.of(id).reference() + " · " + id;
  }

  private static ReportData sheet(
      DocumentFormat format, Map<String, Object> values, Money amount, List<Line> lines) {
    values.put("amount", format.amountWithCurrency(amount));
    values.put("amountInWords", format.inWords(amount));
    values.put("total", format.amountWithCurrency(total(lines)));
    var rows = new ArrayList<Map<String, ?>>();
    for (var line : lines) {
      rows.add(row(format, rows.size() + 1, line));
    }
    return new ReportData(values, rows);
  }

  private static Money total(List<Line> lines) {
    return Money.total(lines.stream().map(Line::amount));
  }

  private static Map<String, Object> row(DocumentFormat format, int number, Line line) {
    var row = new HashMap<String, Object>();
    row.put("stt", Integer.toString(number));
    row.put("dossier", line.dossier());
    row.put(
        "receipt",
        orDash(line.receiptNumber())
            + (line.cancelled() ? "\n" + format.language().text("line.cancelled") : ""));
    row.put("fee", line.fee());
    row.put("feeName", line.feeName());
    row.put("amount", format.amount(line.amount()));
    row.put("beneficiary", line.beneficiaryName());
    row.put("beneficiaryAccount", line.beneficiaryAccount());
    row.put("beneficiaryBank", line.beneficiaryBank());
    return row;
  }

  /** What a telephone opens that reads the code. */
  private String check(PaymentConfirmation confirmation) {
    return "%s?number=%s&code=%s"
        .formatted(settings.check(), confirmation.receiptNumber(), confirmation.checkCode());
  }

  /** In fours, to be typed from paper. */
  private static String grouped(String code) {
    return code.replaceAll("(.{4})(?=.)", "$1-");
  }

  private static String orDash(String text) {
    return text == null || text.isBlank() ? "–" : text;
  }

  /** Left for the payer to fill in by hand. */
  private static String orDots(String text) {
    return text == null || text.isBlank() ? "…………………………" : text;
  }
}
