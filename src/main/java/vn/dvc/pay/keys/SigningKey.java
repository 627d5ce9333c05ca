package vn.dvc.pay.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
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

  SigningKey(KeySettings settings, Es256 es256) throws JOSEException {
    var keys = new KeyFile(settings).keys();
    var first = keys.get(0);
    header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(first.getKeyID()).build();
    signer = es256.signer(first);
    published = new JWKSet(List.<JWK>copyOf(keys)).toPublicJWKSet();
  }

  /**
   * The detached JWS of the payload (RFC 7515, appendix F): {@code <protected>..<signature>}, as
   * sent in the header {@code Dvc-Signature}.
   */
  public String sign(String payload) {
    try {
      var jws = new JWSObject(header, new Payload(payload));
      jws.sign(signer);
      return jws.serialize(true);
    } catch (JOSEException refused) {
      throw new IllegalStateException("Cannot sign", refused);
    }
  }

  /** Our public keys as a JWK set. Nothing in it is secret. */
  public Map<String, Object> publicJwks() {
    return published.toJSONObject(true);
  }
}
