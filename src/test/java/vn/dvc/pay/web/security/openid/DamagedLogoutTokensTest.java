package vn.dvc.pay.web.security.openid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import vn.dvc.pay.testing.Fuzz;
import vn.dvc.pay.web.security.openid.provider.ProviderTokens;
import vn.dvc.pay.web.security.openid.provider.Providers;

/** Reports of sign-outs as anybody may send them, and claims as a careless provider signs them. */
@Tag("fast")
class DamagedLogoutTokensTest {
  private static final String ISSUER = "https://id.example.vn";

  private final SignedOutSessions signedOut = mock(SignedOutSessions.class);
  private ECKey key;
  private HttpServer keys;
  private SignOutController controller;

  @BeforeEach
  void publishKeys() throws Exception {
    key = new ECKeyGenerator(Curve.P_256).keyID("k-1").generate();
    var published = new JWKSet(key).toPublicJWKSet().toString().getBytes(UTF_8);
    keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    keys.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, published.length);
          exchange.getResponseBody().write(published);
          exchange.close();
        });
    keys.start();
    var providers = mock(Providers.class);
    when(providers.findByRegistrationId("payers")).thenReturn(provider());
    controller = new SignOutController(providers, new ProviderTokens(), signedOut);
  }

  @AfterEach
  void stop() {
    keys.stop(0);
  }

  @Test
  void damagedReportIsTakenOrRefused() throws Exception {
    var claims =
        """
        {"iss":"%s","sub":"079085000017","aud":["dvc-pay"],"iat":%d,"jti":"j-1","sid":"s-1",
         "events":{"http://schemas.openid.net/event/backchannel-logout":{}}}"""
            .formatted(ISSUER, Instant.now().getEpochSecond());
    var good = signed(claims.getBytes(UTF_8));
    assertThat(answerTo(good)).isEqualTo(HttpStatus.OK);
    verify(signedOut, atLeastOnce()).add(any());
    Fuzz.damage("logout-tokens", Fuzz.texts(good), token -> isKnown(new String(token, UTF_8)));
    Fuzz.damage("logout-claims", Fuzz.texts(claims), damaged -> isKnown(signed(damaged)));
  }

  private void isKnown(String token) {
    assertThat(answerTo(token)).isIn(HttpStatus.OK, HttpStatus.BAD_REQUEST);
  }

  private Object answerTo(String token) {
    return controller.report("payers", token).getStatusCode();
  }

  private String signed(byte[] claims) throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k-1").build();
    var jws = new JWSObject(header, new Payload(claims));
    jws.sign(new ECDSASigner(key));
    return jws.serialize();
  }

  private ClientRegistration provider() {
    return ClientRegistration.withRegistrationId("payers")
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .clientId("dvc-pay")
        .redirectUri("{baseUrl}/login/oauth2/code/payers")
        .authorizationUri(ISSUER + "/authorize")
        .tokenUri(ISSUER + "/token")
        .issuerUri(ISSUER)
        .jwkSetUri("http://localhost:" + keys.getAddress().getPort() + "/keys")
        .build();
  }
}
