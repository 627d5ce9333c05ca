package vn.dvc.pay.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import vn.dvc.pay.engine.signin.StaffDirectory;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.testing.TestCa;
import vn.dvc.pay.web.HttpCaller;
import vn.dvc.pay.web.security.openid.ProviderSessions;
import vn.dvc.scenario.FreePort;

/** The application as it starts in production, on PostgreSQL, with all settings from outside. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("production")
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext // Closed while its database is still there.
class ProductionTest {
  private static final int STAFF_PORT = FreePort.next();

  @TempDir static Path certificates;
  @LocalServerPort private int port;
  @Autowired private IdentityService identity;
  @MockitoBean private JwtDecoder tokens;

  @DynamicPropertySource
  static void environment(DynamicPropertyRegistry environment) throws Exception {
    var key = new ECKeyGenerator(Curve.P_256).keyID("trial").generate();
    var keys = new JWKSet(key).toString(false);
    environment.add("DVC_DB_URL", Postgres::freshUrlOfTwoUsers);
    environment.add("DVC_DB_USER", () -> Postgres.USER);
    environment.add("DVC_DB_OWNER", () -> Postgres.OWNER);
    environment.add("DVC_DB_OWNER_PASSWORD", () -> "long-enough-and-not-known");
    environment.add("DVC_DB_PASSWORD", () -> "long-enough-and-not-known");
    environment.add("DVC_API_ISSUER", () -> "https://id.example.vn");
    environment.add("dvc.portal.url", () -> "https://portal.example.vn/dvc");
    environment.add("dvc.collecting.account", () -> "118000099999");
    environment.add("dvc.pinned-keys.banks.970415[0]", () -> "thumbprint-agreed-on-paper");
    environment.add("DVC_API_CLIENTS", () -> "portal");
    environment.add("DVC_PAYERS_ISSUER", () -> "https://id.example.vn/payers");
    environment.add("DVC_PAYERS_CLIENT_ID", () -> "dvc-pay-payers");
    environment.add("DVC_PAYERS_CLIENT_SECRET", () -> "long-enough-and-not-known");
    environment.add("DVC_PAYERS_LEVELS", () -> "2");
    environment.add("DVC_STAFF_ISSUER", () -> "https://id.example.vn/staff");
    environment.add("DVC_STAFF_CLIENT_ID", () -> "dvc-pay-people");
    environment.add("DVC_STAFF_CLIENT_SECRET", () -> "long-enough-and-not-known");
    environment.add("DVC_PUBLIC_URL", () -> "https://pay.example.vn");
    environment.add("DVC_STAFF_URL", () -> "https://staff.example.vn");
    environment.add("DVC_STAFF_PORT", () -> STAFF_PORT);
    environment.add("DVC_BANK_PORT", FreePort::next);
    var ca = new TestCa("CA of the bank");
    for (var bundle : List.of("bank-port", "vietin")) {
      TestCa.settings(bundle, certificates, ca.issue("pay.example.vn"), ca)
          .forEach((name, value) -> environment.add(name, () -> value));
    }
    environment.add("dvc.mutual-tls.banks.970415.bundle", () -> "vietin");
    environment.add("dvc.mutual-tls.banks.970415.client-name", () -> "api.bank.example.vn");
    environment.add("DVC_SIGNING_KEYS", () -> keys);
    environment.add("DVC_SUPPORT_PHONE", () -> "0235 385 0000");
    environment.add("DVC_SUPPORT_HOURS", () -> "7:30–17:00");
    // A list is replaced as a whole: production must name all its banks with all their settings.
    Map.of(
            "bin", "970415",
            "name", "VietinBank",
            "url", "https://api.bank.example.vn",
            "card-lengths", "16,19",
            "date-kind", "ISSUE",
            "capture", "SEPARATE",
            "terms.version", "1",
            "terms.text", "Tôi đồng ý",
            "enable-online.hotline", "1900",
            "slots", "2")
        .forEach((name, value) -> environment.add("dvc.banks[0]." + name, () -> value));
    environment.add("dvc.banks[0].inquiry-slots", () -> "1");
    environment.add("logging.level.root", () -> "warn");
  }

  private HttpCaller anybody() {
    return HttpCaller.of(port);
  }

  private static HttpCaller staff() {
    return HttpCaller.of(STAFF_PORT);
  }

  @Test
  void atEachPortThereIsOnlyWhatBelongsToItsSide() {
    for (var path :
        List.of(
            "/operations",
            "/operations/login",
            "/camunda/app/tasklist/default/",
            "/camunda/api/engine/engine/default/task",
            "/identity/staff/signed-out",
            "/bank/v1/notices",
            "//operations",
            "/%6fperations/login",
            "/x/..;/operations/login")) {
      assertThat(anybody().get(path).status()).as(path).isIn(400, 404);
    }
    for (var path :
        List.of(
            "/dossiers",
            "/login",
            "/check",
            "/payments",
            "/api/v1/keys",
            "/identity/payers/signed-out",
            "/bank/v1/notices",
            "/actuator/health",
            "/operations/../check")) {
      assertThat(staff().get(path).status()).as(path).isIn(400, 404);
    }
    assertThat(staff().get("/").header("Location")).isEqualTo("/operations");
    assertThat(staff().get("/livez").status()).isEqualTo(200);
    assertThat(anybody().get("/api/v1/keys").status()).isEqualTo(200);
  }

  @Test
  void sessionOfStaffEndsWhereItTurnsUpAmongPayers() {
    var signedIn =
        staff().with(SignedInStaff.HEADER, "officer-8").get("/camunda/app/welcome/default/");
    var session =
        signedIn.response().headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("DVCSESSION="))
            .map(cookie -> cookie.replaceFirst(";.*", ""))
            .findFirst()
            .orElseThrow();
    var page = "/camunda/app/welcome/default/";
    assertThat(staff().with("Cookie", session).get(page).status()).isEqualTo(200);

    assertThat(anybody().with("Cookie", session).get("/dossiers").header("Location"))
        .endsWith("/oauth2/authorization/payers");

    assertThat(staff().with("Cookie", session).get(page).status()).isEqualTo(302);
  }

  @Test
  void apiAsksForATokenOfTheIssuer() {
    when(tokens.decode(any())).thenThrow(new BadJwtException("no"));
    doReturn(Jwt.withTokenValue("good").header("alg", "ES256").subject("portal").build())
        .when(tokens)
        .decode("good");

    var refused = anybody().get("/api/v1/dossiers");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(anybody().as("portal", "portal").get("/api/v1/dossiers").status()).isEqualTo(401);
    assertThat(anybody().with("Authorization", "Bearer bad").get("/api/v1/dossiers").status())
        .isEqualTo(401);
    assertThat(anybody().with("Authorization", "Bearer good").get("/api/v1/dossiers").status())
        .isEqualTo(200);
  }

  @Test
  void callersAreToldToRetryWhileTheIssuerIsUnreachable() {
    doThrow(new JwtException("keys cannot be fetched")).when(tokens).decode("any");
    doThrow(new JwtDecoderInitializationException("no", new IOException()))
        .when(tokens)
        .decode("first");

    for (var token : List.of("any", "first")) {
      var answer = anybody().with("Authorization", "Bearer " + token).get("/api/v1/dossiers");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("10");
      assertThat(answer.json().path("code").asText()).isEqualTo("temporarily-unavailable");
    }
  }

  @Test
  void incidentOutsideTheControllersIsLoggedUnderItsNumber(CapturedOutput log) {
    doThrow(new IllegalStateException("may-not-be-seen")).when(tokens).decode("fault");

    var answer = anybody().with("Authorization", "Bearer fault").get("/api/v1/dossiers");

    assertThat(answer.status()).isEqualTo(500);
    var incident = answer.json().path("incident").asText();
    assertThat(incident).hasSize(12);
    assertThat(log.getAll())
        .contains("Incident " + incident)
        .contains("IllegalStateException")
        .doesNotContain("may-not-be-seen");
  }

  @Test
  void peopleSignInAtTheirProvidersOnly() {
    var browser = anybody().with("X-Forwarded-Proto", "https");
    var wanted = browser.get("/dossiers");

    assertThat(wanted.header("Location")).endsWith("/oauth2/authorization/payers");
    assertThat(wanted.header("Set-Cookie"))
        .startsWith("DVCSESSION=")
        .contains("Secure")
        .contains("SameSite=Lax");
    assertThat(staff().get("/operations/cases").header("Location"))
        .endsWith("/operations/oauth2/authorization/staff");
    for (var page : List.of("/login", "/operations/login")) {
      var pages = page.startsWith("/operations") ? staff() : browser;
      assertThat(pages.get(page).body()).doesNotContain("type=\"password\"");
      assertThat(
              pages
                  .form(page, Map.of("username", "nguyen-van-a", "password", "nguyen-van-a"))
                  .header("Location"))
          .endsWith(page + "?expired");
    }
  }

  @Test
  void redirectsLeadToOurOwnAddressWhateverTheCallerSaysItIs() {
    for (var path : List.of("/dossiers", "/signed-out")) {
      assertThat(misled(anybody()).get(path).header("Location"))
          .as(path)
          .matches("(https://pay\\.example\\.vn)?/.*");
    }
    for (var path : List.of("/operations/cases", "/camunda/app/tasklist/default/", "/")) {
      assertThat(misled(staff()).get(path).header("Location"))
          .as(path)
          .matches("(https://staff\\.example\\.vn)?/.*");
    }
    assertThat(misled(anybody()).form("/login", Map.of()).header("Location"))
        .isEqualTo("/login?expired");
  }

  private static HttpCaller misled(HttpCaller caller) {
    return caller
        .with("X-Forwarded-Host", "evil.example")
        .with("X-Forwarded-Proto", "http")
        .with("X-Forwarded-Port", "81");
  }

  @Test
  void webApplicationsOfTheEngineSendToTheProvider() {
    for (var application : List.of("tasklist", "cockpit", "admin", "welcome")) {
      var page = staff().get("/camunda/app/" + application + "/default/");
      assertThat(page.status()).isEqualTo(302);
      assertThat(page.header("Location")).endsWith("/operations/oauth2/authorization/staff");
    }
    assertThat(staff().get("/camunda/api/engine/engine/default/task").status()).isEqualTo(401);
  }

  @Test
  void nobodyEntersTheEnginesPagesByPassword() {
    var user = identity.newUser("chief");
    user.setPassword("long-enough-and-not-known");
    identity.saveUser(user);
    identity.createMembership("chief", "camunda-admin");

    var login =
        staff()
            .form(
                "/camunda/api/admin/auth/user/default/login/admin",
                Map.of("username", "chief", "password", "long-enough-and-not-known"));

    assertThat(login.status()).isIn(401, 403);
    assertThat(login.body()).doesNotContain("authorizedApps");
  }

  /** And nobody is asked to set up a first administrator. */
  @Test
  void tokenOfTheEnginesPagesTravelsOverHttpsOnly() {
    var answer =
        staff().with(SignedInStaff.HEADER, "officer-9").get("/camunda/app/welcome/default/");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("XSRF-TOKEN="))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
  }

  @Test
  void staffSetNoShortPassword() {
    var user = identity.newUser("careless");
    user.setPassword("1");

    assertThatThrownBy(() -> identity.saveUser(user)).hasMessageContaining("policy");
  }

  @Test
  void browserIsToldToUseHttps() {
    assertThat(anybody().get("/login").body()).doesNotContain("class=\"trial\"");
    assertThat(anybody().get("/login").header("Strict-Transport-Security")).contains("max-age=");
  }

  /** As if the provider had signed somebody in: the one of this test cannot be reached. */
  @TestConfiguration
  static class SignedInStaff {
    static final String HEADER = "X-Signed-In";

    @Bean
    FilterRegistrationBean<Filter> signedIn(StaffDirectory directory) {
      var filter =
          new FilterRegistrationBean<Filter>(
              (request, response, chain) -> {
                var id = ((HttpServletRequest) request).getHeader(HEADER);
                if (id != null) {
                  var member = directory.enter(id, id, List.of("bank-officers"));
                  ProviderSessions.begin(((HttpServletRequest) request).getSession(), member);
                }
                chain.doFilter(request, response);
              });
      filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 20); // in sessions that are ours
      return filter;
    }
  }
}
