package vn.dvc.pay.payment.documents;

import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.Documents;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.PaymentDocuments;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * A payment's papers, printed when first asked for. What a refund cancels is a paper of its own;
 * the one from before stays as it was printed, but is not given out any more.
 */
@Component
class PrintedPaymentDocuments implements PaymentDocuments {
  private final Documents papers;
  private final PaymentContents contents;

  PrintedPaymentDocuments(Documents papers, PaymentContents contents) {
    this.papers = papers;
    this.contents = contents;
  }

  @Override
  public Document summary(PaymentId id) {
    var receipts = contents.receipts(id);
    var cancelled = receipts.stream().filter(Receipt::isCancelled).count();
    return papers.paper(
        cancelled == 0 ? id.text() : id.text() + "-cancelled-" + cancelled,
        DocumentKind.PAYMENT_SUMMARY,
        () -> contents.summary(id, receipts));
  }

  @Override
  public Document receipt(PaymentId id, String number) {
    var receipt =
        contents.receipts(id).stream()
            .filter(each -> each.number().equals(number))
            .findFirst()
            .orElseThrow(() -> noReceipt(id));
    var subject = id.text() + "-" + number;
    return papers.paper(
        receipt.isCancelled() ? subject + "-cancelled" : subject,
        DocumentKind.PAYMENT_CONFIRMATION,
        () -> contents.confirmation(id, receipt));
  }

  /** Asks the payment each time, because an instruction must not be served once it is void. */
  @Override
  public Document instruction(PaymentId id) {
    var content = contents.instruction(id);
    return papers.paper(
        id.text() + "-" + content.code(), DocumentKind.PAYMENT_INSTRUCTION, () -> content);
  }

  private Problem noReceipt(PaymentId id) {
    contents.demandKnown(id);
    return Problem.notFound("receipt-not-found");
  }
}
