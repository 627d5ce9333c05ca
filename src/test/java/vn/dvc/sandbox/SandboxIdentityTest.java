package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulated OpenID provider, as DVC Pay and the portal use it. */
class SandboxIdentityTest {
  private static final String VERIFIER = "verifier-verifier-verifier-verifier-verifier";

  @RegisterExtension static final StartedSandbox STARTED = new StartedSandbox();

  private final PersonsBrowser browser = new PersonsBrowser();
  private String provider;
  private String app;

  @BeforeEach
  void find() {
    provider = STARTED.sandbox().url();
    app = STARTED.app().url();
    STARTED.app().told.clear();
  }

  @Test
  void payerSignsInAndIsDescribed() throws Exception {
    var code = browser.signIn(browser.open(authorize("dvc-pay", "n-1")), "nguyen-van-a", "2", app);

    assertThat(code.address().toString()).startsWith(app + "/login/oauth2/code/payers?");
    assertThat(code.query()).containsEntry("state", "s-1");
    var claims = idToken("dvc-pay", code).getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(provider);
    assertThat(claims.getAudience()).containsExactly("dvc-pay");
    assertThat(claims.getClaim("nonce")).isEqualTo("n-1");
    assertThat(claims.getClaim("acr")).isEqualTo("2");
    assertThat(claims.getClaim("payer_kind")).isEqualTo("INDIVIDUAL");
    assertThat(claims.getClaim("payer_id")).isEqualTo("049012345678");
    assertThat(claims.getClaim("name")).isEqualTo("Nguyễn Văn A");
    assertThat(claims.getClaims()).containsKeys("sid", "auth_time").doesNotContainKey("groups");
  }

  @Test
  void levelIsTheOneThatWasChosen() throws Exception {
    var code = browser.signIn(browser.open(authorize("dvc-pay", "n")), "nguyen-van-a", "1", app);

    assertThat(idToken("dvc-pay", code).getJWTClaimsSet().getClaim("acr")).isEqualTo("1");
  }

  @Test
  void staffHaveGroups() throws Exception {
    var code = browser.signIn(browser.open(authorize("dvc-pay-staff", "n")), "officer-1", "2", app);

    assertThat(code.address().getPath()).isEqualTo("/operations/login/oauth2/code/staff");
    var claims = idToken("dvc-pay-staff", code).getJWTClaimsSet();
    assertThat(claims.getClaim("groups")).isEqualTo(List.of("bank-officers"));
    assertThat(claims.getClaim("preferred_username")).isEqualTo("officer-1");
    assertThat(claims.getClaims()).doesNotContainKey("payer_id");
  }

  @Test
  void whoeverIsSignedInAtThePortalIsNotAskedAgain() {
    browser.signIn(browser.open(provider + "/identity/portal"), "nguyen-van-a", "2", "nowhere");

    assertThat(browser.follow(authorize("dvc-pay", "n"), app).query()).containsKey("code");
  }

  @Test
  void codeIsWorthNothingWithoutItsVerifier() throws Exception {
    var code = browser.signIn(browser.open(authorize("dvc-pay", "n")), "nguyen-van-a", "2", app);

    assertThat(exchange("dvc-pay", code, "x".repeat(44)).statusCode()).isEqualTo(400);
    var bare = browser.follow(authorize("dvc-pay", "n").replaceAll("&code_challenge.*", ""), app);
    assertThat(bare.query()).containsEntry("error", "invalid_request").doesNotContainKey("code");
  }

  @Test
  void wrongPasswordIsRefused() {
    var page =
        browser.submit(
            browser.open(authorize("dvc-pay", "n")),
            "/identity/login",
            Map.of("username", "nguyen-van-a", "password", "no"),
            app);

    assertThat(page.address().toString()).endsWith("/identity/login?error");
    assertThat(page.body()).contains("Tên hoặc mật khẩu không đúng");
  }

