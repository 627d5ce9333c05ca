package vn.dvc.pay.payment.card;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.testing.Fuzz;
import vn.dvc.pay.values.Problem;

@Tag("fast")
class SealedValueCheckTest {
  private static final String BANK = "970415";
  private static final String GOOD =
      "\"alg\": \"RSA-OAEP-256\", \"enc\": \"A256GCM\", \"kid\": \"b1\"";

  private final Banks banks = mock(Banks.class);
  private final SealedValueCheck check = new SealedValueCheck(banks, new ObjectMapper());

  @BeforeEach
  void bankHasAKey() {
    when(banks.sealingKeys(BANK)).thenReturn(List.of(Map.of("kid", "b1")));
  }

  @Test
  void valueSealedForTheBankPasses() {
    assertThatCode(() -> check.check(sealed(GOOD), BANK)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"zip\": \"DEF\"",
        "\"crit\": [\"exp\"]",
        "\"jwk\": {\"kty\": \"RSA\"}",
        "\"jku\": \"https://example.org/keys\"",
        "\"x5c\": []"
      })
  void headerWithMoreThanTheBankReadsIsRefused(String more) {
    assertThatThrownBy(() -> check.check(sealed(GOOD + ", " + more), BANK))
        .isInstanceOf(Problem.class);
  }

  @Test
  void damagedValueIsSealedOrRefused() {
    var good = sealed(GOOD);
    Fuzz.damage(
        "sealed",
        Fuzz.texts(good),
        bytes -> check.check(new String(bytes, UTF_8), BANK),
        Problem.class);
    Fuzz.damage(
        "sealed-header",
        Fuzz.texts("{" + GOOD + "}"),
        header ->
            check.check(
                Base64.getUrlEncoder().withoutPadding().encodeToString(header) + ".a.b.c.d", BANK),
        Problem.class);
  }

  private static String sealed(String header) {
    var head =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(("{" + header + "}").getBytes(UTF_8));
    return head + ".a.b.c.d";
  }
}
