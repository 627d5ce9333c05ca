package vn.dvc.pay.web.security.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import vn.dvc.pay.http.ExchangeLimits;
import vn.dvc.pay.testing.MoodyPeer;
import vn.dvc.pay.testing.MoodyPeer.Mood;

/**
 * A token issuer that misbehaves in every way: callers with a token are not kept waiting for it.
 */
@Tag("fast")
class TokenIssuerTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static RSAKey key;

  private final MoodyPeer issuer = new MoodyPeer();

  @BeforeAll
  static void makeAKey() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsDecodedOrTheIssuerReportedUnreachable(Mood mood) throws Exception {
    issuer.saysWell(new JWKSet(key.toPublicJWK()).toString()).is(mood);
    var token = token();
    var decoder = decoder(Duration.ZERO);

    assertTimeoutPreemptively(
        SOON,
        () -> {
          if (mood.isWell()) {
            assertThat(decoder.decode(token).getSubject()).isEqualTo("portal");
          } else {
            assertThatThrownBy(() -> decoder.decode(token))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
          }
        });
    assertThat(issuer.requests()).containsOnly("GET /keys HTTP/1.1");
    assertThat(issuer.couldSendLittle()).isTrue();
  }

  @Test
  void afterAFailureTheIssuerIsNotAskedForAWhile() throws Exception {
    issuer.is(Mood.CLOSES_BEFORE_THE_HEAD);
    var token = token();
    var decoder = decoder(Duration.ofMinutes(5));

    for (int call = 0; call < 5; call++) {
      assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    assertThat(issuer.requests()).hasSize(1);
  }

  @Test
  void tokensThatNameUnknownKeysDoNotMakeUsAskAgain() throws Exception {
    issuer.saysWell(new JWKSet(key.toPublicJWK()).toString());
    var decoder = decoder(Duration.ofMinutes(5));
    assertThat(decoder.decode(token()).getSubject()).isEqualTo("portal");

    for (int call = 0; call < 5; call++) {
      var unknown = token("unknown-" + call);
      assertThatThrownBy(() -> decoder.decode(unknown)).isInstanceOf(BadJwtException.class);
    }

    assertThat(issuer.requests()).hasSize(1);
  }

  private JwtDecoder decoder(Duration pause) {
    var limits =
        new ExchangeLimits(
            Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(1500), 64 * 1024);
    return NimbusJwtDecoder.withJwkSetUri(issuer.url() + "/keys")
        .restOperations(TokenIssuerConfiguration.bounded(limits, pause))
        .build();
  }

  private static String token() throws Exception {
    return token("k1");
  }

  private static String token(String kid) throws Exception {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(),
            new JWTClaimsSet.Builder().subject("portal").build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
