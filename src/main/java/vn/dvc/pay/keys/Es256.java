package vn.dvc.pay.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes signers and verifiers for ES256 signatures (RFC 7518), to be kept for as long as their key:
 * with the {@link NativeCryptography native library} where it loads, in plain Java otherwise. A
 * signature made in one way is valid in the other.
 */
@Component
public class Es256 {
  private final @Nullable Provider provider;

  Es256() {
    this(NativeCryptography.load());
  }

  /**
   * @param provider computes the signatures; null for the JVM's own
   */
  Es256(@Nullable Provider provider) {
    this.provider = provider;
  }

  /**
   * What is signed, encoded by the JVM: the library's own encoder takes the same time for every
   * character, which secrets need and signed text does not, and many times as much of it.
   */
  public static Payload payload(String signed) {
    var bytes = signed.getBytes(StandardCharsets.UTF_8);
    return new Payload(
        new Base64URL(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
  }

  /** Signs with this private key. */
  public JWSSigner signer(ECKey key) throws JOSEException {
    var signer = new ECDSASigner(key.toECPrivateKey(provider), Curve.P_256);
    signer.getJCAContext().setProvider(provider);
    return signer;
  }

  /**
   * Verifies with this public key.
   *
   * @throws JOSEException if this is no point of the curve
   */
  public JWSVerifier verifier(ECKey key) throws JOSEException {
    var verifier = new ECDSAVerifier(key.toECPublicKey(provider));
    verifier.getJCAContext().setProvider(provider);
    return verifier;
  }
}
