package vn.dvc.sandbox.signing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One bank's keys: for signing, for opening what was sealed for it, and for hashing what it stores.
 */
public final class SandboxBankKeys {

  private final String bin;
  private final StoredKeys stored;
  private final JWSSigner signer;
  private final JWSSigner stranger;

  SandboxBankKeys(String bin, StoredKeys stored) {
    this.bin = bin;
    this.stored = stored;
    try {
      this.signer = new ECDSASigner(stored.signing());
      this.stranger = new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot use the keys of bank " + bin, e);
    }
  }

  public Map<String, Object> published() {
    return new JWKSet(List.of(stored.signing(), stored.sealing())).toJSONObject(true);
  }

  /** The detached signature of a response, over the lines that the contract lists. */
  public String sign(int status, String path, byte[] body, String call, String time, String nonce) {
    return sign(signer, answer(status, path, body, call, time, nonce));
  }

  /** A signature that names this bank's key but was made with another one. */
  public String signWrongly(
      int status, String path, byte[] body, String call, String time, String nonce) {
    return sign(stranger, answer(status, path, body, call, time, nonce));
  }

  /** The detached signature of a notification from this bank to DVC Pay. */
  public String signRequest(
      String method, String path, byte[] body, String call, String time, String nonce) {
    return sign(
        signer,
        SignedText.of(List.of("request", method, path, Digest.of(body), call, time, nonce)));
  }

  private static byte[] answer(
      int status, String path, byte[] body, String call, String time, String nonce) {
    return SignedText.of(
        List.of("answer", Integer.toString(status), path, Digest.of(body), call, time, nonce));
  }

  private String sign(JWSSigner by, byte[] text) {
    JWSObject jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(stored.signing().getKeyID()).build(),
            new Payload(text));
    try {
      jws.sign(by);
    } catch (JOSEException e) {
      throw new IllegalStateException("Bank " + bin + " cannot sign", e);
    }
    return jws.serialize(true);
  }

  /** Opens a sealed value; empty if it was not sealed for this bank in the agreed way. */
  public Optional<Map<String, Object>> open(String sealed) {
    try {
      JWEObject jwe = JWEObject.parse(sealed);
      if (!JWEAlgorithm.RSA_OAEP_256.equals(jwe.getHeader().getAlgorithm())
          || !EncryptionMethod.A256GCM.equals(jwe.getHeader().getEncryptionMethod())
          || !stored.sealing().getKeyID().equals(jwe.getHeader().getKeyID())) {
        return Optional.empty();
      }
      jwe.decrypt(new RSADecrypter(stored.sealing()));
      return Optional.ofNullable(jwe.getPayload().toJSONObject());
    } catch (ParseException | JOSEException | IllegalStateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A keyed hash: without this bank's key file nobody can guess a card number or an OTP from it.
   */
  public String hash(String purpose, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(stored.hashing().toByteArray(), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal((purpose + "\n" + value).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
