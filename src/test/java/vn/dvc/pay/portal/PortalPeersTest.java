package vn.dvc.pay.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dvc.pay.testing.MoodyPeer;
import vn.dvc.pay.testing.MoodyPeer.Mood;
import vn.dvc.pay.values.Problem;

/**
 * A portal that misbehaves in every way: each call ends in time, in little memory, with a clear
 * result.
 */
@SpringBootTest(
    classes = PortalRoom.class,
    webEnvironment = WebEnvironment.NONE,
    properties = "dvc.portal.whole-time=1500ms")
@ActiveProfiles("test")
@DirtiesContext
class PortalPeersTest {
  private static final String PROFILE =
      "{\"kind\":\"ORGANISATION\",\"id\":\"0100109106\",\"name\":\"An Phát\"}";
  private static final MoodyPeer PORTAL = new MoodyPeer().saysWell(PROFILE);

  /** Far beyond the limit, and far below what an endless peer would take. */
  private static final Duration SOON = Duration.ofSeconds(8);

  @Autowired Profiles profiles;
  @Autowired PortalWebhooks webhooks;
  @Autowired CamelContext camel;

  @DynamicPropertySource
  static void portal(DynamicPropertyRegistry properties) {
    properties.add("dvc.portal.url", PORTAL::url);
  }

  @AfterAll
  static void stop() {
    PORTAL.close();
  }

  @ParameterizedTest
  @EnumSource
  void aProfileIsReceivedOrReportedUnavailable(Mood mood) throws Exception {
    begin("portal-profiles", mood);
    if (mood.isWell()) {
      assertThat(inTime(() -> profiles.of("0100109106"))).isPresent();
    } else {
      inTime(
          () ->
              assertThatThrownBy(() -> profiles.of("0100109106"))
                  .isInstanceOfSatisfying(
                      Problem.class,
                      problem -> {
                        assertThat(problem.status()).isEqualTo(503);
                        assertThat(problem.code()).isEqualTo("portal-unavailable");
                      }));
    }
    assertThat(PORTAL.requests()).containsExactly("GET /profiles/0100109106 HTTP/1.1");
  }

  @ParameterizedTest
  @EnumSource
  void aWebhookIsAcknowledgedByItsStatusWhateverFollows(Mood mood) throws Exception {
    begin("portal-webhooks", mood);
    assertThat(inTime(() -> webhooks.deliver("{}"))).isEqualTo(mood.tellsTheStatus());
    assertThat(PORTAL.requests()).containsExactly("POST /webhooks HTTP/1.1");
  }

  /** With a fresh breaker. */
  private void begin(String route, Mood mood) throws Exception {
    camel.getRouteController().stopRoute(route);
    camel.getRouteController().startRoute(route);
    PORTAL.is(mood);
  }

  private static <T> T inTime(Supplier<T> exchange) {
    var outcome = assertTimeoutPreemptively(SOON, exchange::get);
    assertThat(PORTAL.couldSendLittle()).isTrue();
    return outcome;
  }
}
