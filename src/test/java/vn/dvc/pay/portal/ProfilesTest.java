package vn.dvc.pay.portal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.portal.Profiles.Representative;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

@SpringBootTest(
    classes = PortalRoom.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "dvc.portal.whole-time=5s")
@ActiveProfiles("test")
@DirtiesContext
class ProfilesTest {
  private static final WireMockServer PORTAL =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private static final String AN_PHAT =
      """
      {"login":"cong-ty-an-phat","kind":"ORGANISATION","id":"0100109106",
       "name":"Công ty TNHH An Phát","phone":"02363888999","email":"ketoan@anphat.example.vn",
       "address":"45 Nguyễn Văn Linh","representative":{"name":"Trần Thị Bình","title":"Giám đốc"}}
      """;

  @Autowired Profiles profiles;
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
  void portalThatKnowsNobody() throws Exception {
    PORTAL.resetAll();
    PORTAL.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
    // A fresh breaker for each test.
    camel.getRouteController().stopRoute("portal-profiles");
    camel.getRouteController().startRoute("portal-profiles");
  }

  @Test
  void profileIsWhatThePortalSays() {
    answers(okJson(AN_PHAT));

    assertThat(profiles.of("0100109106"))
        .contains(
            new Profile(
                new Payer(Payer.Kind.ORGANISATION, "0100109106", "Công ty TNHH An Phát"),
                "02363888999",
                "ketoan@anphat.example.vn",
                "45 Nguyễn Văn Linh",
                new Representative("Trần Thị Bình", "Giám đốc")));
  }

  @Test
  void profileIsShownAsItIsPrinted() {
    answers(
        okJson(
            AN_PHAT
                .replace("Trần Thị Bình", "H’Hen Đă\\u0301k\\u00ad Niê")
                .replace("45 Nguyễn", "45  Nguyê\\u0303n")));

    var profile = profiles.of("0100109106").orElseThrow();
    assertThat(profile.address()).isEqualTo("45 Nguyễn Văn Linh");
    assertThat(profile.representative()).isEqualTo(new Representative("H'Hen Đắk Niê", "Giám đốc"));
  }

  @Test
  void strangerHasNoProfile() {
    assertThat(profiles.of("0100109106")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../secrets", "0100109106/..", "0100109106?x=1", "ế"})
  void invalidIdIsNotRequested(String id) {
    assertThat(profiles.of(id)).isEmpty();
    PORTAL.verify(0, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429, 401, 302, 204})
  void anyOtherStatusMeansUnavailableAndIsNotRetried(int status) {
    answers(aResponse().withStatus(status).withHeader("Location", PORTAL.baseUrl() + "/else"));
    unavailable();
    PORTAL.verify(1, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "<html>",
        "{\"kind\":\"ORGANISATION\",\"id\":\"0100109106\"}",
        "{\"kind\":\"ROBOT\",\"id\":\"0100109106\",\"name\":\"A\"}",
        "{\"kind\":\"ORGANISATION\",\"id\":\"0100112437\",\"name\":\"Another one\"}"
      })
  void garbageMeansUnavailable(String body) {
    answers(okJson(body));
    unavailable();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void brokenConnectionMeansUnavailable(Fault fault) {
    answers(aResponse().withFault(fault));
    unavailable();
  }

  @Test
  void silenceEndsAfterTheTimeOut() {
    answers(okJson(AN_PHAT).withFixedDelay(30_000));
    var start = System.nanoTime();
    unavailable();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void trickledAnswerTimesOut() {
    answers(okJson(AN_PHAT).withChunkedDribbleDelay(200, 60_000));
    var start = System.nanoTime();
    unavailable();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void endlessAnswerIsNotReadInFull() {
    answers(okJson("{\"name\":\"" + "x".repeat(200_000) + "\"}"));
    unavailable();
  }

  @Test
  void portalIsNeverCalledInsideATransaction() {
    TransactionSynchronizationManager.setActualTransactionActive(true);
    try {
      assertThatThrownBy(() -> profiles.of("0100109106")).isInstanceOf(IllegalStateException.class);
    } finally {
      TransactionSynchronizationManager.setActualTransactionActive(false);
    }
  }

  private void unavailable() {
    assertThatThrownBy(() -> profiles.of("0100109106"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(503);
              assertThat(problem.code()).isEqualTo("portal-unavailable");
            });
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    PORTAL.stubFor(get("/portal/profiles/0100109106").willReturn(answer));
  }
}
