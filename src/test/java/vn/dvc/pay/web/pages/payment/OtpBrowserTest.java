package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A payer enters an OTP, enters a wrong one, or requests another. */
@PagesTest
class OtpBrowserTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  @Autowired FakePayments payments;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wrongOtpShowsTheTriesLeft(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    var id = BROWSER.atOtpForm(page);
    page.fill("#otp", "12345");
    BROWSER.send(page);
    assertThat(page.locator(".error-summary a").innerText()).startsWith("Mã OTP gồm 6 chữ số");
    page.fill("#otp", "654321");
    BROWSER.send(page);
    page.waitForSelector(".busy");
    payments.bankRefusesOtp(id);
    page.waitForSelector("#otp");

    assertThat(page.locator(".decline").innerText()).contains("Mã OTP không đúng");
    assertThat(page.locator("#otp-hint").innerText()).endsWith("còn lại: 2");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void resendIsRefusedBeforeItsTimeAndGivenAfterwards(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    var id = BROWSER.atOtpForm(page);
    if (javaScript) {
      assertThat(page.locator(".resend button").isDisabled()).isTrue();
    } else {
      page.click(".resend button");
      assertThat(page.locator(".notice").innerText()).contains("Chưa đến lúc");
    }
    payments.bankSendsOtp(id, Duration.ofSeconds(-1), Duration.ofSeconds(-1));
    page.reload();
    assertThat(page.locator(".step .notice").innerText()).contains("Mã OTP đã hết hiệu lực");
    assertThat(page.locator("#otp").count()).isZero();
    page.click(".resend button");
    page.waitForSelector("#otp");

    assertThat(page.locator(".resend").innerText()).contains("Số lần gửi lại còn lại: 2");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tooManyTriesLeaveTheFormAndSayWhenItCanBeSentAgain(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    var id = BROWSER.atOtpForm(page);
    payments.takesNoOtpUntil(Instant.parse("2100-01-01T05:04:30Z"), id);
    page.fill("#otp", "123456");
    var answer = page.waitForResponse("**/otp", () -> BROWSER.send(page));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.headerValue("Retry-After")).isEqualTo("300");
    assertThat(page.locator(".notice").first().innerText())
        .contains("thử quá nhiều lần", "Có thể thử lại từ 01/01/2100 12:05.");
    assertThat(page.locator("#otp").isVisible()).isTrue();
  }

  @Test
  void countdownEndsInTheExpiredPage() {
    var page = BROWSER.page(true);
    var id = BROWSER.atOtpForm(page);
    payments.bankSendsOtp(id, Duration.ofSeconds(3), Duration.ofMinutes(1));
    page.reload();
    assertThat(page.locator("[data-countdown]").innerText()).matches("Còn 0:0[123]");

    page.waitForSelector(".step .notice:has-text('Mã OTP đã hết hiệu lực')");
  }
}
