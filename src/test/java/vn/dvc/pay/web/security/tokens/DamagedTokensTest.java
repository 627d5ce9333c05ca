package vn.dvc.pay.web.security.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import vn.dvc.pay.testing.Fuzz;

/** Tokens as somebody sends them, and claims as a careless issuer signs them. */
@Tag("fast")
class DamagedTokensTest {
  private static final String CLAIMS =
      """
      {"iss":"https://id.example.vn","sub":"portal","aud":["dvc-pay"],"exp":4102444800,"iat":1764000000,
       "scope":"dvc-pay.portal","client_id":"portal"}""";

  /** Of the same kind as an issuer's, but quicker to sign. */
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

  @Test
  void damagedTokenIsTakenOrRefused() throws Exception {
    var decoder =
        NimbusJwtDecoder.withSecretKey(new SecretKeySpec(KEY, "HmacSHA256"))
            .macAlgorithm(MacAlgorithm.HS256)
            .build();
    decoder.setJwtValidator(new PortalTokenValidator("dvc-pay.portal", Set.of("portal")));
    var good = signed(CLAIMS.getBytes(UTF_8));
    assertThat(decoder.decode(good).getSubject()).isEqualTo("portal");
    Fuzz.damage(
        "tokens",
        Fuzz.texts(good),
        token -> decoder.decode(new String(token, UTF_8)),
        JwtException.class);
    Fuzz.damage(
        "claims", Fuzz.texts(CLAIMS), claims -> decoder.decode(signed(claims)), JwtException.class);
  }

  private static String signed(byte[] claims) throws Exception {
    var jws = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
    jws.sign(new MACSigner(KEY));
    return jws.serialize();
  }
}
