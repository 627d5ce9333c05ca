package vn.dvc.pay.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.PortalApi.assertProblem;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.HttpCaller;
import vn.dvc.pay.web.HttpCaller.Answer;
import vn.dvc.pay.web.WebTest;

/** Who has access to what. */
@WebTest
class AccessControlTest {
  @Autowired Callers callers;
  @Autowired IdentityService engine;

  @Test
  void apiAsksForThePortalsPassword() {
    var refused = callers.anybody().get("/api/v1/dossiers");

    assertProblem(refused, 401, "authentication-required");
    assertThat(refused.header("WWW-Authenticate")).startsWith("Basic");
    assertProblem(
        callers.anybody().as("portal", "wrong").get("/api/v1/dossiers"),
        401,
        "authentication-required");
    assertProblem(
        callers.anybody().with("Authorization", "Basic !!!").get("/api/v1/dossiers"),
        401,
        "authentication-required");
    assertThat(refused.header("Set-Cookie")).isNull();
  }

  @Test
  void payerIsNotAClientOfTheApi() {
    assertProblem(
        callers.anybody().as("nguyen-van-a", "nguyen-van-a").get("/api/v1/dossiers"),
        401,
        "authentication-required");
    assertProblem(
        callers.signedIn("nguyen-van-a").get("/api/v1/dossiers"), 401, "authentication-required");
  }

  @Test
  void unknownPathOfTheApiIsAProblem() {
    assertProblem(callers.portal().get("/api/v1/nothing-here"), 404, "path-not-found");
    assertProblem(callers.portal().get("/api/v1/a/%2e%2e/b"), 400, "bad-request");
  }

