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
  private static final String CANCELLED = "ĐÃ HỦY – đã hoàn tiền";
  private static final String CANCELLED_ENGLISH = "CANCELLED – refunded";

  private final DocumentSettings settings;
  private final Support support;

  public ReportDataMapper(DocumentSettings settings, Support support) {
    this.settings = settings;
    this.support = support;
  }

  public ReportData of(DocumentContent content) {
    if (content instanceof RegistrationForm form) {
      return form(form);
    }
    if (content instanceof PaymentInstruction instruction) {
      return instruction(instruction);
    }
    if (content instanceof PaymentConfirmation confirmation) {
      return confirmation(confirmation);
    }
    if (content instanceof ReconciliationReport report) {
      return report(report);
    }
    return summary((PaymentSummary) content);
  }

  private ReportData report(ReconciliationReport report) {
    var values = new HashMap<String, Object>();
    values.put("parent", settings.parent());
    values.put("issuer", settings.issuer());
    values.put("date", settings.place() + ", " + VietnameseFormat.letterDate(report.until()));
    values.put("number", report.number());
    values.put("bankName", report.bankName());
    values.put("until", VietnameseFormat.moment(report.until()));
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

  private ReportData form(RegistrationForm form) {
    var organisation = form.payer().kind() == Payer.Kind.ORGANISATION;
    var values = head(form.payer());
    values.put("date", settings.place() + ", " + VietnameseFormat.letterDate(form.date()));
    values.put("number", registration(form.registration()));
    values.put("version", Integer.toString(form.version()));
    values.put("day", VietnameseFormat.day(form.date()));
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

  private ReportData instruction(PaymentInstruction instruction) {
    var values = head(instruction.payer());
    values.put(
        "date", settings.place() + ", " + VietnameseFormat.letterDate(instruction.issuedAt()));
    values.put("number", payment(instruction.payment()));
    values.put("code", instruction.code());
    values.put("issuedAt", VietnameseFormat.moment(instruction.issuedAt()));
    values.put("validUntil", VietnameseFormat.moment(instruction.validUntil()));
    values.put("collectingAccount", instruction.collecting().number());
    values.put("collectingBank", instruction.collectingBankName());
    values.put("collectingName", instruction.collectingName());
    var qr = new VietQr(instruction.collecting(), instruction.amount(), instruction.code());
    values.put("qr", QrPicture.drawing(qr.text()));
    if (!instruction.kept().isEmpty()) {
      values.put("kept", received(instruction.kept()));
    }
    return sheet(values, instruction.amount(), instruction.lines());
  }

  private ReportData confirmation(PaymentConfirmation confirmation) {
    var values = head(confirmation.payer());
    values.put(
        "date", settings.place() + ", " + VietnameseFormat.letterDate(confirmation.paidAt()));
    values.put("number", confirmation.receiptNumber());
    values.put("check", grouped(confirmation.checkCode()));
    values.put("checkAt", settings.check().replaceFirst("https?://", ""));
    values.put("qr", QrPicture.drawing(check(confirmation)));
    values.put("payment", payment(confirmation.payment()));
    values.put("paidAt", VietnameseFormat.moment(confirmation.paidAt()));
    values.put("method", confirmation.method());
    values.put("bankReference", orDash(confirmation.bankReference()));
    values.put("dossier", confirmation.dossier());
    values.put("procedure", confirmation.procedure());
    values.put("authority", confirmation.authority());
    var cancelled = confirmation.cancelledAt();
    values.put("state", cancelled == null ? "ĐÃ THANH TOÁN" : "ĐÃ HOÀN TIỀN");
    if (cancelled != null) {
      values.put("stamp", CANCELLED);
      values.put("stampNote", CANCELLED_ENGLISH + " · " + VietnameseFormat.moment(cancelled));
    }
    if (!confirmation.received().isEmpty()) {
      values.put("received", received(confirmation.received()));
    }
    return sheet(values, confirmation.amount(), confirmation.lines());
  }

  private ReportData summary(PaymentSummary summary) {
    var values = head(summary.payer());
    values.put("date", settings.place() + ", " + VietnameseFormat.letterDate(summary.paidAt()));
    values.put("number", payment(summary.payment()));
    values.put("paidAt", VietnameseFormat.moment(summary.paidAt()));
    values.put("method", summary.method());
    values.put("bankReference", orDash(summary.bankReference()));
    var all = dossiers(summary.lines());
    var cancelled = dossiers(summary.lines().stream().filter(Line::cancelled).toList());
    values.put("dossiers", Long.toString(all));
    if (cancelled == all) {
      values.put("stamp", CANCELLED);
      values.put("stampNote", CANCELLED_ENGLISH);
    } else if (cancelled > 0) {
      values.put("stamp", "ĐÃ HỦY MỘT PHẦN – đã hoàn tiền %d/%d hồ sơ".formatted(cancelled, all));
      values.put(
          "stampNote", "PARTLY CANCELLED – %d of %d dossiers refunded".formatted(cancelled, all));
    }
    if (!summary.received().isEmpty()) {
      values.put("received", received(summary.received()));
    }
    return sheet(values, summary.amount(), summary.lines());
  }

  /**
   * Worded to hold before and after the money is returned, because a document is not printed again
   * for that.
   */
  private static String received(List<Received> all) {
    return all.stream()
        .map(
            each ->
                VietnameseFormat.amountWithCurrency(each.amount())
                    + " lúc "
                    + VietnameseFormat.moment(each.at())
                    + (each.returned() == null
                        ? ""
                        : ", trong đó hoàn trả người nộp "
                            + VietnameseFormat.amountWithCurrency(each.returned())))
        .collect(Collectors.joining("; "));
  }

  private static long dossiers(List<Line> lines) {
    return lines.stream().map(Line::dossier).distinct().count();
  }

  private Map<String, Object> head(Payer payer) {
    var values = new HashMap<String, Object>();
    values.put("parent", settings.parent());
    values.put("issuer", settings.issuer());
    values.put("payerName", payer.name());
    values.put("payerId", payer.id());
    values.put("payerNameLabel", VietnameseFormat.nameLabel(payer));
    values.put("payerIdLabel", VietnameseFormat.idLabel(payer));
    values.put("support", support.given() ? "Hỗ trợ: " + support.line() : null);
    return values;
  }

  /** The short reference first, which is the one to read out. */
  private static String payment(String id) {
    return PaymentId.of(id).reference() + " · " + id;
  }

  private static String registration(String id) {
    return RegistrationId.of(id).reference() + " · " + id;
  }

  private static ReportData sheet(Map<String, Object> values, Money amount, List<Line> lines) {
    values.put("amount", VietnameseFormat.amountWithCurrency(amount));
    values.put("amountInWords", VietnameseFormat.inWords(amount));
    values.put("total", VietnameseFormat.amountWithCurrency(total(lines)));
    var rows = new ArrayList<Map<String, ?>>();
    for (var line : lines) {
      rows.add(row(rows.size() + 1, line));
    }
    return new ReportData(values, rows);
  }

  private static Money total(List<Line> lines) {
    return Money.total(lines.stream().map(Line::amount));
  }

  private static Map<String, Object> row(int number, Line line) {
    var row = new HashMap<String, Object>();
    row.put("stt", Integer.toString(number));
    row.put("dossier", line.dossier());
    row.put("receipt", orDash(line.receiptNumber()) + (line.cancelled() ? "\n(đã hủy)" : ""));
    row.put("fee", line.fee());
    row.put("feeName", line.feeName());
    row.put("amount", VietnameseFormat.amount(line.amount()));
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
