package vn.dvc.pay.web.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.payment.PaymentPapers;
import vn.dvc.pay.registration.Registrations;

/** The portal fetches papers of payments and registrations for its payers. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_PDF_VALUE)
class PaperCalls {
  private final PaymentPapers papers;
  private final Registrations registrations;

  PaperCalls(PaymentPapers papers, Registrations registrations) {
    this.papers = papers;
    this.registrations = registrations;
  }

  @GetMapping("/payments/{id}/receipt.pdf")
  ResponseEntity<byte[]> summary(@PathVariable String id) {
    return PdfAnswer.of(papers.summary(PaymentIds.known(id)));
  }

  @GetMapping("/payments/{id}/receipts/{number}.pdf")
  ResponseEntity<byte[]> receipt(@PathVariable String id, @PathVariable String number) {
    return PdfAnswer.of(papers.receipt(PaymentIds.known(id), number));
  }

  @GetMapping("/payments/{id}/instruction.pdf")
  ResponseEntity<byte[]> instruction(@PathVariable String id) {
    return PdfAnswer.of(papers.instruction(PaymentIds.known(id)));
  }

  @GetMapping("/registrations/{id}/form.pdf")
  ResponseEntity<byte[]> form(@PathVariable String id) {
    return PdfAnswer.of(registrations.form(RegistrationIds.known(id)));
  }
}
