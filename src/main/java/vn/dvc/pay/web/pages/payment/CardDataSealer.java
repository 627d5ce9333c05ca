package vn.dvc.pay.web.pages.payment;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.values.Json;

/**
 * Encrypts what a payer typed with the issuing bank's public key, in the request thread, for
 * browsers that cannot do so themselves, and supplies that key to the browsers that can. We have no
 * private key to decrypt it with.
 */
@Component
class CardDataSealer {
  private final Banks banks;

  CardDataSealer(Banks banks) {
    this.banks = banks;
  }

  /** The key as JSON for the page's script; empty if the bank has never given us one. */
  Optional<String> key(String bin) {
    return rsaKey(bin).map(key -> Json.write(key.toPublicJWK().toJSONObject()));
  }

  String card(Payment payment, String bin, CardEntry card) {
    var rest = binding(payment);
    rest.put("holder", card.holder());
    rest.put("date", card.date());
    return seal(bin, "number", card.number(), rest);
  }

  String otp(Payment payment, char[] otp) {
    return seal(payment.bank(), "otp", otp, binding(payment));
  }

  private static Map<String, Object> binding(Payment payment) {
    var binding = new LinkedHashMap<String, Object>();
    binding.put("payment", payment.id().text());
    binding.put("challenge", payment.card().challenge());
    return binding;
  }

  /**
   * The secret consists of digits only, so it needs no escaping and is never turned into a String.
   */
  private String seal(String bin, String name, char[] secret, Map<String, Object> rest) {
    var key =
        rsaKey(bin).orElseThrow(() -> new IllegalStateException("No sealing key for bank " + bin));
    var open = Json.write(rest);
    var clear =
        CharBuffer.allocate(open.length() + secret.length + name.length() + 8)
            .put("{\"" + name + "\":\"")
            .put(secret)
            .put("\",")
            .put(open, 1, open.length())
            .flip();
    var bytes = StandardCharsets.UTF_8.encode(clear);
    var payload = Arrays.copyOf(bytes.array(), bytes.limit());
    try {
      return encrypt(key, payload);
    } finally {
      wipe(clear, bytes, payload);
    }
  }

  private static String encrypt(RSAKey key, byte[] payload) {
    var header =
        new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
            .keyID(key.getKeyID())
            .build();
    var sealed = new JWEObject(header, new Payload(payload));
    try {
      sealed.encrypt(new RSAEncrypter(key));
    } catch (JOSEException unusable) {
      // The cause is dropped because its text might contain what was being sealed.
      throw new IllegalStateException("Cannot seal with bank key " + key.getKeyID());
    }
    return sealed.serialize();
  }

  private static void wipe(CharBuffer clear, ByteBuffer bytes, byte[] payload) {
    Arrays.fill(clear.array(), '0');
    Arrays.fill(bytes.array(), (byte) 0);
    Arrays.fill(payload, (byte) 0);
  }

  private Optional<RSAKey> rsaKey(String bin) {
    for (var jwk : banks.sealingKeys(bin)) {
      try {
        return Optional.of(RSAKey.parse(jwk));
      } catch (ParseException otherKind) {
        continue;
      }
    }
    return Optional.empty();
  }
}
