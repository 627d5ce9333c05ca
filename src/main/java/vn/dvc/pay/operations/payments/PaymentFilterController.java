package vn.dvc.pay.operations.payments;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.payment.PaymentSearch;
import vn.dvc.pay.payment.PaymentSearch.Wanted;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;

/** The payments, filtered, on the screen or as CSV. */
@Controller
class PaymentFilterController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final PaymentSearch search;
  private final PaymentCsv table;
  private final Banks banks;

  PaymentFilterController(PaymentSearch search, PaymentCsv table, Banks banks) {
    this.search = search;
    this.table = table;
    this.banks = banks;
  }

  @ModelAttribute("wanted")
  Wanted wanted(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Method method,
      @RequestParam(required = false) @Nullable PaymentStatus status,
      @RequestParam(defaultValue = "") String bank,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    return new Wanted(q, method, status, bank, from, to);
  }

  @GetMapping("/operations/payments")
  String show(
      @ModelAttribute(name = "wanted", binding = false) Wanted wanted,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    var at = Math.max(page, 0);
    model.addAttribute("hits", search.find(wanted, at));
    model.addAttribute("page", at);
    model.addAttribute("methods", Method.values());
    model.addAttribute("statuses", PaymentStatus.values());
    model.addAttribute("banks", banks.all());
    return "operations/payments";
  }

  @GetMapping("/operations/payments.csv")
  ResponseEntity<byte[]> csv(@ModelAttribute(name = "wanted", binding = false) Wanted wanted) {
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("payments.csv").build().toString())
        .body(table.of(wanted).getBytes(StandardCharsets.UTF_8));
  }
}
