package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.testing.AtTasklist;
import vn.dvc.pay.testing.Chromium;
import vn.dvc.sandbox.PersonsBrowser;
import vn.dvc.sandbox.PersonsBrowser.Page;

/** Staff come to Tasklist, Cockpit and Admin from the identity provider, and leave with it. */
@ScenarioTest
class StaffSignInScenarioTest {
  private static final String NOWHERE = "nowhere";
  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String WHO = "/camunda/api/admin/auth/user/default";
  private static final String SIGN_IN = "/operations/oauth2/authorization/staff";

  @Autowired ScenarioSandbox world;
  @Autowired IdentityService engine;
  @Autowired TaskService tasks;
  @Autowired Audit audit;

  private final PersonsBrowser browser = new PersonsBrowser();

  @Test
  void officerCompletesATaskInTasklist() {
    var task = taskOf("bank-officers");
    signIn(browser, "officer-1");

    assertThat(call(ENGINE + "/task/" + task + "/claim", "{'userId':'officer-1'}").status())
        .isEqualTo(204);
    assertThat(call(ENGINE + "/task/" + task + "/complete", "{}").status()).isEqualTo(204);

    assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
  }

  @Test
  void eachGroupEntersItsOwnApplications() {
    assertThat(signIn(browser, "teller-1").address().getPath()).isEqualTo("/operations/work");

    var member = browser.open(app(WHO)).body();

    assertThat(member).contains("\"userId\":\"teller-1\"").contains("\"tasklist\"");
    assertThat(member).doesNotContain("\"cockpit\"").doesNotContain("\"admin\"");
    assertThat(browser.open(app("/operations/cases")).status()).isEqualTo(403);
  }

  @Test
  void signingOutInTasklistEndsTheProvidersSession() {
    signIn(browser, "officer-1");

    assertThat(call(WHO + "/logout", "").status()).isEqualTo(204);

    assertThat(isKnown(browser)).isFalse();
    var leaving = browser.open(app(TASKLIST));
    assertThat(leaving.address().getPath()).isEqualTo("/operations/signed-out");
    browser.open(leaving.header("refresh").replace("0;url=", ""));
    assertThat(browser.open(world.url() + "/identity/portal").address().getPath())
        .isEqualTo("/identity/login");
  }

  @Test
  void signingOutAtTheProviderEndsTheSessionInTasklist() {
    signIn(browser, "officer-1");
    assertThat(isKnown(browser)).isTrue();

    browser.submit(
        browser.open(world.url() + "/identity/portal"), "/identity/logout", Map.of(), NOWHERE);

    assertThat(isKnown(browser)).isFalse();
    assertThat(browser.open(app(ENGINE + "/task")).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/operations", "/operations/models", "/operations/handbook"})
  void signingOutAtTheProviderEndsTheSessionOnOurPages(String path) {
    provider(browser, path.equals("/operations") ? "operator-1" : "analyst-1");
    browser.open(app(SIGN_IN));
    assertThat(browser.open(app(path)).address().getPath()).isEqualTo(path);

    browser.submit(
        browser.open(world.url() + "/identity/portal"), "/identity/logout", Map.of(), NOWHERE);

    assertThat(browser.open(app(path)).address().getPath()).isNotEqualTo(path);
  }

  @Test
  void groupsThatTheProviderTookAwayGiveNoRightsFromTheNextSignInOn() {
    signIn(browser, "operator-2");
    engine.createMembership("operator-2", "camunda-admin");
    assertThat(browser.open(app(WHO)).body()).contains("\"admin\"");

    signIn(new PersonsBrowser(), "operator-2");

    assertThat(browser.open(app(WHO)).body()).contains("\"cockpit\"").doesNotContain("\"admin\"");
    assertThat(audit.about("staff:operator-2"))
        .last()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo("identity-provider");
              assertThat(entry.action()).isEqualTo("groups-from-provider");
              assertThat(entry.reason()).isEqualTo("[camunda-admin, operators] → [operators]");
            });
  }

  @Test
  void payersSessionDoesNotOpenTasklist() {
    provider(browser, "nguyen-van-a");
    browser.open(app("/oauth2/authorization/payers"));
    assertThat(browser.open(app("/payments")).status()).isEqualTo(200);

    browser.open(app(TASKLIST));

    assertThat(isKnown(browser)).isFalse();
    assertThat(browser.open(app(ENGINE + "/task")).status()).isEqualTo(401);
  }

  @Test
  void operatorWithAPasswordIsAStrangerToTasklist() {
    browser.submit(
        browser.open(app("/operations/login")),
        "/operations/login",
        Map.of("username", "operator-1", "password", "operator-1"),
        NOWHERE);
    assertThat(browser.open(app("/operations/cases")).status()).isEqualTo(200);

    browser.open(app(TASKLIST));

    assertThat(isKnown(browser)).isFalse();
  }

  @Test
  void throughTheProviderToATaskAndOutAgainInARealBrowser() {
    var task = taskOf("bank-officers");
    try (var chromium = Chromium.orSkip()) {
      var person =
          chromium.browser().newContext(new Browser.NewContextOptions().setLocale("vi-VN"));
      var page = person.newPage();
      page.navigate(app(SIGN_IN));
      page.fill("#username", "officer-2");
      page.fill("#password", "officer-2");
      page.click("main button[type=submit]");
      page.waitForURL(app("/operations/work"));

      page.navigate(app(TASKLIST) + "#/?task=" + task);
      page.click("button.claim");
      page.locator("button[ng-click='complete()']").first().click();
      page.locator("button[ng-click='complete()']").first().waitFor(AtTasklist.gone());
      assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();

      page.click(".account > a");
      page.click(".account .logout a");
      page.waitForURL(app("/operations/login?signedOut"));
      page.navigate(world.url() + "/identity/portal");
      assertThat(page.url()).endsWith("/identity/login");
      chromium.close(person);
    }
  }

  private String taskOf(String group) {
    var task = tasks.newTask();
    task.setName("Việc thử");
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), group);
    return task.getId();
  }

  private Page signIn(PersonsBrowser person, String name) {
    provider(person, name);
    var first = person.open(app(SIGN_IN));
    assertThat(person.open(app(TASKLIST)).status()).isEqualTo(200);
    return first;
  }

  private void provider(PersonsBrowser person, String name) {
    var page = person.signIn(person.open(world.url() + "/identity/portal"), name, "2", NOWHERE);
    assertThat(page.address().getPath()).isEqualTo("/identity/portal");
  }

  private boolean isKnown(PersonsBrowser person) {
    return person.open(app(WHO)).body().contains("userId");
  }

  private Page call(String path, String json) {
    return browser.call(app(path), json.replace('\'', '"'));
  }

  private String app(String path) {
    return world.appUrl() + path;
  }
}
