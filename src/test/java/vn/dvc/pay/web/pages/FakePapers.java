package vn.dvc.pay.web.pages;

import java.nio.charset.StandardCharsets;
import vn.dvc.pay.documents.Paper;
import vn.dvc.pay.payment.PaymentPapers;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Papers that say no more than which they are. */
class FakePapers implements PaymentPapers {

  @Override
  public Paper summary(PaymentId id) {
    return paper("bang-ke");
  }

  @Override
  public Paper receipt(PaymentId id, String number) {
    if (!number.startsWith("BL-")) {
      throw Problem.notFound("receipt-not-found");
    }
    return paper(number);
  }

  @Override
  public Paper instruction(PaymentId id) {
    return paper("chi-dan");
  }

  private static Paper paper(String name) {
    var pdf = ("%PDF-1.7 " + name).getBytes(StandardCharsets.US_ASCII);
    return new Paper(name + ".pdf", pdf, "00".repeat(32), name + " 1");
  }
}
