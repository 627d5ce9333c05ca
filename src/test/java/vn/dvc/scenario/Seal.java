package vn.dvc.scenario;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Map;

/** Seals data for a bank, as a payer's browser does. */
public final class Seal {
  private Seal() {}

  public static String card(String jwk, Card card, String payment, String challenge) {
    return seal(
        jwk,
        Map.of(
            "number", card.number(),
            "holder", card.holder(),
            "date", card.date(),
            "payment", payment,
            "challenge", challenge));
  }

  public static String otp(String jwk, String otp, String payment, String challenge) {
    return seal(jwk, Map.of("otp", otp, "payment", payment, "challenge", challenge));
  }

  private static String seal(String jwk, Map<String, Object> content) {
    try {
      var key = RSAKey.parse(jwk);
      var header =
          new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
              .keyID(key.getKeyID())
              .build();
      var jwe = new JWEObject(header, new Payload(content));
      jwe.encrypt(new RSAEncrypter(key));
      return jwe.serialize();
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A demo card of the sandbox. */
  public record Card(String bank, String number, String holder, String date) {
    /** Nothing is ever wrong with it. */
    public static final Card GOOD = vietinbank("9704150000000011");

    public static Card vietinbank(String number) {
      return new Card("970415", number, "NGUYEN VAN A", "07/15");
    }
  }
}
