package vn.dvc.pay.web.api.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.PortalApi.dossierWithFee;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.values.text.AnyText;
import vn.dvc.pay.values.text.TextLine;
import vn.dvc.pay.web.PortalApi;
import vn.dvc.pay.web.WebTest;

/**
 * The portal's API accepts a text in its one spelling, or names the field and the character (T1).
 */
@WebTest
class AnyTextInDossiersTest {
  private static final String CODE = "000.00.00.H47-261124-1077";

  @Autowired PortalApi api;

  @Test
  void anyTextIsAcceptedAndPrintableOrItsFieldIsNamed() {
    JqwikSession.run(
        () ->
            AnyText.ofAtMost(30)
                .sampleStream()
                .limit(200)
                .forEach(
                    typed -> {
                      try {
                        takenOrRefused(typed);
                      } catch (Exception unreadable) {
                        throw new AssertionError(AnyText.escaped(typed), unreadable);
                      }
                    }));
  }

  private void takenOrRefused(String typed) {
    var dossier = dossierWithFee(typed);
    ((ObjectNode) dossier.path("payer")).put("name", typed);
    dossier.put("authority", typed);
    var answer = api.put(CODE, dossier);
    if (answer.status() == 200) {
      assertThat(api.feeOf(CODE))
          .as(AnyText.escaped(typed))
          .isEqualTo(TextLine.of(typed, 200).text());
    } else {
      assertThat(answer.status()).as(AnyText.escaped(typed) + answer.body()).isEqualTo(422);
      assertThat(answer.json().path("field").asText()).as(answer.body()).isNotEmpty();
      assertThat(answer.json().path("detail").asText()).doesNotContain("{");
    }
  }
}
