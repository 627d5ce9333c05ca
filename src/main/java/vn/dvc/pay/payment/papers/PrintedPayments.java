package vn.dvc.pay.payment.papers;

import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.Paper;
import vn.dvc.pay.documents.PaperKind;
import vn.dvc.pay.documents.Papers;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.PaymentPapers;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * A payment's papers, printed when first asked for. What a refund cancels is a paper of its own;
 * the one from before stays as it was printed, but is not given out any more.
 */
@Component
class PrintedPayments implements PaymentPapers {
  private final Papers papers;
  private final PaperContents contents;

  PrintedPayments(Papers papers, PaperContents contents) {
    this.papers = papers;
    this.contents = contents;
  }

  @Override
  public Paper summary(PaymentId id) {
    var receipts = contents.receipts(id);
    var cancelled = receipts.stream().filter(Receipt::isCancelled).count();
    return papers.paper(
        cancelled == 0 ? id.text() : id.text() + "-cancelled-" + cancelled,
        PaperKind.PAYMENT_SUMMARY,
        () -> contents.summary(id, receipts));
  }

  @Override
  public Paper receipt(PaymentId id, String number) {
    var receipt =
        contents.receipts(id).stream()
            .filter(each -> each.number().equals(number))
            .findFirst()
            .orElseThrow(() -> noReceipt(id));
    var subject = id.text() + "-" + number;
    return papers.paper(
        receipt.isCancelled() ? subject + "-cancelled" : subject,
        PaperKind.PAYMENT_CONFIRMATION,
        () -> contents.confirmation(id, receipt));
  }

  /** Asks the payment each time, because an instruction must not be served once it is void. */
  @Override
  public Paper instruction(PaymentId id) {
    var content = contents.instruction(id);
    return papers.paper(
        id.text() + "-" + content.code(), PaperKind.PAYMENT_INSTRUCTION, () -> content);
  }

  private Problem noReceipt(PaymentId id) {
    contents.demandKnown(id);
    return Problem.notFound("receipt-not-found");
  }
}
