package vn.dvc.pay.web.pages.payment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;

/** All payments of the payer, and a table of the paid ones for the payer's accountant. */
@Controller
class PaymentListController {
  private static final int PAGE = 50;
  private static final int MAX_PAGES = 100_000;
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Payments payments;
  private final PaidDossiersCsv table;
  private final DatabaseTime time;

  PaymentListController(Payments payments, PaidDossiersCsv table, DatabaseTime time) {
    this.payments = payments;
    this.table = table;
    this.time = time;
  }

  @GetMapping("/payments")
  String list(
      @RequestParam(name = "page", defaultValue = "0") int page,
      @AuthenticationPrincipal SignedInPayer payer,
      Model model) {
    if (page < 0 || page > MAX_PAGES) {
      throw Problem.invalid("page-invalid");
    }
    var shown = payments.ofPayer(payer.id(), page);
    var today = VietnamTime.dayOf(time.now());
    model.addAttribute("payments", shown);
    model.addAttribute("toApprove", page == 0 ? toApprove(payer) : List.of());
    model.addAttribute("page", page);
    model.addAttribute("more", shown.size() == PAGE);
    model.addAttribute("here", page == 0 ? null : "?page=" + page);
    model.addAttribute("today", today);
    model.addAttribute("yearBegan", today.withDayOfYear(1));
    return "payments";
  }

  /** What other persons of the same organisation made and this one may approve. */
  private List<Payment> toApprove(SignedInPayer payer) {
    if (payer.kind() != Payer.Kind.ORGANISATION || !payer.mayCheck()) {
      return List.of();
    }
    return payments.waitingForApproval(payer.id()).stream()
        .filter(payment -> !payment.approval().maker().is(payer.person()))
        .toList();
  }

  @GetMapping("/payments.csv")
  ResponseEntity<byte[]> table(
      @RequestParam(name = "from", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(name = "to", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @AuthenticationPrincipal SignedInPayer payer) {
    var last = to == null ? VietnamTime.dayOf(time.now()) : to;
    var first = from == null ? last.withDayOfYear(1) : from;
    var name = "thanh-toan-" + first + "-" + last + ".csv";
    return ResponseEntity.ok()
        .contentType(CSV)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(table.of(payer.id(), first, last).getBytes(StandardCharsets.UTF_8));
  }
}
