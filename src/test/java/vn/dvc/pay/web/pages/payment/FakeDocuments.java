package vn.dvc.pay.web.pages.payment;

import java.nio.charset.StandardCharsets;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.payment.PaymentDocuments;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Documents whose only content is their own name. */
class FakeDocuments implements PaymentDocuments {

  @Override
  public Document summary(PaymentId id, DocumentLanguage language) {
    return paper("bang-ke", language);
  }

  @Override
  public Document receipt(PaymentId id, String number, DocumentLanguage language) {
    if (!number.startsWith("BL-")) {
      throw Problem.notFound("receipt-not-found");
    }
    return paper(number, language);
  }

  @Override
  public Document instruction(PaymentId id, DocumentLanguage language) {
    return paper("chi-dan", language);
  }

  private static Document paper(String of, DocumentLanguage language) {
    var name = of + (language == DocumentLanguage.ENGLISH ? "-en" : "");
    var pdf = ("%PDF-1.7 " + name).getBytes(StandardCharsets.US_ASCII);
    return new Document(name + ".pdf", pdf, "00".repeat(32), name + " 1");
  }
}
