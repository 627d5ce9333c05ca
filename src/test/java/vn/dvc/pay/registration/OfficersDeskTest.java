package vn.dvc.pay.registration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.testing.AtTasklist;
import vn.dvc.pay.testing.Chromium;
import vn.dvc.pay.testing.HandbookPicture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.RegistrationId;

/** Tasklist as the bank's staff use it: with our scripts, texts and style, in a real browser. */
@RegistrationTest
class OfficersDeskTest {
  private static Chromium chromium;

  @Autowired RegistrationFixture fixture;
  @Autowired HumanTasks tasks;
  @Autowired DatabaseTime time;
  @LocalServerPort int port;

  @BeforeAll
  static void launch() {
    chromium = Chromium.orSkip();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void refusalStandsAtTheFieldThatItIsAbout() {
    var id = awaitingForm();
    try (var teller = at("teller-1")) {
      open(teller, id);
      teller.claims();

      assertThat(teller.isRefusedAt("Quyết định")).isEqualTo("Phải điền mục này.");
      teller.chooses("Trả lại người nộp");
      assertThat(teller.isRefusedAt("Lý do")).isEqualTo("Phải nêu lý do.");
      assertThat(teller.page.locator(".page-notifications .alert:has-text('lý do')")).hasCount(0);
      assertThat(teller.page.getByLabel("Lý do")).hasAttribute("aria-invalid", "true");
      assertThat(teller.page.getByLabel("Lý do")).isFocused();
      HandbookPicture.of(teller.page, "officer-refused");

      teller.writes("Lý do", "Thiếu con dấu");
      assertThat(teller.page.locator(".dvc-refusal")).hasCount(0);
      teller.completes();
    }
    assertThat(fixture.now(id).status()).isEqualTo(RegistrationStatus.RETURNED);
  }

  @Test
  void taskIsFoundInTasklistByWhatIsOnThePaper() {
    var id = awaitingForm();
    try (var teller = at("teller-1")) {
      var box = teller.page.getByLabel("Tìm theo mã tra cứu, người nộp hoặc mã QR");
      for (var typed : new String[] {id.reference().toString(), id.text()}) {
        box.fill(typed);
        box.press("Enter");
        teller.page.waitForURL(Pattern.compile(".*task=" + fixture.task(id).id() + ".*"));
        assertThat(teller.facts()).contains(id.text());
      }
      HandbookPicture.of(teller.page, "officer-find");
      box.fill("khong ai ca");
      box.press("Enter");
      teller.page.waitForURL(Pattern.compile(".*/operations/work\\?q=khong.*"));
      assertThat(teller.page.locator("main")).containsText("0 việc đang chờ");
    }
  }

  @Test
  void onAPhoneTheOpenTaskComesFirstAndNothingIsCutOff() {
    var id = awaitingForm();
    try (var teller = at("teller-1")) {
      teller.page.setViewportSize(390, 800);
      open(teller, id);
      teller.claims();
      var width =
          teller.page.evaluate(
              "Math.max(...[...document.querySelectorAll('.column, .fjs-form-field')]"
                  + ".map(it => it.getBoundingClientRect().right))");
      assertThat(((Number) width).doubleValue()).isLessThanOrEqualTo(390);
      assertThat(top(teller.page.locator("section.task-details")))
          .isLessThan(top(teller.page.locator("section.tasks-list")));
      var complete = teller.page.locator("button[ng-click='complete()']");
      complete.scrollIntoViewIfNeeded();
      assertThat(complete).isInViewport();
    }
  }

  @Test
  void searchMenuAndShortcutsAreVietnamese() {
    awaitingForm();
    try (var teller = at("teller-1")) {
      teller.page.click(".showShortcutHelp");
      assertThat(teller.page.locator(".shortcut-modal")).containsText("Nhận việc đang mở");
      teller.page.keyboard().press("Escape");
      teller.page.getByPlaceholder("Lọc công việc").click();
      assertThat(teller.page.getByText("Mã phiên bản quy trình")).isVisible();
      assertThat(teller.page.getByText("Bắt đầu quy trình")).isHidden();
      assertThat(teller.page.locator("[cam-widget-header]")).containsText("Trần Thị Giao Dịch");
    }
  }

  @Test
  void supervisorSeesWhoHasWhatAndNamesASubstitute() {
    var payer = fixture.organisation();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    tasks.claim(fixture.task(id).id(), "officer-1");
    try (var supervisor = at("supervisor-1")) {
      var page = supervisor.page;
      page.setViewportSize(1100, 760);
      page.navigate(url() + "/operations/work/substitutes");
      page.selectOption("[name=absent]", "officer-1");
      page.selectOption("[name=member]", "officer-2");
      var today = VietnamTime.dayOf(time.now());
      page.fill("[name=from]", today.toString());
      page.fill("[name=to]", today.plusDays(3).toString());
      page.fill("#reason", "Nghỉ phép");
      page.click("main form.stack button");
      assertThat(page.locator("main")).containsText("officer-1 → officer-2");
      HandbookPicture.of(page, "supervisor-substitutes");

      page.navigate(url() + "/operations/work");
      assertThat(page.locator("main")).containsText("vắng mặt, officer-2 thay đến hết");
      HandbookPicture.of(page, "supervisor-work");
      page.navigate(url() + "/operations/work?q=" + id.reference());
      HandbookPicture.of(page, "officer-work");
      page.click("text=Người thay khi vắng mặt");
      page.click("summary:has-text('Thôi thay')");
      page.fill("details [name=reason]", "Về sớm");
      page.click("details button");
      assertThat(page.locator("main")).containsText("Chưa có ai được đặt làm người thay.");
    }
  }

  private static double top(Locator where) {
    return where.boundingBox().y;
  }

  private void open(AtTasklist person, RegistrationId id) {
    person.page.navigate(url() + "/camunda/app/tasklist/default/#/?task=" + fixture.task(id).id());
    person.page.locator(".fjs-form").first().waitFor();
  }

  private RegistrationId awaitingForm() {
    var payer = fixture.organisation();
    return fixture.awaitingForm(payer, fixture.accountOf(payer));
  }

  private AtTasklist at(String member) {
    return AtTasklist.as(member, chromium.browser(), url());
  }

  private String url() {
    return "http://localhost:" + port;
  }
}
