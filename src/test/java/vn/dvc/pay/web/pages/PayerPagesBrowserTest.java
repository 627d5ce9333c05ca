package vn.dvc.pay.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.payment.PaymentStatus;

/** A payer pays by card, with and without JavaScript, and meets what can come in between. */
class PayerPagesBrowserTest extends PagesTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void payerPaysTwoDossiersByCard(boolean javaScript) {
    var page = browser(javaScript);
    signIn(page);
    assertThat(page.locator(".tag").allInnerTexts())
        .containsExactly("CHƯA THANH TOÁN", "CHƯA THANH TOÁN");
    assertThat(page.locator(".who span").innerText()).isEqualTo("Nguyễn Văn A");
    page.check("#dossier-0");
    page.check("#dossier-1");
    page.click(".pay button");
    var id = payments.started().get(0);
    assertThat(page.url()).endsWith("/payments/" + id);
    assertThat(page.locator(".aside .amount").innerText()).isEqualTo("1.284.000\u00a0đ");

    page.check("#bank-970415");
    page.click("main .stack button");
    fillCard(page, "9704 1500 0000 0011", "Nguyễn  Văn Đạt ", "07/15");
    send(page);
    page.waitForSelector(".busy");
    assertThat(status(page)).isEqualTo("Đang xử lý thanh toán");
    payments.bankSendsOtp(id);
    page.waitForSelector("#otp");
    assertThat(page.locator(".step").innerText()).contains("VietinBank", "******678");
    page.fill("#otp", " 123 456");
    send(page);
    page.waitForSelector(".busy");
    payments.bankIsSilent(id);
    page.waitForSelector("h1:has-text('Đang được kiểm tra với ngân hàng')");
    assertThat(page.locator(".warning").innerText()).contains("Không thanh toán lại");
    payments.bankPays(id);
    page.reload();
    page.waitForSelector(".result.paid");

