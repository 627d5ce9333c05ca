package vn.dvc.pay.bank;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;

/** All banks of the configuration, played by one WireMock that signs its answers. */
public final class TestBank {
  private static final String BANK_PATH = "/banks/\\d{6}";

  private final ECKey signing;
  private final RSAKey sealing;
  private final ECKey otherBanks = namesake();
  private final WireMockServer server;

  public TestBank() {
    try {
      signing = key("s1");
      sealing = new RSAKeyGenerator(2048).keyID("e1").keyUse(KeyUse.ENCRYPTION).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    server =
        new WireMockServer(
            wireMockConfig()
                .dynamicPort()
                .containerThreads(40)
                .extensions(new SignedAnswers(() -> signing)));
    server.start();
    reset();
  }

  public ECKey signingKey() {
    return signing;
  }

  /** A key that no bank has published. */
  public static ECKey stranger() {
    return key("nobody");
  }

  /** A stranger's key under the name of the bank's key. */
  public static ECKey namesake() {
    return key("s1");
  }

  private static ECKey key(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public String url() {
    return server.baseUrl();
  }

  public void reset() {
    server.resetAll();
    server.stubFor(
        get(urlMatching(BANK_PATH + "/keys"))
            .willReturn(aResponse().withBody(new JWKSet(List.of(signing, sealing)).toString())));
    server.stubFor(
        get(urlMatching("/banks/970431/keys"))
            .willReturn(aResponse().withBody(new JWKSet(otherBanks).toString())));
  }

  public void withoutKeys() {
    server.resetAll();
  }

  public void stop() {
    server.stop();
  }

  /** The last answer given, with its exact body and headers. */
  public ResponseDefinitionBuilder lastResponse() {
    var response = server.getAllServeEvents().get(0).getResponse();
    var again = aResponse().withStatus(response.getStatus()).withBody(response.getBody());
    for (var header : response.getHeaders().all()) {
      if (header.key().startsWith("Dvc-")) {
        again.withHeader(header.key(), header.firstValue());
      }
    }
    return again;
  }

  /** The answer to every call and inquiry from now on. */
  public void answers(ResponseDefinitionBuilder response) {
    server.stubFor(any(anyUrl()).atPriority(9).willReturn(response));
  }

  /** A signed answer with status 200, {@code {attemptRef}} and {@code {callRef}} filled in. */
  public static ResponseDefinitionBuilder signed(String body) {
    return aResponse().withBody(body).withTransformers(SignedAnswers.NAME);
  }

  /** The requests received, except those for keys. */
  public List<LoggedRequest> requests() {
    var money =
        urlPathMatching(
            BANK_PATH
                + "/(cards/|transactions/|accounts/|statements/|mandates|debits|reversals).*");
    return server.findAll(RequestPatternBuilder.newRequestPattern(null, money));
  }
}
