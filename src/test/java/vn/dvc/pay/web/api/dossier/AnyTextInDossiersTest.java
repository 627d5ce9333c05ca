package vn.dvc.pay.web.api.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.values.text.AnyText;
import vn.dvc.pay.values.text.TextLine;
import vn.dvc.pay.web.HttpCaller.Answer;
import vn.dvc.pay.web.api.ApiTest;

/**
 * The portal's API accepts a text in its one spelling, or names the field and the character (T1).
 */
class AnyTextInDossiersTest extends ApiTest {
  private static final String CODE = "000.00.00.H47-261124-1077";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

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

  private void takenOrRefused(String typed) throws Exception {
    var dossier = feeNamed(typed);
    ((ObjectNode) dossier.path("payer")).put("name", typed);
    dossier.put("authority", typed);
    var answer = put(dossier);
    if (answer.status() == 200) {
      assertThat(storedFee()).as(AnyText.escaped(typed)).isEqualTo(TextLine.of(typed, 200).text());
    } else {
      assertThat(answer.status()).as(AnyText.escaped(typed) + answer.body()).isEqualTo(422);
      assertThat(answer.json().path("field").asText()).as(answer.body()).isNotEmpty();
      assertThat(answer.json().path("detail").asText()).doesNotContain("{");
    }
  }

  private static ObjectNode feeNamed(String name) throws Exception {
    var dossier = (ObjectNode) JSON.readTree(DOSSIER);
    ((ObjectNode) dossier.path("fees").path(0)).put("name", name);
    return dossier;
  }

  private Answer put(ObjectNode dossier) throws Exception {
    return put(CODE, JSON.writeValueAsString(dossier));
  }

  private String storedFee() {
    return portal().get("/api/v1/dossiers/" + CODE).json().at("/fees/0/name").asText();
  }
}
