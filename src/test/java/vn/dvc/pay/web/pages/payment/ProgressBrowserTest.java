package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.OTHER;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import vn.dvc.pay.payment.Payments.Method;

/** Where is my payment? As a drawing and as a list. */
@PagesTest
class ProgressBrowserTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  @Autowired PagesFixture fixture;
  @Autowired FakePayments payments;
  @Autowired FakeProcesses processes;
  @Autowired WebApplicationContext context;

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void drawingShowsWhereThePaymentIsAndTurnsByItself(int width) {
    var page =
        BROWSER.page(new Browser.NewContextOptions().setViewportSize(width, 800).setLocale("vi"));
    var id = BROWSER.startPayment(page);
    processes.here = List.of("awaitCard");
    page.click(".aside a");

    assertThat(BROWSER.status(page)).isEqualTo("Khoản thanh toán đang ở đâu?");
    page.waitForSelector(".drawing .here");
    assertThat(page.locator(".drawing .here text").textContent()).contains("Chờ nhập thẻ");
    assertThat(page.locator(".drawing .been").count()).isEqualTo(2);
    assertThat(page.locator(".notice strong").innerText()).isEqualTo("Chờ nhập thẻ");
    assertThat(page.locator(".bjs-powered-by").isVisible()).isTrue();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(isInSight(page, ".drawing .here")).isTrue();
    assertThat(isInSight(page, ".bjs-powered-by")).isTrue();

    payments.bankPays(id);
    processes.here = List.of();
    page.waitForSelector("text=Quy trình đã kết thúc");
    var been = page.locator(".drawing .been");
    been.nth(2).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    assertThat(been.count()).isEqualTo(3);
  }

  @Test
  void withoutScriptTheListSaysTheSame() {
    var page = BROWSER.page(false);
    BROWSER.startPayment(page);
    processes.here = List.of("awaitCard");
    page.click(".aside a");

    assertThat(page.locator("figure").isVisible()).isFalse();
    assertThat(page.locator(".history-list li").allInnerTexts())
        .hasSize(3)
        .satisfies(
            steps -> {
              assertThat(steps.get(0)).startsWith("Yêu cầu thanh toán bằng thẻ").contains(":");
              assertThat(steps.get(2)).isEqualTo("Bây giờ: Chờ nhập thẻ");
            });
    page.click("text=English");
    assertThat(page.locator(".history-list li").last().innerText())
        .isEqualTo("Now: Wait for the card");
  }

  @Test
  void onlyThePayerSeesIt() {
    var id = payments.start(AN, List.of(fixture.first()), Method.CARD, null).id();
    for (var part : List.of("", "/status", "/drawing")) {
      var path = "/payments/" + id + "/progress" + part;
      assertThat(new SignedInPages(context, AN).open(path).getStatus()).isEqualTo(200);
      assertThat(new SignedInPages(context, OTHER).open(path).getStatus()).isEqualTo(404);
    }
  }

  private static boolean isInSight(Page page, String what) {
    return (Boolean)
        page.evaluate(
            """
            what => {
              const it = document.querySelector(what).getBoundingClientRect();
              return it.left >= 0 && it.right <= innerWidth;
            }""",
            what);
  }
}
