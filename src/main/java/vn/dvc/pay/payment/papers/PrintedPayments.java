package vn.dvc.pay.payment.papers;

import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.Paper;
import vn.dvc.pay.documents.PaperKind;
import vn.dvc.pay.documents.Papers;
import vn.dvc.pay.payment.PaymentPapers;
import vn.dvc.pay.values.PaymentId;

/** A payment's papers, printed when first asked for. */
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
    return papers.paper(id.text(), PaperKind.PAYMENT_SUMMARY, () -> contents.summary(id));
  }

  @Override
  public Paper receipt(PaymentId id, String number) {
    return papers.paper(
        id.text() + "-" + number,
        PaperKind.PAYMENT_CONFIRMATION,
        () -> contents.confirmation(id, number));
  }

  /** Asks the payment each time, because an instruction must not be served once it is void. */
  @Override
  public Paper instruction(PaymentId id) {
    var content = contents.instruction(id);
    return papers.paper(id.text(), PaperKind.PAYMENT_INSTRUCTION, () -> content);
  }
}