  @Test
  void signOutAtThePortalIsToldToEveryProgram() throws Exception {
    var code = browser.signIn(browser.open(authorize("dvc-pay", "n")), "nguyen-van-a", "2", app);
    var session = idToken("dvc-pay", code).getJWTClaimsSet().getClaim("sid");
    browser.submit(
        browser.open(provider + "/identity/portal"), "/identity/logout", Map.of(), "nowhere");

    assertThat(STARTED.app().told).hasSize(1);
    var told = STARTED.app().told.get(0);
    assertThat(told.path()).isEqualTo("/identity/payers/signed-out");
    var token = SignedJWT.parse(decoded(told.body().replace("logout_token=", "")));
    assertThat(isSignedByTheProvider(token)).isTrue();
    assertThat(token.getJWTClaimsSet().getClaim("sid")).isEqualTo(session);
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("dvc-pay");
    assertThat(token.getJWTClaimsSet().getClaims())
        .containsKey("events")
        .doesNotContainKey("nonce");
    assertThat(browser.open(authorize("dvc-pay", "n")).address().getPath())
        .isEqualTo("/identity/login");
  }

  @Test
  void signOutAtAProgramEndsTheSessionAtThePortal() throws Exception {
    var code = browser.signIn(browser.open(authorize("dvc-pay", "n")), "nguyen-van-a", "2", app);
    var token = idToken("dvc-pay", code).serialize();

    var home =
        browser.follow(
            provider
                + "/connect/logout?client_id=dvc-pay&id_token_hint="
                + token
                + "&post_logout_redirect_uri="
                + app
                + "/login?signedOut",
            app);

    assertThat(home.address().toString()).isEqualTo(app + "/login?signedOut");
    assertThat(STARTED.app().told).hasSize(1);
    assertThat(browser.open(provider + "/identity/portal").address().getPath())
        .isEqualTo("/identity/login");
  }

  @Test
  void portalGetsATokenForTheApi() throws Exception {
    var answer = token("portal", "grant_type=client_credentials&scope=dvc-pay.portal");

    var token = SignedJWT.parse(RunningSandbox.json(answer).path("access_token").asText());
    assertThat(isSignedByTheProvider(token)).isTrue();
    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("dvc-pay");
    assertThat(token.getJWTClaimsSet().getClaim("client_id")).isEqualTo("portal");
    assertThat(token.getJWTClaimsSet().getExpirationTime()).isNotNull();
    assertThat(token.getJWTClaimsSet().getClaims().get("scope").toString())
        .contains("dvc-pay.portal");
  }

  private String authorize(String client, String nonce) {
    var path =
        client.equals("dvc-pay")
            ? "/login/oauth2/code/payers"
            : "/operations/login/oauth2/code/staff";
    return provider
        + "/oauth2/authorize?response_type=code&scope=openid&state=s-1&client_id="
        + client
        + "&nonce="
        + nonce
        + "&redirect_uri="
        + app
        + path
        + "&code_challenge_method=S256&code_challenge="
        + challenge();
  }

  private SignedJWT idToken(String client, PersonsBrowser.Page code) throws Exception {
    var answer = exchange(client, code, VERIFIER);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var token = SignedJWT.parse(RunningSandbox.json(answer).path("id_token").asText());
    assertThat(isSignedByTheProvider(token)).isTrue();
    return token;
  }

  private HttpResponse<String> exchange(String client, PersonsBrowser.Page code, String verifier) {
    return token(
        client,
        "grant_type=authorization_code&code="
            + code.query().get("code")
            + "&code_verifier="
            + verifier
            + "&redirect_uri="
            + app
            + code.address().getPath());
  }

  private HttpResponse<String> token(String client, String form) {
    return RunningSandbox.send(
        HttpRequest.newBuilder(URI.create(provider + "/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((client + ":" + client).getBytes()))
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private boolean isSignedByTheProvider(SignedJWT token) throws Exception {
    var keys = JWKSet.parse(STARTED.sandbox().get("/oauth2/jwks").toString());
    return token.verify(new RSASSAVerifier(keys.getKeys().get(0).toRSAKey()));
  }

  private static String challenge() {
    try {
      return Base64URL.encode(
              MessageDigest.getInstance("SHA-256")
                  .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)))
          .toString();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.US_ASCII);
  }
}
