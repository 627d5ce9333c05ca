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

/** One bank's keys: it signs with them, opens what was sealed for it, and hashes what it keeps. */
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
      throw new IllegalStateException("The keys of bank " + bin + " cannot be used", e);
    }
  }

  public Map<String, Object> published() {
    return new JWKSet(List.of(stored.signing(), stored.sealing())).toJSONObject(true);
  }

  /** The detached signature of an answer; its lines are those of the contract. */
  public String sign(int status, String path, byte[] body, String call, String time, String nonce) {
    return sign(signer, answer(status, path, body, call, time, nonce));
  }

  /** A signature that names this bank's key but was made with another one. */
  public String signWrongly(
      int status, String path, byte[] body, String call, String time, String nonce) {
    return sign(stranger, answer(status, path, body, call, time, nonce));
  }

  /** The detached signature of what this bank asks DVC Pay to take. */
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

  /** Opens a sealed value; empty when it was not sealed for this bank in the agreed way. */
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

  /** A keyed hash, from which nobody without this bank's files guesses a card number or an OTP. */
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
