package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** A payer chooses how to be told, and whoever has a message stops it. */
@PagesTest
class NoticesBrowserTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @Autowired FakeMailings mailings;
  @Autowired WebApplicationContext context;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void payerIsToldByMailOnceTheCodeIsEntered(boolean javaScript) {
    var page = signedIn(javaScript);
    page.click("text=Thông báo");
    page.fill("#email-address", "an@example.vn");
    page.click("#email button");
    assertThat(page.locator("#email").innerText()).contains("an@example.vn", "Chưa xác nhận");

    page.fill("#email-code", "000000");
    page.click("#email button >> nth=0");
    assertThat(page.locator(".notice").innerText()).contains("Mã không đúng hoặc đã hết hạn");
    page.fill("#email-code", FakeMailings.CODE);
    page.click("#email button >> nth=0");
    assertThat(page.locator("#email").innerText()).contains("Đang nhận thông báo");

    page.click("#email button");
    assertThat(page.locator("#email-address").inputValue()).isEmpty();
  }

  @Test
  void wrongAddressStaysToBeCorrected() {
    var page = signedIn(true);
    page.navigate("/notices");
    page.fill("#sms-address", "0236 388 8999");
    page.click("#sms button");
    assertThat(page.locator(".notice").innerText()).contains("số di động Việt Nam");
    assertThat(page.locator("#sms-address").inputValue()).isEqualTo("0236 388 8999");
    assertThat(page.locator("#sms-address").getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.locator("#email-address").inputValue()).isEmpty();
  }

  /** Programs that look for malware open links, too. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void openingTheLinkInAMessageStopsNothingItsButtonDoes(boolean javaScript) {
    mailings.clear();
    var page = BROWSER.page(javaScript);
    page.navigate("/notices/stop/" + TOKEN);
    assertThat(mailings.stopped).isEmpty();
    page.click("main button");
    assertThat(page.locator("main").innerText()).contains("Đã dừng");
    assertThat(mailings.stopped).containsExactly(TOKEN);
  }

  @Test
  void mailProgramsStopMessagesByThemselvesWithoutATokenOfOurPages() {
    mailings.clear();
    var pages = new SignedInPages(context, AN);
    assertThat(
            pages
                .sendWithoutToken("/notices/stop/" + TOKEN, "List-Unsubscribe=One-Click")
                .getStatus())
        .isEqualTo(200);
    assertThat(mailings.stopped).containsExactly(TOKEN);
    assertThat(pages.sendWithoutToken("/notices/email/remove").getStatus()).isNotEqualTo(200);
  }

  private static Page signedIn(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    BROWSER.signIn(page);
    return page;
  }
}