  @Test
  void strangerIsSentToTheLoginPage() {
    var answer = callers.anybody().get("/trial-me");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/trial-me", "/camunda-welcome", "/operations"})
  void scriptOfAStrangerGetsNoSession(String path) {
    var answer = callers.anybody().with("Sec-Fetch-Mode", "cors").get(path);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Set-Cookie")).isNull();
  }

  @Test
  void askingWhetherTasklistMayBeOpenedBeginsNoSession() {
    var answer = callers.anybody().send("HEAD", "/camunda/app/tasklist/default/", "text/plain", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Set-Cookie")).isNull();
  }

  @Test
  void payerSignsInAndIsKnown() {
    assertThat(callers.signedIn("nguyen-van-a").get("/trial-me").body())
        .isEqualTo("Nguyễn Văn A 049012345678");
    assertThat(callers.signedIn("cong-ty-an-phat").get("/trial-me").body())
        .isEqualTo("Công ty TNHH An Phát 0100109106");
  }

  @Test
  void wrongPasswordIsRefused() {
    var browser = callers.anybody();
    var answer = callers.signIn(browser, "nguyen-van-a", "cong-ty-an-phat");

    assertThat(answer.header("Location")).endsWith("/login?error");
    assertThat(browser.get("/trial-me").status()).isEqualTo(302);
  }

  @Test
  void signingInChangesTheSession() {
    var browser = callers.anybody();
    browser.get("/assets/trial-token");
    var before = callers.sessionOf(browser);
    callers.signIn(browser, "nguyen-van-a", "nguyen-van-a");

    assertThat(before).isNotNull();
    assertThat(callers.sessionOf(browser)).isNotNull().isNotEqualTo(before);
  }

  @Test
  void sessionCookieIsHiddenFromScriptsAndOtherSites() {
    assertThat(callers.anybody().get("/assets/trial-token").header("Set-Cookie"))
        .startsWith("DVCSESSION=")
        .contains("HttpOnly")
        .contains("SameSite=Lax");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/trial-change",
        "/login",
        "/logout",
        "/operations/login",
        "/camunda/api/admin/auth/user/default/login/tasklist"
      })
  void formOfAnotherSiteReplacesNoExistingSession(String path) {
    var answer = callers.anybody().with("Sec-Fetch-Site", "cross-site").form(path, Map.of());

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isIn("/", "/operations");
    assertThat(answer.header("Set-Cookie")).isNull();
  }

  @Test
  void formWithoutTokenIsRefused() {
    assertThat(callers.signedIn("nguyen-van-a").form("/trial-change", Map.of()).status())
        .isEqualTo(403);
    var late = callers.anybody().form("/trial-change", Map.of());
    assertThat(late.status()).isEqualTo(302);
    assertThat(late.header("Location")).endsWith("/login?expired");
  }

  @Test
  void formWithTokenIsAccepted() {
    var browser = callers.signedIn("nguyen-van-a");

    assertThat(browser.form("/trial-change", Map.of("_csrf", callers.token(browser))).body())
        .isEqualTo("changed");
  }

  @Test
  void pagesForbidForeignContent() {
    var answer = callers.signedIn("nguyen-van-a").get("/trial-me");

    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                + " base-uri 'none'; object-src 'none'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void onlyHealthOfTheActuatorIsOpen() {
    assertThat(callers.anybody().get("/actuator/health").status()).isIn(200, 503);
    assertThat(callers.anybody().get("/actuator").status()).isEqualTo(403);
    assertThat(callers.anybody().get("/actuator/env").status()).isEqualTo(403);
    assertThat(callers.anybody().get("/actuator/prometheus").status()).isEqualTo(403);
    assertThat(callers.anybody().get("/livez").status()).isEqualTo(200);
    assertThat(callers.anybody().get("/readyz").status()).isIn(200, 503);
    assertThat(callers.portal().get("/actuator/beans").status()).isEqualTo(403);
  }

  @Test
  void engineHasItsOwnLogin() {
    var page = callers.anybody().get("/camunda/app/tasklist/default/");
    assertThat(page.header("Location") + page.status()).doesNotContain("/login", "401", "403");
    assertThat(page.header("Content-Security-Policy")).contains("nonce-");
    // The engine's own response to an anonymous caller, not one of ours.
    assertThat(callers.anybody().get("/camunda/api/admin/auth/user/default").status())
        .isIn(200, 404);
  }

  @Test
  void operatorsSignInWhereOperatorsWork() {
    engine.saveUser(user("optrial"));
    if (engine.createGroupQuery().groupId("operators").count() == 0) {
      engine.saveGroup(engine.newGroup("operators"));
    }
    engine.createMembership("optrial", "operators");
    engine.saveUser(user("clerktrial"));

    var operator = callers.anybody();
    assertThat(operator.get("/operations/cases").header("Location")).endsWith("/operations/login");
    assertThat(signInAsStaff(operator, "optrial").header("Location")).contains("/operations/cases");
    assertThat(operator.get("/operations/nothing-here").status()).isEqualTo(404);
    assertThat(operator.get("/trial-me").status()).as("is not a payer").isEqualTo(302);

    var clerk = callers.anybody();
    signInAsStaff(clerk, "clerktrial");
    assertThat(clerk.get("/operations/nothing-here").status()).isEqualTo(403);

    var payer = callers.signedIn("nguyen-van-a");
    assertThat(payer.get("/operations/nothing-here").header("Location"))
        .endsWith("/operations/login");
    assertThat(signInAsStaff(payer, "nguyen-van-a").header("Location"))
        .endsWith("/operations/login?error");
    signInAsStaff(payer, "optrial");
    assertThat(payer.get("/trial-me").status()).as("is still the payer, too").isEqualTo(200);
  }

  private Answer signInAsStaff(HttpCaller browser, String id) {
    return browser.form(
        "/operations/login",
        Map.of("username", id, "password", id, "_csrf", callers.token(browser)));
  }

  private User user(String id) {
    var user = engine.newUser(id);
    user.setPassword(id);
    return user;
  }

  @Test
  void engineRestApiAndH2ConsoleDoNotExist() {
    assertThat(callers.anybody().get("/engine-rest/task").status()).isEqualTo(302);
    assertThat(callers.signedIn("nguyen-van-a").get("/engine-rest/task").status()).isEqualTo(404);
    assertThat(callers.signedIn("nguyen-van-a").get("/h2-console").status()).isEqualTo(404);
  }
}
