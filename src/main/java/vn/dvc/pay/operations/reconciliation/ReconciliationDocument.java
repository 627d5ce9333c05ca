package vn.dvc.pay.operations.reconciliation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentContent.Difference;
import vn.dvc.pay.documents.DocumentContent.Fact;
import vn.dvc.pay.documents.DocumentContent.ReconciliationReport;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.Documents;
import vn.dvc.pay.operations.OperationsPageAdvice;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.reconciliation.Reconciliations.Report;
import vn.dvc.pay.reconciliation.Reconciliations.Row;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.Sha256;

/**
 * A day's report as a document: an unchanged report is the same document, a changed one gets a new
 * one.
 */
@Component
class ReconciliationDocument {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final OperationsPageAdvice.Times TIMES = new OperationsPageAdvice.Times();

  private final Reconciliations reconciliations;
  private final Banks banks;
  private final Documents documents;
  private final MessageSource texts;

  ReconciliationDocument(
      Reconciliations reconciliations, Banks banks, Documents documents, MessageSource texts) {
    this.reconciliations = reconciliations;
    this.banks = banks;
    this.documents = documents;
    this.texts = texts;
  }

  Document of(String bank, LocalDate day) {
    var report =
        reconciliations.find(bank, day).orElseThrow(() -> Problem.notFound("day-not-found"));
    var content = content(report);
    var subject = bank + "-" + day + "-" + digest(content);
    return documents.paper(subject, DocumentKind.RECONCILIATION_REPORT, () -> content);
  }

  private ReconciliationReport content(Report report) {
    var day = report.day();
    var name = banks.find(day.bank()).map(Bank::name).orElse(day.bank());
    var until =
        report.statement() == null
            ? VietnamTime.startOf(day.day().plusDays(1))
            : report.statement().to();
    return new ReconciliationReport(
        day.bank() + "/" + day.day(),
        name,
        until,
        facts(report),
        report.differences().stream().map(this::difference).toList());
  }

  private List<Fact> facts(Report report) {
    var facts = new ArrayList<Fact>();
    facts.add(fact("operations.state", text("operations.day-state." + report.day().word())));
    var file = report.statement();
    if (file == null) {
      facts.add(fact("case.evidence.statementMissing", report.day().missing()));
      return facts;
    }
    facts.add(fact("operations.statement-file", file.message()));
    facts.add(fact("operations.account", file.account()));
    facts.add(fact("operations.statement-span", span(file)));
    facts.add(fact("operations.opening", balance(file.opening())));
    facts.add(fact("operations.credits", file.credits() + " · " + dong(file.creditSum())));
    facts.add(fact("operations.debits", file.debits() + " · " + dong(file.debitSum())));
    facts.add(fact("operations.closing", balance(file.closing())));
    for (var kind : LineClass.values()) {
      facts.add(fact("operations.class." + kind, "" + report.day().counts().get(kind)));
    }
    return facts;
  }

  private static String span(Reconciliations.Statement file) {
    return TIMES.of(file.from()) + " – " + TIMES.of(file.to());
  }

  private Difference difference(Row row) {
    var outcome =
        row.decision() == null ? "operations.outcome-open" : "case.decision." + row.decision();
    return new Difference(
        text("operations.class." + row.kind()),
        row.line() == null ? null : row.line().toString(),
        row.bankReference() == null ? row.reference() : row.bankReference(),
        row.payment(),
        row.bankAmount() == null ? null : number(row.bankAmount()),
        row.ourAmount() == null ? null : number(row.ourAmount()),
        text(row.state().equals("PENDING") ? "operations.being-asked" : outcome));
  }

  private Fact fact(String key, String value) {
    return new Fact(text(key), value == null ? "–" : value);
  }

  private static String balance(Long amount) {
    return amount == null ? null : dong(amount);
  }

  private static String dong(long amount) {
    return number(amount) + " đồng";
  }

  private static String number(long amount) {
    return String.format(Locale.ROOT, "%,d", amount).replace(',', '.');
  }

  private String text(String key) {
    return texts.getMessage(key, null, VIETNAMESE);
  }

  private static String digest(ReconciliationReport content) {
    return Sha256.hex(content.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 24);
  }
}
