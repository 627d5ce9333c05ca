package vn.dvc.pay.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;

/** A member of the bank's staff in Tasklist, in a browser of their own. */
public final class AtTasklist implements AutoCloseable {
  private static final double PATIENCE_MS = 90_000;

  private final BrowserContext browser;
  private final String url;
  public final Page page;

  private AtTasklist(Browser chromium, String appUrl) {
    browser =
        chromium.newContext(
            new Browser.NewContextOptions().setLocale("vi-VN").setViewportSize(1300, 1200));
    browser.setDefaultTimeout(PATIENCE_MS);
    url = appUrl + "/camunda/app/tasklist/default/";
    page = browser.newPage();
  }

  /** Signs in as a demo account, whose password equals its id. */
  public static AtTasklist as(String id, Browser chromium, String appUrl) {
    var person = new AtTasklist(chromium, appUrl);
    person.signsIn(id);
    return person;
  }

  private void signsIn(String id) {
    page.navigate(url);
    page.fill("input[type=text]", id);
    page.fill("input[type=password]", id);
    page.click("button[type=submit]");
    arrives();
  }

  /** The filters are there; the list of tasks is hidden while it is empty. */
  private void arrives() {
    try {
      page.getByText("Việc của nhóm").first().waitFor();
    } catch (TimeoutError stuck) {
      throw new AssertionError(
          "Tasklist at " + page.url() + " shows:\n" + page.innerText("body"), stuck);
    }
  }

  /** Opens the task of this name; waits until there is one. */
  public AtTasklist opens(String task) {
    var exactly = new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + task + "\\s*$"));
    for (var looks = 0; looks < 20; looks++) {
      var found = page.locator(".tasks-list h4, .tasks-list .task h4 a").filter(exactly).first();
      try {
        found.click(new Locator.ClickOptions().setTimeout(5_000));
        form().waitFor();
        return this;
      } catch (TimeoutError notThereYet) {
        page.navigate(url);
        arrives();
      }
    }
    throw new AssertionError("Tasklist shows no task " + task);
  }

  /** Claims the open task; after that the form can be filled in. */
  public AtTasklist claims() {
    page.click("button.claim");
    page.waitForSelector("button.unclaim, .task-card .unclaim, [ng-click='unclaim()']");
    return this;
  }

  /** Tries to claim the open task and is refused. */
  public String isRefusedToClaim() {
    page.click("button.claim");
    var refusal = page.locator(".alert").filter(new Locator.FilterOptions().setHasText("người"));
    refusal.first().waitFor();
    return refusal.first().innerText();
  }

  public AtTasklist chooses(String answer) {
    form().getByLabel(answer, new Locator.GetByLabelOptions().setExact(true)).check();
    return this;
  }

  public AtTasklist writes(String label, String text) {
    form().getByLabel(label).fill(text);
    return this;
  }

  /** Completes the task and waits until it is gone. */
  public void completes() {
    page.click("button[ng-click='complete()']");
    page.locator("button[ng-click='complete()']").waitFor(gone());
  }

  /** Tries to complete the task and waits until the field of this label says why it is refused. */
  public String isRefusedAt(String label) {
    page.click("button[ng-click='complete()']");
    var field = new Locator.FilterOptions().setHasText(label);
    var refusal = page.locator(".fjs-form-field").filter(field).locator(".fjs-form-field-error");
    refusal.first().waitFor();
    return refusal.first().innerText();
  }

  /** What the list says of its tasks. */
  public String rows() {
    return page.locator(".tasks-list").first().innerText();
  }

  /** What the form shows as read-only facts. */
  public String facts() {
    return form().getByLabel("Thông tin đăng ký").inputValue();
  }

  /** What colleagues decided and noted before. */
  public String earlier() {
    return form().getByLabel("ghi chú trước đây").inputValue();
  }

  private Locator form() {
    return page.locator(".fjs-form").first();
  }

  public static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  @Override
  public void close() {
    browser.close();
  }
}
