package vn.dvc.pay.web.api.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.PortalApi.assertField;
import static vn.dvc.pay.web.PortalApi.dossier;
import static vn.dvc.pay.web.PortalApi.dossierWithFee;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.values.text.TextExamples;
import vn.dvc.pay.values.text.TextExamples.Example;
import vn.dvc.pay.web.PortalApi;
import vn.dvc.pay.web.WebTest;

/**
 * The portal's API accepts a text in its one spelling, or names the field and the character (T1).
 */
@WebTest
class DossierTextsTest {
  private static final String CODE = "000.00.00.H47-261124-1078";

  @Autowired PortalApi api;

  static Stream<Example> lines() {
    return TextExamples.of("line");
  }

  static Stream<Example> taxCodes() {
    return TextExamples.of("taxCode");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void feeNameIsAcceptedOrRefused(Example example) {
    var answer = api.put(CODE, dossierWithFee(example.typed()));
    if (example.isTaken()) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(api.feeOf(CODE)).isEqualTo(example.kept());
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
  void taxCodeIsAcceptedOrRefused(Example example) {
    var dossier = dossier();
    ((ObjectNode) dossier.path("payer")).put("kind", "ORGANISATION").put("id", example.typed());
    var answer = api.put(CODE, dossier);
    if (example.isTaken()) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.json().at("/payer/id").asText()).isEqualTo(example.kept());
    } else {
      assertField(answer, "payer-id-invalid", "payer.id");
    }
  }
}