    assertThat(page.locator(".result").innerText()).contains("ĐÃ THANH TOÁN");
    assertThat(page.locator(".step").innerText()).contains("BL-261124-0001", "BL-261124-0002");
    assertThat(page.locator(".aside").innerText()).contains("kết thúc bằng 0011");
    page.click(".ways a");
    assertThat(page.locator(".tag").allInnerTexts())
        .containsExactly("ĐÃ THANH TOÁN", "ĐÃ THANH TOÁN");
    assertThat(page.locator(".pay").count()).isZero();
    theBankReadWhatWasTyped(id.text());
  }

  private void theBankReadWhatWasTyped(String payment) {
    var card = payments.entered.get(0);
    assertThat(card.header().getKeyID()).isEqualTo("enc-1");
    assertThat(card.header().getAlgorithm().getName()).isEqualTo("RSA-OAEP-256");
    assertThat(card.header().getEncryptionMethod().getName()).isEqualTo("A256GCM");
    assertThat(card.content())
        .containsEntry("number", CARD)
        .containsEntry("holder", "NGUYEN VAN DAT")
        .containsEntry("date", "07/15")
        .containsEntry("payment", payment)
        .containsKey("challenge")
        .hasSize(5);
    var otp = payments.entered.get(1);
    assertThat(otp.header().getKeyID()).isEqualTo("enc-1");
    assertThat(otp.content())
        .containsEntry("otp", OTP)
        .containsEntry("payment", payment)
        .containsKey("challenge")
        .hasSize(3);
    assertThat(otp.content().get("challenge")).isNotEqualTo(card.content().get("challenge"));
  }

  @Test
  void withJavaScriptNothingTypedLeavesTheBrowserInClear() {
    var page = browser(true);
    atOtpForm(page);
    page.fill("#otp", OTP);
    send(page);
    page.waitForSelector(".busy");

    assertThat(payments.entered).hasSize(2);
    assertThat(posted).anyMatch(post -> post.contains("sealedCard="));
    assertThat(posted).anyMatch(post -> post.contains("sealedOtp="));
    assertThat(posted)
        .noneMatch(post -> post.contains(CARD) || post.contains("NGUYEN") || post.contains("07%2F"))
        .noneMatch(post -> post.contains(OTP));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wrongFieldsAreNamedAndTheNumberIsNotShownAgain(boolean javaScript) {
    var page = browser(javaScript);
    atCardForm(page);
    page.fill("#number", "970415000000001");
    page.fill("#holder", "Nguyen 2");
    page.fill("#date", "13/15");
    send(page);
    page.waitForSelector(".error-summary:visible");

    assertThat(page.locator(".error-summary a").allInnerTexts())
        .containsExactly(
            "Số thẻ phải gồm 16 hoặc 19 chữ số.",
            "Tên chủ thẻ chỉ gồm chữ cái và khoảng trắng, từ 2 đến 26 ký tự, ví dụ NGUYEN VAN A.",
            "Nhập tháng và năm dạng MM/YY, tháng từ 01 đến 12, ví dụ 07/15.",
            "Cần chấp nhận điều khoản của ngân hàng phát hành thẻ để thanh toán.");
    assertThat(page.locator("#number").getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.locator("#holder").inputValue()).isEqualTo("Nguyen 2");
    assertThat(payments.entered).isEmpty();
    if (!javaScript) {
      assertThat(page.content()).doesNotContain("970415000000001");
      page.reload();
      assertThat(status(page)).isEqualTo("Nhập thông tin thẻ");
    } else {
      assertThat(posted).noneMatch(post -> post.contains("/card"));
      assertThat(page.evaluate("document.activeElement.className")).isEqualTo("error-summary");
    }
    page.click(".error-summary a >> nth=0");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("number");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wrongOtpShowsTheTriesLeft(boolean javaScript) {
    var page = browser(javaScript);
    var id = atOtpForm(page);
    page.fill("#otp", "12345");
    send(page);
    assertThat(page.locator(".error-summary a").innerText()).startsWith("Mã OTP gồm 6 chữ số");
    page.fill("#otp", "654321");
    send(page);
    page.waitForSelector(".busy");
    payments.bankRefusesOtp(id);
    page.waitForSelector("#otp");

    assertThat(page.locator(".decline").innerText()).contains("Mã OTP không đúng");
    assertThat(page.locator("#otp-hint").innerText()).endsWith("còn lại: 2");
  }

  @Test
  void doubleClickSendsTheCardOnce() {
    var page = browser(true);
    atCardForm(page);
    fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    page.dblclick(".step .stack button[type=submit]");
    page.waitForSelector(".busy");

    assertThat(payments.entered).hasSize(1);
  }

  @Test
  void doubleClickStartsOnePayment() {
    for (var javaScript : List.of(true, false)) {
      twoUnpaidDossiers();
      var page = browser(javaScript);
      signIn(page);
      page.check("#dossier-0");
      page.dblclick(".pay button");
      page.waitForURL("**/payments/P*");
      page.waitForSelector("#bank-970415");

      assertThat(payments.started()).hasSize(1);
      assertThat(page.locator(".notice").count()).isZero();
    }
  }

  @Test
  void sameFormSentAgainLeadsToItsOnePayment() {
    var page = browser(true);
    signIn(page);
    page.check("#dossier-0");
    var send =
        """
        async times => {
          const form = document.querySelector('form[data-sum]');
          const one = () => fetch(form.action,
            {method: 'POST', body: new URLSearchParams(new FormData(form))});
          const answers = await Promise.all([...Array(times)].map(one));
          return [...new Set(answers.map(answer => answer.status + ' ' + answer.url))];
        }
        """;
    var answers = page.evaluate(send, 8);
    assertThat(payments.started()).hasSize(1);
    var id = payments.started().get(0);
    assertThat(answers.toString()).startsWith("[200 http").endsWith("/payments/" + id + "]");

    // Freed dossiers are not paid anew by a form that has already had its payment.
    payments.cancel(id);
    page.evaluate(send, 1);
    assertThat(payments.started()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void staleTabShowsThePaymentAsItIs(boolean javaScript) {
    var page = browser(javaScript);
    var id = atCardForm(page);
    var stale = page.context().newPage();
    stale.navigate(page.url());
    fillCard(stale, CARD, "NGUYEN VAN A", "07/15");
    fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    send(page);
    page.waitForSelector(".busy");
    payments.bankDeclinesCard(id, "card-data-wrong");
    page.waitForSelector(".decline");
    send(stale);
    stale.waitForSelector(".notice");

    assertThat(stale.locator(".notice").innerText()).startsWith("Trang vừa gửi đã cũ");
    assertThat(stale.locator(".decline").innerText()).contains("Thông tin thẻ không đúng");
    assertThat(payments.entered).hasSize(1);
    stale.reload();
    assertThat(stale.locator(".notice").count()).isZero();
  }

  @Test
  void backButtonNeverSendsAgain() {
    var page = browser(true);
    var id = atOtpForm(page);
    page.fill("#otp", OTP);
    send(page);
    page.waitForSelector(".busy");
    payments.bankPays(id);
    page.waitForSelector(".result.paid");
    page.goBack();
    page.waitForSelector("main");
    page.navigate("/payments/" + id + "/otp");

    assertThat(status(page)).isEqualTo("Thanh toán thành công");
    assertThat(payments.entered).hasSize(2);
  }

  @Test
  void cardThatIsNotEnabledNamesCounterAndHotline() {
    var page = browser(true);
    var id = atCardForm(page);
    fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    send(page);
    page.waitForSelector(".busy");
    payments.bankDeclinesCard(id, "card-not-enabled-online");
    page.waitForSelector(".decline");

    assertThat(page.locator(".decline").innerText())
        .contains("Thẻ chưa được đăng ký thanh toán trực tuyến")
        .contains("quầy giao dịch của VietinBank")
        .contains("04.39425580/81/82");
    assertThat(page.locator(".step").innerText()).contains("Số lần nhập thẻ còn lại: 2");
    assertThat(page.locator("#number").inputValue()).isEmpty();
    page.click("text=Chọn ngân hàng khác");
    assertThat(page.locator("#bank-970415").isChecked()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void resendIsRefusedBeforeItsTimeAndGivenAfterwards(boolean javaScript) {
    var page = browser(javaScript);
    var id = atOtpForm(page);
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

  @Test
  void countdownEndsInTheExpiredPage() {
    var page = browser(true);
    var id = atOtpForm(page);
    payments.bankSendsOtp(id, Duration.ofSeconds(3), Duration.ofMinutes(1));
    page.reload();
    assertThat(page.locator("[data-countdown]").innerText()).matches("Còn 0:0[123]");

    page.waitForSelector(".step .notice:has-text('Mã OTP đã hết hiệu lực')");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void payerCancelsAndMayPayAgain(boolean javaScript) {
    var page = browser(javaScript);
    atOtpForm(page);
    page.click(".cancel summary");
    page.click(".cancel button");

    assertThat(status(page)).isEqualTo("Thanh toán đã hủy");
    page.click(".ways a");
    assertThat(page.locator("#dossier-0").isEnabled()).isTrue();
  }

  @Test
  void everyEndSaysWhyAndWhatNext() {
    var page = browser(true);
    for (var end :
        Map.of(
                PaymentStatus.DECLINED, "insufficient-funds",
                PaymentStatus.EXPIRED, "window-ended",
                PaymentStatus.CANCELLED, "cancelled-by-payer",
                PaymentStatus.REVERSED, "bank-declined")
            .entrySet()) {
      page.context().clearCookies();
      var id = startPayment(page);
      page.navigate("about:blank"); // so that the page's own look at the status does not interfere
      payments.end(id, end.getKey(), end.getValue());
      page.navigate("/payments/" + id);
      assertThat(page.locator(".step h2").first().innerText()).isNotBlank().doesNotContain("-");
      assertThat(page.locator(".ways a").getAttribute("href")).isEqualTo("/dossiers");
      assertThat(page.content()).doesNotContain("??");
    }
  }

  @Test
  void someoneElsesPaymentIsNotFound() {
    var foreign =
        payments.start(
            OTHER,
            List.of(vn.dvc.pay.values.DossierCode.of("000.00.00.H47-261124-0009")),
            vn.dvc.pay.payment.Payments.Method.CARD,
            null);
    var page = browser(true);
    signIn(page);
    assertThat(page.content()).doesNotContain("261124-0009");
    for (var path : List.of(foreign.id().text(), foreign.id() + "/status", "P123", "x'y")) {
      assertThat(page.navigate("/payments/" + path).status()).isEqualTo(404);
      assertThat(status(page)).isEqualTo("Không tìm thấy trang");
    }
    page.click("main .button");
    assertThat(page.url()).endsWith("/dossiers");
  }

  @Test
  void dossierAlreadyInPaymentLeadsToThatPayment() {
    var page = browser(true);
    var id = startPayment(page);
    page.navigate("/dossiers");
    var token = page.locator("input[name=token]").inputValue();
    page.evaluate(
        "codes => { const f = document.querySelector('form[data-sum]');"
            + "codes.forEach(c => { const i = document.createElement('input');"
            + "i.name = 'dossier'; i.value = c; f.append(i); }); f.submit(); }",
        List.of(first.text(), second.text()));
    page.waitForURL("**/payments/" + id);

    assertThat(token).isNotBlank();
    assertThat(page.locator(".notice").innerText()).contains("đang được thanh toán");
    assertThat(payments.started()).hasSize(1);
  }

  @Test
  void nothingChosenIsSaid() {
    var page = browser(true);
    signIn(page);
    page.click(".pay button");

    assertThat(page.locator(".notice").innerText()).isEqualTo("Chưa chọn hồ sơ nào");
  }

  @Test
  void bankWithoutKeyTakesNoCard() {
    var page = browser(false);
    atCardForm(page);
    banks.reachable = false;
    fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    send(page);

    assertThat(page.locator("#number").count()).isZero();
    assertThat(page.locator(".step").innerText()).contains("Tiền chưa bị trừ");
    banks.reachable = true;
    page.click("text=Thử lại");
    assertThat(page.locator("#number").count()).isOne();
  }

  @Test
  void englishIsComplete() {
    var page = browser(true);
    page.navigate("/dossiers");
    page.click("text=English");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    signIn(page);
    assertThat(page.locator(".tag").allInnerTexts()).containsOnly("UNPAID");
    page.check("#dossier-0");
    page.click(".pay button");
    page.check("#bank-970431");
    page.click("main .stack button");
    assertThat(status(page)).isEqualTo("Enter your card");
    assertThat(page.locator("label[for=date]").innerText()).isEqualTo("Expiry date (month/year)");
    page.click("text=Tiếng Việt");

    assertThat(status(page)).isEqualTo("Nhập thông tin thẻ");
  }

  @Test
  void faultOfOursShowsAnIncidentNumber() {
    var page = browser(true);
    var id = startPayment(page);
    payments.fault = new IllegalStateException("database gone");

    assertThat(page.navigate("/payments/" + id).status()).isEqualTo(500);
    assertThat(page.locator("main").innerText())
        .containsPattern("Mã sự cố: [0-9A-F]{8}")
        .doesNotContain("database gone");
  }

  @Test
  void expiredFormLeadsOn() {
    var page = browser(true);
    startPayment(page);
    page.evaluate("document.querySelector('.cancel [name=_csrf]').value = 'old'");
    page.click(".cancel summary");
    page.click(".cancel button");

    assertThat(status(page)).isEqualTo("Yêu cầu không được chấp nhận");
    page.click("main .button");
    assertThat(status(page)).isEqualTo("Hồ sơ của tôi");
  }

  @Test
  void everyStepFitsANarrowScreen() {
    var page = browser(new Browser.NewContextOptions().setViewportSize(320, 640));
    page.navigate("/login");
    assertFits(page);
    signIn(page);
    assertFits(page);
    page.context().clearCookies();
    var id = atCardForm(page);
    assertFits(page);
    fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    send(page);
    page.waitForSelector(".busy");
    assertFits(page);
    payments.bankSendsOtp(id);
    page.waitForSelector("#otp");
    assertFits(page);
    payments.bankPays(id);
    page.reload();
    assertFits(page);
  }

  private static void assertFits(com.microsoft.playwright.Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).as(page.url()).isEqualTo(320);
  }
}
