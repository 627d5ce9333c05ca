package vn.dvc.pay.operations.reconciliation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.CsvWriter;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.reconciliation.Reconciliations.Row;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Problem;

/** A day's report as CSV: the differences, then every line that matches. */
@Component
class ReconciliationCsv {
  private static final int SOME = 1000;
  private static final DateTimeFormatter WHEN = VietnamTime.formatter("uuuu-MM-dd'T'HH:mm:ssxxx");

  private final Reconciliations reconciliations;

  ReconciliationCsv(Reconciliations reconciliations) {
    this.reconciliations = reconciliations;
  }

  String of(String bank, LocalDate day) {
    var report =
        reconciliations.find(bank, day).orElseThrow(() -> Problem.notFound("day-not-found"));
    var csv =
        new CsvWriter()
            .row(
                "bank",
                "day",
                "class",
                "line",
                "reference",
                "bank_reference",
                "direction",
                "bank_amount",
                "our_amount",
                "booked_at",
                "payment",
                "state",
                "case",
                "decision");
    report.differences().forEach(row -> add(csv, bank, day, row));
    List<Row> some;
    var skip = 0;
    do {
      some = reconciliations.lines(bank, day, LineClass.MATCHED, skip, SOME);
      some.forEach(row -> add(csv, bank, day, row));
      skip += SOME;
    } while (some.size() == SOME);
    return csv.text();
  }

  private static void add(CsvWriter csv, String bank, LocalDate day, Row row) {
    csv.row(
        bank,
        day,
        row.kind().word(),
        row.line(),
        row.reference(),
        row.bankReference(),
        row.credit() == null ? null : row.credit() ? "CRDT" : "DBIT",
        row.bankAmount(),
        row.ourAmount(),
        row.at() == null ? null : WHEN.format(row.at()),
        row.payment(),
        row.state(),
        row.caseId(),
        row.decision());
  }
}
