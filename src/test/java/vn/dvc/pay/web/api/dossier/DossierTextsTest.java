package vn.dvc.pay.web.api.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.values.text.TextExamples;
import vn.dvc.pay.values.text.TextExamples.Example;
import vn.dvc.pay.web.HttpCaller.Answer;
import vn.dvc.pay.web.api.ApiTest;

/**
 * The portal's API accepts a text in its one spelling, or names the field and the character (T1).
 */
class DossierTextsTest extends ApiTest {
  private static final String CODE = "000.00.00.H47-261124-1078";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  static Stream<Example> lines() {
    return TextExamples.of("line");
  }

  static Stream<Example> taxCodes() {
    return TextExamples.of("taxCode");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void feeNameIsTakenOrRefused(Example example) throws Exception {
    var answer = put(feeNamed(example.typed()));
    if (example.isTaken()) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(storedFee()).isEqualTo(example.kept());
    } else {
      assertField(answer, "field-invalid", "fees[0].name");
      if (example.namesCharacter()) {
        assertThat(answer.json().path("character").asText()).isEqualTo(example.refused());
        assertThat(answer.json().path("detail").asText())
            .contains("fees[0].name", example.refused());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("taxCodes")
  void taxCodeIsTakenOrRefused(Example example) throws Exception {
    var dossier = (ObjectNode) JSON.readTree(DOSSIER);
    ((ObjectNode) dossier.path("payer")).put("kind", "ORGANISATION").put("id", example.typed());
    var answer = put(dossier);
    if (example.isTaken()) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.json().at("/payer/id").asText()).isEqualTo(example.kept());
    } else {
      assertField(answer, "payer-id-invalid", "payer.id");
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
