package vn.dvc.pay.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.release.ReleasedModels;
import vn.dvc.pay.operations.models.AnalystsChange;
import vn.dvc.pay.operations.models.ModelsAsBefore;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.testing.AtTasklist;
import vn.dvc.pay.testing.Chromium;
import vn.dvc.pay.testing.HandbookPicture;

/**
 * An analyst allows more tries for an OTP and adds a task for people, on the running product and in
 * a real browser: another person releases both, the next payment follows them, one under way does
 * not until it is moved. {@link ModelReleaseTest} looks at what is refused.
 */
@OperatorsTest
class AnalystsDayTest {
  /** A rehearsal on a busy machine takes its time. */
  private static final double PATIENCE_MS = 120_000;

  @Autowired CollectionFixture payers;
  @Autowired Payments payments;
  @Autowired HumanTasks tasks;
  @Autowired ReleasedModels models;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private ModelsAsBefore before;

  @BeforeEach
  void remember() {
    before = ModelsAsBefore.of(models, transaction);
  }

  @AfterEach
  void restore() {
    before.restore();
  }

  @Test
  void changeIsReleasedByTwoPersonsAndFollowedByTheNextPayment() {
    try (var chromium = Chromium.orSkip()) {
      var untouched = instructed();
      var moved = instructed();
      var analyst = signedIn(chromium, "analyst-1");
      var operator = signedIn(chromium, "operator-1");

      var release = uploads(analyst);
      says(operator, release, "form[action$=release]", "Đã xem cùng phòng nghiệp vụ");
      assertThat(operator.locator("main")).containsText("Đã đưa vào chạy");
      HandbookPicture.of(operator, "analyst-released");

      payments.cancel(untouched.id());
      assertThat(payments.find(untouched.id()).orElseThrow().status())
          .isEqualTo(PaymentStatus.CANCELLED);
      var next = instructed();
      payments.cancel(next.id());
      assertThat(tasks.openOf(next.id().text()))
          .extracting(HumanTasks.HumanTask::activity)
          .containsExactly("lookAtCancel");
      seesTheNewTask(chromium);

      var plan = plans(analyst);
      says(operator, plan, "form[action$=move]", "Đã xem");
      assertThat(operator.locator("main")).containsText("Đã chuyển");
      HandbookPicture.of(operator, "analyst-moved");
      payments.cancel(moved.id());
      assertThat(tasks.openOf(moved.id().text())).hasSize(1);
    }
  }

  private String uploads(Page analyst) {
    analyst.navigate("/operations/models");
    analyst.setInputFiles(
        "#file",
        AnalystsChange.files().entrySet().stream()
            .map(each -> new FilePayload(each.getKey(), "text/xml", each.getValue()))
            .toArray(FilePayload[]::new));
    analyst.fill("#reason", "Công văn 7: năm lần nhập OTP, xem lại khoản bị hủy");
    HandbookPicture.of(analyst, "analyst-upload");
    analyst.click("form[enctype] button");
    analyst.waitForSelector(".drawing .added");
    assertThat(analyst.locator("main")).containsText("Chờ người thứ hai");
    HandbookPicture.of(analyst, "analyst-difference");
    analyst.locator(".drawing").first().scrollIntoViewIfNeeded();
    HandbookPicture.of(analyst.locator(".drawing").first(), "analyst-drawing");
    return analyst.url();
  }

  private void seesTheNewTask(Chromium chromium) {
    var url = "http://localhost:" + port;
    try (var operator = AtTasklist.as("operator-2", chromium.browser(), url)) {
      operator.opens("Xem lại khoản bị hủy");
      operator.page.setViewportSize(1300, 760);
      HandbookPicture.of(operator.page, "analyst-new-task");
    }
  }

  private String plans(Page analyst) {
    analyst.navigate("/operations/models");
    analyst.locator("a[href*='moves?process=counter-payment']").last().click();
    analyst.waitForSelector("text=awaitCollection");
    analyst.fill("[name=reason]", "Theo bản mới");
    HandbookPicture.of(analyst, "analyst-plan");
    analyst.click("main form[action*='moves'] button");
    analyst.waitForURL(url -> !url.contains("?"));
    return analyst.url();
  }

  private static void says(Page page, String where, String form, String reason) {
    page.navigate(where);
    page.fill("main " + form + " [name=reason]", reason);
    page.locator("main " + form + " button").first().click();
    page.waitForLoadState();
  }

  private Page signedIn(Chromium chromium, String member) {
    var page =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL("http://localhost:" + port)
                    .setLocale("vi-VN")
                    .setViewportSize(1100, 760))
            .newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.navigate("/operations/login");
    page.fill("#username", member);
    page.fill("#password", member);
    page.click("main button");
    return page;
  }

  private Payment instructed() {
    return payers.instructedFor(CollectionFixture.anotherDossier(), 120_000);
  }
}
