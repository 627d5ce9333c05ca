package vn.dvc.pay.operations.reconciliation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A day's report for download: as CSV with all lines, and as a document. */
@Controller
@RequestMapping("/operations/reconciliation/{bank}/{day}")
class ReconciliationFileController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final ReconciliationCsv table;
  private final ReconciliationDocument paper;

  ReconciliationFileController(ReconciliationCsv table, ReconciliationDocument paper) {
    this.table = table;
    this.paper = paper;
  }

  @GetMapping("/report.csv")
  ResponseEntity<byte[]> table(
      @PathVariable String bank,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    var name = "reconciliation-" + bank + "-" + day + ".csv";
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(table.of(bank, day).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/report.pdf")
  ResponseEntity<byte[]> paper(
      @PathVariable String bank,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    var printed = paper.of(bank, day);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(printed.name()).build().toString())
        .body(printed.pdf());
  }
}
