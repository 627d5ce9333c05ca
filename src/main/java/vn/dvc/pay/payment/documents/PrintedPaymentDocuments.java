package vn.dvc.pay.payment.documents;

import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.documents.Documents;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.PaymentDocuments;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * Renders a payment's documents on first request. A document after a refund is a new one; the
 * earlier one is kept unchanged but no longer served.
 */
@Component
class PrintedPaymentDocuments implements PaymentDocuments {
  private final Documents documents;
  private final PaymentContents contents;

  PrintedPaymentDocuments(Documents documents, PaymentContents contents) {
    this.documents = documents;
    this.contents = contents;
  }

  @Override
  public Document summary(PaymentId id, DocumentLanguage language) {
    var receipts = contents.receipts(id);
    var cancelled = receipts.stream().filter(Receipt::isCancelled).count();
    return documents.paper(
        cancelled == 0 ? id.text() : id.text() + "-cancelled-" + cancelled,
        DocumentKind.PAYMENT_SUMMARY,
        language,
        () -> contents.summary(id, receipts, language));
  }

  @Override
  public Document receipt(PaymentId id, String number, DocumentLanguage language) {
    var receipt =
        contents.receipts(id).stream()
            .filter(each -> each.number().equals(number))
            .findFirst()
            .orElseThrow(() -> noReceipt(id));
    var subject = id.text() + "-" + number;
    return documents.paper(
        receipt.isCancelled() ? subject + "-cancelled" : subject,
        DocumentKind.PAYMENT_CONFIRMATION,
        language,
        () -> contents.confirmation(id, receipt, language));
  }

  /** Checks the payment each time, because a void instruction must not be served. */
  @Override
  public Document instruction(PaymentId id, DocumentLanguage language) {
    var content = contents.instruction(id, language);
    return documents.paper(
        id.text() + "-" + content.code(),
        DocumentKind.PAYMENT_INSTRUCTION,
        language,
        () -> content);
  }

  private Problem noReceipt(PaymentId id) {
    contents.requireKnown(id);
    return Problem.notFound("receipt-not-found");
  }
}
