package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.FakeReceiptChecks.CODE;
import static vn.dvc.pay.web.pages.payment.FakeReceiptChecks.NUMBER;

import com.microsoft.playwright.Page;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Anybody proves a printed confirmation, without signing in. */
@PagesTest
class PaperCheckBrowserTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  @Autowired FakeReceiptChecks receipts;

  @BeforeEach
  void valid() {
    receipts.cancelledAt = null;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void paperIsProvedByNumberAndCode(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    page.navigate("/check");
    page.fill("#number", NUMBER.toLowerCase());
    page.fill("#code", "K7QM-2X9A-PR4T");
    page.click("main button");

    assertThat(page.locator(".result").innerText())
        .contains("Giấy do chúng tôi lập", NUMBER, "1.234.000", "24/11/2026 10:00", "-261124-0001");
    page.click("text=English");
    assertThat(page.locator(".result").innerText()).contains("We issued this paper");
  }

  @Test
  void qrOnAPaperOfMoneyGivenBackSaysSo() {
    receipts.cancelledAt = Instant.parse("2026-11-26T05:00:00Z");
    var page = BROWSER.page(true);
    var answer = page.navigate("/check?number=" + NUMBER + "&code=" + CODE);

    assertThat(page.locator(".result").innerText())
        .contains("đã hết giá trị", "26/11/2026 12:00")
        .doesNotContain("Giấy do chúng tôi lập\n");
    assertThat(answer.headerValue("cache-control")).contains("no-store");
    assertThat(answer.headerValue("set-cookie")).isNull();
  }

  /** Who guesses learns nothing from an answer, and soon gets none: the right code neither. */
  @ParameterizedTest
  @CsvSource({
    "vi, Quý vị đã thử quá nhiều lần, Có thể thử lại từ 01/01/2100 12:05",
    "en, You have tried too often, It can be tried again from 01/01/2100 12:05"
  })
  void whoGuessesLearnsNothingAndIsSoonToldWhenToGoOn(String language, String why, String when) {
    var page = BROWSER.page(true);
    page.navigate("/check?lang=" + language); // a cookie remembers it
    var wrong = answer(page, NUMBER, "AAAAAAAAAAAA");
    assertThat(page.locator("main .warning").count()).isEqualTo(1);
    assertThat(answer(page, "BL-2026-9999999", CODE)).isEqualTo(wrong);
    assertThat(answer(page, "BL-2026-0000007%00", CODE)).isEqualTo(wrong);
    for (var i = 0; i < 4; i++) {
      answer(page, NUMBER, "AAAAAAAAAAA" + i);
    }

    var early = page.navigate("/check?number=" + NUMBER + "&code=" + CODE);
    assertThat(early.status()).isEqualTo(429);
    assertThat(early.headerValue("retry-after")).isEqualTo("30");
    assertThat(page.locator("main .notice").innerText()).contains(why, when);
    assertThat(page.locator("main .warning, main .result").count()).isZero();
    assertThat(page.inputValue("#number")).isEqualTo(NUMBER);
  }

  /** What is said, without what was typed. */
  private static String answer(Page page, String number, String code) {
    page.navigate("/check?number=" + number + "&code=" + code);
    return page.locator("main").innerText();
  }
}
