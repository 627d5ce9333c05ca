package vn.dvc.pay.portal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dvc.pay.keys.SigningKey;

@SpringBootTest(
    classes = PortalRoom.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {"dvc.portal.whole-time=5s", "dvc.portal.slow=500ms"})
@ActiveProfiles("test")
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class PortalWebhooksTest {
  private static final WireMockServer PORTAL =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private static final String EVENT =
      "{\"event_id\":\"1\",\"type\":\"dossier.paid\",\"data\":{\"statusText\":\"ĐÃ THANH TOÁN\"}}";

  @Autowired PortalWebhooks webhooks;
  @Autowired SigningKey key;
  @Autowired CamelContext camel;

  @DynamicPropertySource
  static void portal(DynamicPropertyRegistry properties) {
    PORTAL.start();
    properties.add("dvc.portal.url", () -> PORTAL.baseUrl() + "/portal");
  }

  @AfterAll
  static void stop() {
    PORTAL.stop();
  }

  @BeforeEach
  void portalThatKnowsNothing() throws Exception {
    PORTAL.resetAll();
    // A fresh breaker for each test.
    camel.getRouteController().stopRoute("portal-webhooks");
    camel.getRouteController().startRoute("portal-webhooks");
  }

  @Test
  void thePortalReceivesTheExactTextWithAVerifiableSignature() throws Exception {
    answers(aResponse().withStatus(204));

    assertThat(webhooks.deliver(EVENT)).isTrue();

    var request = theOnlyRequest();
    assertThat(request.getUrl()).isEqualTo("/portal/webhooks");
    assertThat(request.getHeader("Content-Type")).startsWith("application/json");
    assertThat(request.getBody()).isEqualTo(EVENT.getBytes(UTF_8));
    var signature = request.getHeader("Dvc-Signature");
    assertThat(isSignatureOf(signature, request.getBody())).isTrue();
    assertThat(isSignatureOf(signature, EVENT.replace("1", "2").getBytes(UTF_8))).isFalse();
  }

  @Test
  void anySuccessStatusMeansAcknowledged() {
    answers(aResponse().withStatus(202).withBody("accepted"));

    assertThat(webhooks.deliver(EVENT)).isTrue();
  }

  @Test
  void anErrorOfThePortalMeansUnacknowledgedAndIsNotRetriedAtOnce() {
    answers(aResponse().withStatus(500));

    assertThat(webhooks.deliver(EVENT)).isFalse();

    theOnlyRequest();
  }

  @Test
  void aBusyPortalIsNotRetriedAtOnce() {
    answers(aResponse().withStatus(503).withHeader("Retry-After", "0"));

    assertThat(webhooks.deliver(EVENT)).isFalse();

    theOnlyRequest();
  }

  @Test
  void aRefusalMeansUnacknowledged() {
    answers(aResponse().withStatus(422));

    assertThat(webhooks.deliver(EVENT)).isFalse();

    theOnlyRequest();
  }

  @Test
  void aRedirectIsNotFollowed() {
    answers(aResponse().withStatus(307).withHeader("Location", PORTAL.baseUrl() + "/elsewhere"));

    assertThat(webhooks.deliver(EVENT)).isFalse();

    theOnlyRequest();
  }

  @Test
  void silenceEndsAfterTheTimeOut() {
    answers(aResponse().withFixedDelay((int) Duration.ofSeconds(20).toMillis()));

    assertThat(webhooks.deliver(EVENT)).isFalse();

    theOnlyRequest();
  }

  @Test
  void aBrokenConnectionMeansUnacknowledgedAndIsNotRetriedAtOnce() {
    answers(aResponse().withFault(Fault.EMPTY_RESPONSE));

    assertThat(webhooks.deliver(EVENT)).isFalse();

    theOnlyRequest();
  }

  @Test
  void anEndlessAnswerIsNotReadBeyondItsHeader() {
    answers(
        aResponse()
            .withStatus(200)
            .withBody("x".repeat(1000))
            .withChunkedDribbleDelay(100, 20_000));

    var start = System.nanoTime();
    assertThat(webhooks.deliver(EVENT)).isTrue();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aPortalThatIsDownIsLeftAloneForAWhile() {
    answers(aResponse().withStatus(500));
    for (var i = 0; i < 5; i++) {
      webhooks.deliver(EVENT);
    }
    PORTAL.resetRequests();
    answers(aResponse().withStatus(200));

    assertThat(webhooks.deliver(EVENT)).isFalse();

    PORTAL.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void refusalsDoNotKeepOtherEventsBack() {
    answers(aResponse().withStatus(422));
    for (var i = 0; i < 10; i++) {
      webhooks.deliver(EVENT);
    }
    answers(aResponse().withStatus(200));

    assertThat(webhooks.deliver(EVENT)).isTrue();
  }

  @Test
  void aSlowDeliveryIsLogged(CapturedOutput output) {
    answers(aResponse().withStatus(204).withFixedDelay(1_000));

    assertThat(webhooks.deliver(EVENT)).isTrue();

    assertThat(output).contains("The portal took PT").contains("over a webhook");
  }

  @Test
  void theLogSaysNothingOfABody(CapturedOutput output) {
    answers(aResponse().withStatus(500).withBody("answer-of-the-portal"));
    webhooks.deliver(EVENT);
    answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    webhooks.deliver(EVENT);

    assertThat(output)
        .contains("Webhook delivery failed")
        .doesNotContain("ĐÃ THANH TOÁN")
        .doesNotContain("answer-of-the-portal");
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    PORTAL.resetMappings();
    PORTAL.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
    PORTAL.stubFor(post("/portal/webhooks").willReturn(answer));
  }

  private static LoggedRequest theOnlyRequest() {
    var requests = PORTAL.findAll(anyRequestedFor(anyUrl()));
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  private boolean isSignatureOf(String detached, byte[] body) throws Exception {
    var jws = JWSObject.parse(detached, new Payload(body));
    assertThat(jws.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    var published = JWKSet.parse(key.publicJwks());
    var verifier = new ECDSAVerifier(published.getKeyByKeyId(jws.getHeader().getKeyID()).toECKey());
    return jws.verify(verifier);
  }
}
