package vn.dvc.pay.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.dvc.pay.values.Sha256;

/**
 * Keyed hashes by which a value is recognised, and not known. Their key is made from the signing
 * key, which all nodes share and production demands; where that one changes, everything is new.
 */
@Component
public class Fingerprints {
  private static final String PURPOSE = "dvc-pay fingerprints 1 ";
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  Fingerprints(KeySettings settings) {
    var secret = new KeyFile(settings).keys().get(0).getD().decode();
    var key = Sha256.base64Url(PURPOSE.getBytes(StandardCharsets.UTF_8), secret);
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC);
  }

  /**
   * @param kind keeps equal values of different kinds apart
   */
  public String of(String kind, String value) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      var hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This JVM lacks " + HMAC, missing);
    }
  }
}
