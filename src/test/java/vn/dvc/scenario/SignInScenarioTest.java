package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.testing.Chromium;
import vn.dvc.sandbox.PersonsBrowser;

/**
 * Payers and staff sign in and out at a real OpenID provider, from which they come and to which
 * they return.
 */
@ScenarioTest
class SignInScenarioTest {
  private static final String NOWHERE = "nowhere";

  @Autowired ScenarioSandbox world;
  @Autowired Portal portal;
  @Autowired IdentityService engine;

  private final PersonsBrowser browser = new PersonsBrowser();

  @Test
  void payerFromThePortalIsNotAskedAgain() {
    var dossier = portal.dossierOwing(120_000);
    signInAtThePortal("nguyen-van-a", "2");

    var page = browser.open(app("/oauth2/authorization/payers"));

    assertThat(page.address().toString()).isEqualTo(app("/dossiers"));
    assertThat(page.body()).contains("Nguyễn Văn A").contains(dossier);
  }

  @Test
  void wantedPageIsReachedAfterSigningIn() {
    var login = browser.open(app("/payments"));
    assertThat(login.address().toString()).isEqualTo(app("/login"));
    var provider = browser.open(app("/oauth2/authorization/payers"));
    assertThat(provider.address().toString()).isEqualTo(world.url() + "/identity/login");

    var page = browser.signIn(provider, "cong-ty-an-phat", "2", NOWHERE);

    assertThat(page.address().getPath()).isEqualTo("/payments");
    assertThat(page.body()).contains("Công ty TNHH An Phát");
  }

  @Test
  void signingOutHereEndsThePortalsSession() {
    signInAtThePortal("nguyen-van-a", "2");
    var page = browser.open(app("/oauth2/authorization/payers"));
    assertThat(page.address().toString()).isEqualTo(app("/dossiers"));

    var leaving = browser.submit(page, "/logout", Map.of(), NOWHERE);
    var address = leaving.header("refresh").replace("0;url=", "");
    assertThat(address).startsWith(world.url() + "/connect/logout?");
    var home = browser.open(address);

    assertThat(home.address().toString()).isEqualTo(app("/login?signedOut"));
    assertThat(browser.open(app("/payments")).address().toString()).isEqualTo(app("/login"));
    assertThat(browser.open(world.url() + "/identity/portal").address().getPath())
        .isEqualTo("/identity/login");
  }

  @Test
  void signingOutAtThePortalEndsTheSessionHere() {
    signInAtThePortal("nguyen-van-a", "2");
    browser.open(app("/oauth2/authorization/payers"));
    assertThat(browser.open(app("/payments")).status()).isEqualTo(200);

    browser.submit(
        browser.open(world.url() + "/identity/portal"), "/identity/logout", Map.of(), NOWHERE);

    assertThat(browser.open(app("/payments")).address().toString()).isEqualTo(app("/login"));
  }

  @Test
  void levelOfAssuranceIsRequired() {
    signInAtThePortal("nguyen-van-a", "1");

    var page = browser.open(app("/oauth2/authorization/payers"));

    assertThat(page.address().toString()).isEqualTo(app("/login?refused=level"));
    assertThat(page.body()).contains("chưa đạt mức độ xác thực");
    assertThat(browser.open(app("/payments")).address().toString()).isEqualTo(app("/login"));
  }

  @Test
  void staffAreNoPayersAndPayersNoStaff() {
    signInAtThePortal("operator-1", "2");
    assertThat(browser.open(app("/oauth2/authorization/payers")).address().toString())
        .isEqualTo(app("/login?refused=account"));

    var payer = new PersonsBrowser();
    payer.signIn(payer.open(world.url() + "/identity/portal"), "nguyen-van-a", "2", NOWHERE);
    assertThat(payer.open(app("/operations/oauth2/authorization/staff")).address().toString())
        .isEqualTo(app("/operations/login?refused=account"));
    assertThat(engine.createUserQuery().userId("nguyen-van-a").count()).isZero();
  }

  @Test
  void answerToNoRequestOfThisBrowserIsRefused() {
    assertThat(browser.open(app("/login/oauth2/code/payers?code=c&state=s")).address().toString())
        .isEqualTo(app("/login?refused=provider"));
  }

  @Test
  void reportOfASignOutIsTrustedByItsSignature() {
    var login = browser.open(world.url() + "/identity/login");
    for (var provider : new String[] {"payers", "staff"}) {
      var answer =
          browser.submit(
              login,
              app("/identity/" + provider + "/signed-out"),
              Map.of("logout_token", "e30.e30.e30"),
              NOWHERE);
      assertThat(answer.status()).isEqualTo(400);
    }
  }

  @Test
  void operatorWorksAndLosesTheGroupsThatTheProviderTakesAway() {
    engine.createMembership("operator-3", "analysts");
    signInAtThePortal("operator-3", "2");

    var page = browser.open(app("/operations/oauth2/authorization/staff"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.address().getPath()).startsWith("/operations");
    assertThat(engine.createGroupQuery().groupMember("operator-3").list())
        .extracting("id")
        .containsExactly("operators");
    var home =
        browser.open(
            browser
                .submit(page, "/operations/logout", Map.of(), NOWHERE)
                .header("refresh")
                .replace("0;url=", ""));
    assertThat(home.address().toString()).isEqualTo(app("/operations/login?signedOut"));
  }

  @Test
  void oneSessionIsNeverAPayersAndAMemberOfStaffs() {
    signInAtThePortal("nguyen-van-a", "2");
    browser.open(app("/oauth2/authorization/payers"));
    browser.submit(
        browser.open(app("/operations/login")),
        "/operations/login",
        Map.of("username", "operator-1", "password", "operator-1"),
        NOWHERE);
    assertThat(browser.open(app("/operations/cases")).status()).isEqualTo(200);

    browser.open(app("/oauth2/authorization/payers"));

    assertThat(browser.open(app("/payments")).status()).isEqualTo(200);
    assertThat(browser.open(app("/operations/cases")).address().getPath())
        .isEqualTo("/operations/login");
  }

  @Test
  void fromThePortalToTheDossiersAndOutAgainInARealBrowser() {
    var dossier = portal.dossierOwing(120_000);
    try (var chromium = Chromium.orSkip()) {
      var person =
          chromium.browser().newContext(new Browser.NewContextOptions().setLocale("vi-VN"));
      var page = person.newPage();
      page.navigate(world.url() + "/identity/portal");
      page.fill("#username", "nguyen-van-a");
      page.fill("#password", "nguyen-van-a");
      page.click("main button[type=submit]");
      page.click("#pay");

      page.waitForURL(app("/dossiers"));
      assertThat(page.innerText("main")).contains(dossier);

      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng xuất")).click();
      page.waitForURL(app("/login?signedOut"));
      page.navigate(world.url() + "/identity/portal");
      assertThat(page.url()).endsWith("/identity/login");
      page.navigate(app("/dossiers"));
      assertThat(page.url()).endsWith("/login");
      chromium.close(person);
    }
  }

  private void signInAtThePortal(String name, String level) {
    var page = browser.signIn(browser.open(world.url() + "/identity/portal"), name, level, NOWHERE);
    assertThat(page.address().getPath()).isEqualTo("/identity/portal");
  }

  private String app(String path) {
    return world.appUrl() + path;
  }
}
