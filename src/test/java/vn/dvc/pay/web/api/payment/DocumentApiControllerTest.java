package vn.dvc.pay.web.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static vn.dvc.pay.documents.DocumentLanguage.ENGLISH;
import static vn.dvc.pay.documents.DocumentLanguage.VIETNAMESE;
import static vn.dvc.pay.web.PortalApi.assertProblem;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.payment.PaymentDocuments;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.HttpCaller.Answer;
import vn.dvc.pay.web.Some;
import vn.dvc.pay.web.WebTest;

@WebTest
class DocumentApiControllerTest {
  @Autowired Callers callers;
  @Autowired PaymentDocuments documents;
  @Autowired Registrations registrations;

  private final PaymentId payment = PaymentId.fresh();
  private final RegistrationId registration = RegistrationId.fresh();
  private final String payments = "/api/v1/payments/" + payment;
  private final String form = "/api/v1/registrations/" + registration + "/form.pdf";
  private final List<String> paths =
      List.of(
          payments + "/receipt.pdf",
          payments + "/receipts/BL-1.pdf",
          payments + "/instruction.pdf",
          form);

  @Test
  void documentsAreServedAsTheyWerePrinted() {
    allArePrintedIn(VIETNAMESE);

    for (var path : paths) {
      var answer = callers.portal().get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
      assertThat(answer.header("Content-Disposition")).startsWith("inline").contains(".pdf");
      assertThat(answer.header("ETag")).isEqualTo("\"0a1b\"");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.body()).isEqualTo("%PDF-1.7");
    }
  }

  @Test
  void aPaperIsServedInEnglishIfThisIsAskedFor() {
    allArePrintedIn(ENGLISH);

    for (var path : paths) {
      assertThat(callers.portal().get(path + "?lang=en").status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void documentTheCallerAlreadyHasIsNotSentAgain() {
    when(documents.summary(payment, VIETNAMESE)).thenReturn(Some.document("a.pdf"));

    assertThat(asked("\"0a1b\"").status()).isEqualTo(304);
    assertThat(asked("\"0a1b\"").body()).isEmpty();
    assertThat(asked("\"other\"").status()).isEqualTo(200);
  }

  @Test
  void missingDocumentsAreProblems() {
    when(documents.summary(payment, VIETNAMESE)).thenThrow(Problem.conflict("payment-not-paid"));
    when(documents.receipt(payment, "BL-2", VIETNAMESE))
        .thenThrow(Problem.notFound("receipt-not-found"));
    when(documents.instruction(payment, VIETNAMESE)).thenThrow(Problem.conflict("no-instruction"));

    assertProblem(callers.portal().get(payments + "/receipt.pdf"), 409, "payment-not-paid");
    assertProblem(callers.portal().get(payments + "/receipts/BL-2.pdf"), 404, "receipt-not-found");
    assertProblem(callers.portal().get(payments + "/instruction.pdf"), 409, "no-instruction");
    for (var paper : List.of("receipt", "receipts/BL-1", "instruction")) {
      var wrong = "/api/v1/payments/P1/" + paper + ".pdf";
      assertProblem(callers.portal().get(wrong), 404, "payment-not-found");
      assertProblem(callers.anybody().get(wrong), 401, "authentication-required");
      assertProblem(callers.portal().json("POST", wrong, "{}"), 405, "method-not-allowed");
    }
    assertProblem(
        callers.portal().get("/api/v1/registrations/R1/form.pdf"), 404, "registration-not-found");
    assertProblem(callers.anybody().get(form), 401, "authentication-required");
    assertProblem(callers.portal().json("PUT", form, "{}"), 405, "method-not-allowed");
    assertProblem(
        callers.portal().with("Accept", "image/png").get(payments + "/receipt.pdf"),
        406,
        "not-acceptable");
  }

  private Answer asked(String etag) {
    return callers.portal().with("If-None-Match", etag).get(payments + "/receipt.pdf");
  }

  private void allArePrintedIn(DocumentLanguage language) {
    when(documents.summary(payment, language)).thenReturn(Some.document("Bảng kê.pdf"));
    when(documents.receipt(payment, "BL-1", language)).thenReturn(Some.document("r.pdf"));
    when(documents.instruction(payment, language)).thenReturn(Some.document("i.pdf"));
    when(registrations.form(registration, language)).thenReturn(Some.document("f.pdf"));
  }
}
