package vn.dvc.pay.web.api.payment;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.payment.PaymentDocuments;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.web.api.registration.RegistrationIds;

/**
 * Serves the documents of payments and registrations, which the portal fetches for its payers:
 * Vietnamese, or English with {@code ?lang=en}.
 */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_PDF_VALUE)
class DocumentApiController {
  private final PaymentDocuments documents;
  private final Registrations registrations;

  DocumentApiController(PaymentDocuments documents, Registrations registrations) {
    this.documents = documents;
    this.registrations = registrations;
  }

  @GetMapping("/payments/{id}/receipt.pdf")
  ResponseEntity<byte[]> summary(
      @PathVariable String id, @RequestParam(required = false) @Nullable String lang) {
    return PdfResponse.of(documents.summary(PaymentIds.known(id), DocumentLanguage.of(lang)));
  }

  @GetMapping("/payments/{id}/receipts/{number}.pdf")
  ResponseEntity<byte[]> receipt(
      @PathVariable String id,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String lang) {
    return PdfResponse.of(
        documents.receipt(PaymentIds.known(id), number, DocumentLanguage.of(lang)));
  }

  @GetMapping("/payments/{id}/instruction.pdf")
  ResponseEntity<byte[]> instruction(
      @PathVariable String id, @RequestParam(required = false) @Nullable String lang) {
    return PdfResponse.of(documents.instruction(PaymentIds.known(id), DocumentLanguage.of(lang)));
  }

  @GetMapping("/registrations/{id}/form.pdf")
  ResponseEntity<byte[]> form(
      @PathVariable String id, @RequestParam(required = false) @Nullable String lang) {
    return PdfResponse.of(registrations.form(RegistrationIds.known(id), DocumentLanguage.of(lang)));
  }
}
