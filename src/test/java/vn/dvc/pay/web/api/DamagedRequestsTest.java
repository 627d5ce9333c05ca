package vn.dvc.pay.web.api;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.testing.Fuzz;
import vn.dvc.pay.values.Problem;

/** Requests of the portal's API, field by field as its controllers read them. */
@Tag("fast")
class DamagedRequestsTest {
  private static final String START =
      """
      {"payer":{"kind":"INDIVIDUAL","id":"001088000011","name":"Nguyễn Văn A"},
       "dossiers":["000.00.00.H47-261124-1077"],"method":"CARD","returnUrl":"https://dichvucong.example.vn/x?y=1",
       "dueDate":"2026-12-31","amount":120000,"sealedCard":"a.b.c.d.e","note":"Lệ phí"}""";

  @Test
  void requestIsReadOrRefused() {
    Fuzz.damage(
        "requests",
        Fuzz.texts(START),
        body -> {
          var fields = JsonFields.of(body);
          PayerReader.read(fields.object("payer"));
          fields.texts("dossiers", 60, 60, "too-many-dossiers");
          fields.textOrNull("returnUrl", 2000);
          fields.dateOrNull("dueDate");
          fields.amount("amount");
          fields.sealed("sealedCard");
          fields.freeTextOrNull("note");
        },
        Problem.class);
  }
}
