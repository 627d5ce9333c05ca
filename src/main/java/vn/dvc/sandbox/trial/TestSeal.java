package vn.dvc.sandbox.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;

/**
 * Seals a demo card or an OTP to its bank, as a payer's browser does. What to type into the
 * portal's two calls with sealed fields cannot be written by hand.
 */
@Component
class TestSeal {
  private final TriedApi api;
  private final SandboxSettings settings;
  private final ObjectMapper json;

  TestSeal(TriedApi api, SandboxSettings settings, ObjectMapper json) {
    this.api = api;
    this.settings = settings;
    this.json = json;
  }

  /**
   * @param typed a demo card's number or an OTP
   * @return empty if there is no such payment or card
   */
  Optional<String> seal(String payment, String typed)
      throws IOException, InterruptedException, ParseException, JOSEException {
    var digits = typed.replaceAll("\\D", "");
    var id = payment.strip();
    var answer = id.matches("P[0-9A-F]{32}") ? get("/payments/" + id) : null;
    var card = settings.banks().stream().filter(bank -> bank.card(digits).isPresent()).findAny();
    if (answer == null || (card.isEmpty() && digits.length() != 6)) {
      return Optional.empty();
    }
    var challenge = answer.path("challenge").asText();
    var bin = card.map(SandboxSettings.Bank::bin).orElse(answer.path("bank").asText());
    var key = key(bin);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    var content =
        card.<Map<String, Object>>map(
                bank ->
                    Map.of(
                        "number", digits,
                        "holder", bank.holder(),
                        "date", bank.date(),
                        "payment", id,
                        "challenge", challenge))
            .orElse(Map.of("otp", digits, "payment", id, "challenge", challenge));
    return Optional.of(sealed(key.get(), content));
  }

  private static String sealed(RSAKey key, Map<String, Object> content) throws JOSEException {
    var header =
        new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
            .keyID(key.getKeyID())
            .build();
    var sealed = new JWEObject(header, new Payload(content));
    sealed.encrypt(new RSAEncrypter(key));
    return sealed.serialize();
  }

  private Optional<RSAKey> key(String bin)
      throws IOException, InterruptedException, ParseException {
    var banks = get("/banks");
    for (var bank : banks == null ? json.createObjectNode() : banks.path("banks")) {
      if (bank.path("bin").asText().equals(bin)) {
        return Optional.of(RSAKey.parse(bank.path("keys").path("keys").path(0).toString()));
      }
    }
    return Optional.empty();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    var answer = api.call("GET", path, Map.of(), new byte[0]);
    return answer.statusCode() == 200 ? json.readTree(answer.body()) : null;
  }
}
