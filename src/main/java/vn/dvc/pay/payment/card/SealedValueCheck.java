package vn.dvc.pay.payment.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.values.Problem;

/** Checks the envelope of a sealed value, which is all we can see: only the bank can open it. */
@Component
class SealedValueCheck {
  private static final int MOST_CHARACTERS = 4096;
  // A compact JWE (RFC 7516): header, encrypted key, initialisation vector, ciphertext, tag.
  private static final Pattern COMPACT = Pattern.compile("[\\w-]+(\\.[\\w-]+){4}");

  // Anything else, such as "zip", "crit" or a key of the sender's, the bank would refuse, and the
  // payer would have lost one of three entries.
  private static final Set<String> HEADER = Set.of("alg", "enc", "kid", "typ", "cty");

  private final Banks banks;
  private final ObjectMapper json;

  SealedValueCheck(Banks banks, ObjectMapper json) {
    this.banks = banks;
    this.json = json;
  }

  /**
   * @throws Problem sealed-value-invalid (422) if this is not a value sealed for this bank
   */
  void check(String sealed, String bank) {
    if (sealed == null
        || sealed.length() > MOST_CHARACTERS
        || !COMPACT.matcher(sealed).matches()
        || !isSealedFor(bank, sealed)) {
      throw Problem.invalid("sealed-value-invalid");
    }
  }

  private boolean isSealedFor(String bank, String sealed) {
    try {
      var header = json.readTree(Base64.getUrlDecoder().decode(sealed.split("\\.")[0]));
      return header.properties().stream().map(Map.Entry::getKey).allMatch(HEADER::contains)
          && is(header, "alg", "RSA-OAEP-256")
          && is(header, "enc", "A256GCM")
          && banks.sealingKeys(bank).stream().anyMatch(key -> is(header, "kid", key.get("kid")));
    } catch (IOException | IllegalArgumentException notAHeader) {
      return false;
    }
  }

  private static boolean is(JsonNode header, String name, Object wanted) {
    return header.path(name).asText("").equals(wanted);
  }
}
