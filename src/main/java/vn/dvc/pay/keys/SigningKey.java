package vn.dvc.pay.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Signs what we send to banks and to the portal (ES256). Receivers find the key by its {@code kid}
 * among {@link #publicJwks()}.
 */
@Component
public class SigningKey {
  private final JWSHeader header;
  private final JWSSigner signer;
  private final JWKSet published;
  private final Es256 es256;

  SigningKey(KeySettings settings, Es256 es256) throws JOSEException {
    var keys = new KeyFile(settings).keys();
    var first = keys.get(0);
    header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(first.getKeyID()).build();
    this.es256 = es256;
    signer = es256.signer(first);
    published = new JWKSet(List.<JWK>copyOf(keys)).toPublicJWKSet();
  }

  /**
   * The detached JWS of the payload (RFC 7515, appendix F): {@code <protected>..<signature>}, as
   * sent in the header {@code Dvc-Signature}.
   */
  public String sign(String payload) {
    try {
      var jws = new JWSObject(header, Es256.payload(payload));
      jws.sign(signer);
      return jws.serialize(true);
    } catch (JOSEException refused) {
      throw new IllegalStateException("Cannot sign", refused);
    }
  }

  /** The id of the key that signs. */
  public String id() {
    return header.getKeyID();
  }

  /** Whether one of our published keys has signed this payload. */
  public boolean hasSigned(String payload, String detached) {
    try {
      var parts = detached.split("\\.", -1);
      var jws =
          new JWSObject(new Base64URL(parts[0]), Es256.payload(payload), new Base64URL(parts[2]));
      var key = published.getKeyByKeyId(jws.getHeader().getKeyID());
      return key != null && jws.verify(es256.verifier(key.toECKey()));
    } catch (ParseException | JOSEException | RuntimeException notOurs) {
      return false;
    }
  }

  /** Our public keys as a JWK set. Nothing in it is secret. */
  public Map<String, Object> publicJwks() {
    return published.toJSONObject(true);
  }
}
