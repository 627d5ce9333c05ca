package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.operations.models.AnalystsChange;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.refund.RefundFixture;
import vn.dvc.pay.reconciliation.day.BankDayFixture;
import vn.dvc.pay.testing.Axe;
import vn.dvc.pay.testing.Chromium;
import vn.dvc.pay.testing.HandbookPicture;

/**
 * axe finds nothing against WCAG 2.2 AA on any page of the staff, by day and by night, and a case
 * is decided with the keyboard alone.
 */
@OperatorsTest
class EveryStaffPageTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/templates/operations");
  private static final String STUCK = "EVERY-STAFF-PAGE";

  private static final String FOCUS_IS_SEEN =
      "document.activeElement === document.body"
          + " || getComputedStyle(document.activeElement).outlineStyle !== 'none'";

  private static final Set<StaffPage> PICTURED =
      EnumSet.of(StaffPage.OVERVIEW, StaffPage.PAYMENT, StaffPage.CASES);

  private static Chromium chromium;

  @Autowired CaseFixture cases;
  @Autowired RefundFixture refunds;
  @Autowired BankDayFixture days;
  @Autowired ProcessEngine engine;
  @LocalServerPort int port;

  /** Every page that staff can see, with the template that shows it and who opens it. */
  private enum StaffPage {
    LOGIN("login", null),
    LOGIN_WRONG("login", null),
    OVERVIEW("overview", "operator-1"),
    PAYMENTS("payments", "operator-1"),
    PAYMENT("payment", "operator-1"),
    CASES("cases", "operator-1"),
    CASE("case", "operator-1"),
    CASE_REFUSED("case", "operator-1"),
    SEARCH("search", "operator-1"),
    SEARCH_FOUND("search", "operator-1"),
    RECONCILIATION("reconciliation", "operator-1"),
    RECONCILIATION_DAY("reconciliation-report", "operator-1"),
    BANKS("banks", "operator-1"),
    STUCK("stuck", "operator-1"),
    STUCK_PREVIEW("stuck-preview", "operator-1"),
    PROCESSES("processes", "operator-1"),
    AUDIT("audit", "operator-1"),
    HANDBOOKS("handbooks", "operator-1"),
    HANDBOOK("handbook", "operator-1"),
    NOT_FOUND("refused", "operator-1"),
    WORK("work", "supervisor-1"),
    SUBSTITUTES("substitutes", "supervisor-1"),
    MODELS("models", "analyst-1"),
    MODELS_REFUSED("models", "analyst-1"),
    MODEL_RELEASE("model-release", "analyst-1"),
    MODEL_MOVE("model-move", "analyst-1");

    final String template;
    final String member;

    StaffPage(String template, String member) {
      this.template = template;
      this.member = member;
    }
  }

  @BeforeAll
  static void open() {
    chromium = Chromium.orSkip();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void tidyUp() {
    days.forget();
    engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(STUCK)
        .list()
        .stream()
        .forEach(it -> engine.getRuntimeService().deleteProcessInstance(it.getId(), "test over"));
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void nothingIsAgainstTheRules(ColorScheme scheme) {
    var payment = refunds.paid(100_000, 20_000);
    refunds.ask(payment, 0);
    var file = cases.open();
    days.begins();
    stuck();
    var found = new ArrayList<String>();
    var context = chromium.browser().newContext(options().setColorScheme(scheme));
    var page = context.newPage();
    String signedIn = null;
    for (var each : StaffPage.values()) {
      if (each.member != null && !each.member.equals(signedIn)) {
        signedIn = each.member;
        context.clearCookies();
        signIn(page, signedIn);
      }
      open(each, page, payment, file);
      assertThat(page.locator("main h1").count()).as(each + " " + page.url()).isOne();
      if (each.member != null) {
        assertThat(page.locator("nav a[href='/operations/handbook']").count())
            .as("" + each)
            .isOne();
      }
      if (scheme == ColorScheme.LIGHT && PICTURED.contains(each)) {
        HandbookPicture.of(page, "operator-" + each.template);
      }
      Axe.faults(page).forEach(fault -> found.add(each + " " + fault));
    }
    chromium.close(context);
    assertThat(found).isEmpty();
  }

  @Test
  void everyTemplateOfTheStaffIsOnSomePage() throws IOException {
    var seen = new TreeSet<String>();
    for (var each : StaffPage.values()) {
      seen.add(each.template + ".html");
    }
    try (var files = Files.list(TEMPLATES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(withParts(seen));
    }
  }

  private static TreeSet<String> withParts(TreeSet<String> pages) {
    pages.add("frame.html");
    pages.add("parts.html");
    return pages;
  }

  @Test
  void aCaseIsDecidedWithTheKeyboardAlone() {
    var file = cases.open();
    var context = chromium.browser().newContext(options());
    var page = context.newPage();
    page.navigate("/operations/cases/" + file);
    page.waitForSelector("#username");
    tabTo(page, "#username");
    page.keyboard().type("operator-1");
    tabTo(page, "#password");
    page.keyboard().type("operator-1");
    page.keyboard().press("Enter");
    page.waitForURL("**/operations/cases/" + file + "*");

    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
    page.keyboard().press("Enter");
    tabTo(page, "[name=decision]");
    page.keyboard().press("Space");
    tabTo(page, "#reason");
    page.keyboard().type(CaseFixture.WHY);
    tabTo(page, "form[action$=decide] button");
    page.keyboard().press("Enter");
    page.waitForSelector(".said:has-text('" + CaseFixture.WHY + "')");
    chromium.close(context);
  }

  /** As somebody without a mouse gets there, who also must see where they are. */
  private static void tabTo(Page page, String wanted) {
    var isThere = "wanted => document.activeElement.matches(wanted)";
    for (var i = 0; i < 80; i++) {
      if ((Boolean) page.evaluate(isThere, wanted)) {
        return;
      }
      page.keyboard().press("Tab");
      assertThat(page.evaluate(FOCUS_IS_SEEN))
          .as("the focus is seen on " + page.evaluate("document.activeElement.outerHTML"))
          .isEqualTo(true);
    }
    throw new AssertionError(wanted + " is not reached by Tab");
  }

  private static void open(StaffPage which, Page page, Payment payment, String file) {
    switch (which) {
      case LOGIN -> page.navigate("/operations/login");
      case LOGIN_WRONG -> page.navigate("/operations/login?error");
      case OVERVIEW -> page.navigate("/operations");
      case PAYMENT -> page.navigate("/operations/payments/" + payment.id());
      case CASE -> page.navigate("/operations/cases/" + file);
      case CASE_REFUSED -> {
        page.navigate("/operations/cases/" + file);
        page.check("[name=decision] >> nth=0");
        page.fill("#reason", "   ");
        page.click("form[action$=decide] button");
      }
      case SEARCH_FOUND -> page.navigate("/operations/search?q=049012345678");
      case RECONCILIATION_DAY ->
          page.navigate(
              "/operations/reconciliation/" + BankDayFixture.BANK + "/" + BankDayFixture.DAY);
      case STUCK_PREVIEW -> {
        page.navigate("/operations/stuck");
        page.click("a[href*='/stuck/preview'] >> nth=0");
      }
      case MODELS_REFUSED -> upload(page, Map.of("otp-policy.dmn", AnalystsChange.tries("hai")));
      case MODEL_RELEASE -> {
        upload(page, AnalystsChange.files());
        page.waitForSelector(".drawing .added");
      }
      case MODEL_MOVE ->
          page.navigate("/operations/models/moves?process=counter-payment&from=1&to=1");
      case SUBSTITUTES -> page.navigate("/operations/work/substitutes");
      case PROCESSES -> {
        page.navigate("/operations/processes");
        page.waitForSelector(".drawing .badge.stuck");
      }
      case HANDBOOKS -> page.navigate("/operations/handbook");
      case HANDBOOK -> page.navigate("/operations/handbook/operator");
      case NOT_FOUND -> page.navigate("/operations/cases/none");
      default -> page.navigate("/operations/" + which.name().toLowerCase());
    }
  }

  private static void upload(Page page, Map<String, byte[]> files) {
    page.navigate("/operations/models");
    page.setInputFiles(
        "#file",
        files.entrySet().stream()
            .map(each -> new FilePayload(each.getKey(), "text/xml", each.getValue()))
            .toArray(FilePayload[]::new));
    page.fill("#reason", "Công văn 7");
    page.click("form[enctype] button");
    page.waitForLoadState();
  }

  private void signIn(Page page, String member) {
    page.navigate("/operations/login");
    page.fill("#username", member);
    page.fill("#password", member);
    page.click("main button");
  }

  private void stuck() {
    FailingCall.deploy(engine);
    var tasks = engine.getExternalTaskService();
    for (var i = 0; i < 2; i++) {
      engine.getRuntimeService().startProcessInstanceByKey("failing-call", STUCK);
      var call = tasks.fetchAndLock(1, "trial").topic("trial.nobody", 60_000).execute().get(0);
      tasks.handleFailure(call.getId(), "trial", "EveryPage", 0, 0);
    }
  }

  private NewContextOptions options() {
    return new NewContextOptions().setBaseURL("http://localhost:" + port).setLocale("vi");
  }
}
