package vn.dvc.pay.web.pages.payment;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.documents.QrPicture;
import vn.dvc.pay.documents.VietQr;
import vn.dvc.pay.payment.PaymentDocuments;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.DocumentResponse;

/** The documents of the payer's own payments, in English with {@code ?lang=en}. */
@Controller
class PaymentDocumentController {
  private final OwnPayments own;
  private final PaymentDocuments documents;

  PaymentDocumentController(OwnPayments own, PaymentDocuments documents) {
    this.own = own;
    this.documents = documents;
  }

  @GetMapping("/payments/{id}/receipt.pdf")
  ResponseEntity<byte[]> summary(
      @PathVariable("id") String id,
      @RequestParam(name = "lang", required = false) @Nullable String language,
      @AuthenticationPrincipal SignedInPayer payer) {
    return DocumentResponse.of(
        documents.summary(own.find(id, payer).id(), DocumentLanguage.of(language)));
  }

  @GetMapping("/payments/{id}/receipts/{number}.pdf")
  ResponseEntity<byte[]> receipt(
      @PathVariable("id") String id,
      @PathVariable("number") String number,
      @RequestParam(name = "lang", required = false) @Nullable String language,
      @AuthenticationPrincipal SignedInPayer payer) {
    return DocumentResponse.of(
        documents.receipt(own.find(id, payer).id(), number, DocumentLanguage.of(language)));
  }

  /** The QR of an instruction that can be paid, to be saved on the phone that is to scan it. */
  @GetMapping("/payments/{id}/vietqr.png")
  ResponseEntity<byte[]> qr(
      @PathVariable("id") String id, @AuthenticationPrincipal SignedInPayer payer) {
    var payment = own.find(id, payer);
    var instruction = payment.instruction();
    if (instruction == null || !payment.isPayableByInstruction()) {
      throw Problem.notFound("payment-not-found");
    }
    var name = "vietqr-" + instruction.code() + ".png";
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(
            QrPicture.png(
                new VietQr(instruction.collecting(), instruction.amount(), instruction.code())
                    .text()));
  }

  @GetMapping("/payments/{id}/instruction.pdf")
  ResponseEntity<byte[]> instruction(
      @PathVariable("id") String id,
      @RequestParam(name = "lang", required = false) @Nullable String language,
      @AuthenticationPrincipal SignedInPayer payer) {
    return DocumentResponse.of(
        documents.instruction(own.find(id, payer).id(), DocumentLanguage.of(language)));
  }
}
