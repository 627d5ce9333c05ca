package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PayerBrowser.CARD;
import static vn.dvc.pay.web.pages.payment.PayerBrowser.OTP;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.values.text.TextExamples;

/** A payer pays by card, with and without JavaScript, and meets whatever can interfere. */
@PagesTest
class CardBrowserTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();
  private static final String TYPE =
      "([field, typed]) => { const input = document.querySelector(field); input.value = typed;"
          + " input.dispatchEvent(new Event('change')); return input.value; }";

  @Autowired FakePayments payments;
  @Autowired FakeBanks banks;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void payerPaysTwoDossiersByCard(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    BROWSER.signIn(page);
    assertThat(page.locator(".tag").allInnerTexts())
        .containsExactly("CHƯA THANH TOÁN", "CHƯA THANH TOÁN");
    assertThat(page.locator(".who span").innerText()).isEqualTo("Nguyễn Văn A");
    page.check("#dossier-0");
    page.check("#dossier-1");
    page.click(".pay button");
    page.check("#CARD");
    BROWSER.send(page);
    var id = payments.started().get(0);
    assertThat(page.url()).endsWith("/payments/" + id);
    assertThat(page.locator(".aside .amount").innerText()).isEqualTo("1.284.000\u00a0đ");

    page.check("#bank-970415");
    page.click("main .stack button");
    BROWSER.fillCard(page, "9704 1500 0000 0011", "Nguyễn  Văn Đạt ", "07/15");
    BROWSER.send(page);
    page.waitForSelector(".busy");
    assertThat(BROWSER.status(page)).isEqualTo("Đang xử lý thanh toán");
    payments.bankSendsOtp(id);
    page.waitForSelector("#otp");
    assertThat(page.locator(".step").innerText()).contains("VietinBank", "******678");
    page.fill("#otp", " 123 456");
    BROWSER.send(page);
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
    var page = BROWSER.page(true);
    BROWSER.atOtpForm(page);
    page.fill("#otp", OTP);
    BROWSER.send(page);
    page.waitForSelector(".busy");

    assertThat(payments.entered).hasSize(2);
    assertThat(BROWSER.posted()).anyMatch(post -> post.contains("sealedCard="));
    assertThat(BROWSER.posted()).anyMatch(post -> post.contains("sealedOtp="));
    assertThat(BROWSER.posted())
        .noneMatch(post -> post.contains(CARD) || post.contains("NGUYEN") || post.contains("07%2F"))
        .noneMatch(post -> post.contains(OTP));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wrongFieldsAreNamedAndTheNumberIsNotShownAgain(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    BROWSER.atCardForm(page);
    page.fill("#number", "970415000000001");
    page.fill("#holder", "Nguyen 2");
    page.fill("#date", "13/15");
    BROWSER.send(page);
    page.waitForSelector(".error-summary:visible");

    assertThat(page.locator(".error-summary a").allInnerTexts())
        .containsExactly(
            "Số thẻ phải gồm 16 hoặc 19 chữ số.",
            "Tên chủ thẻ có từ 2 đến 26 chữ cái, dấu cách, gạch nối, nháy đơn hoặc dấu chấm, ví dụ NGUYEN VAN A.",
            "Nhập tháng và năm dạng MM/YY, tháng từ 01 đến 12, ví dụ 07/15.",
            "Cần chấp nhận điều khoản của ngân hàng phát hành thẻ để thanh toán.");
    assertThat(page.locator("#number").getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.locator("#holder").inputValue()).isEqualTo("Nguyen 2");
    assertThat(page.locator("#date").inputValue()).isEqualTo("13/15");
    assertThat(page.title()).startsWith("Lỗi:");
    assertThat(payments.entered).isEmpty();
    if (!javaScript) {
      assertThat(page.content()).doesNotContain("970415000000001");
      page.reload();
      assertThat(BROWSER.status(page)).isEqualTo("Nhập thông tin thẻ");
    } else {
      assertThat(BROWSER.posted()).noneMatch(post -> post.contains("/card"));
      assertThat(page.evaluate("document.activeElement.className")).isEqualTo("error-summary");
    }
    page.click(".error-summary a >> nth=0");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("number");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void slipsAreAskedAboutBeforeTheyCostAnEntry(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    BROWSER.startPayment(page);
    page.check("#bank-970431");
    page.click("main .stack button");
    BROWSER.fillCard(page, "9704360000000017", "NGUYEN VAN A", "07/15");
    BROWSER.send(page);
    page.waitForSelector("[data-doubts]:visible");

    assertThat(page.locator("[data-doubt]:visible").allInnerTexts())
        .containsExactly(
            "Số thẻ có lẽ bị gõ nhầm: chữ số kiểm tra không khớp.",
            "Số thẻ của Eximbank thường bắt đầu bằng 970431. Nếu là thẻ của ngân hàng khác, hãy chọn ngân hàng đó.",
            "Theo ngày vừa nhập, thẻ đã hết hạn.");
    assertThat(page.locator("#holder").inputValue()).isEqualTo("NGUYEN VAN A");
    assertThat(page.locator("#date").inputValue()).isEqualTo("07/15");
    assertThat(page.locator("#terms").isChecked()).isTrue();
    assertThat(payments.entered).isEmpty();
    page.fill("#number", "9704310000000011");
    BROWSER.send(page);
    page.waitForSelector(".busy");
    assertThat(payments.entered.get(0).content()).containsEntry("date", "07/15");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void codeTypedForTheNameIsNamedAndNotShownAgain(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    BROWSER.atCardForm(page);
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A 123", "17/15");
    BROWSER.send(page);
    page.waitForSelector(".error-summary:visible");

    assertThat(page.locator("#holder-error").innerText()).contains("Không nhập mã OTP");
    assertThat(page.title()).isEqualTo("Lỗi: Nhập thông tin thẻ – DVC Pay");
    assertThat(page.locator("#date").inputValue()).isEqualTo("17/15");
    assertThat(page.locator("#terms").isChecked()).isTrue();
    if (!javaScript) {
      assertThat(page.content()).doesNotContain("A 123");
    }
  }

  @Test
  void bankOfTheNumberIsShownAndHolderAndDateStayAfterADecline() {
    var page = BROWSER.page(true);
    var id = BROWSER.atCardForm(page);
    page.waitForSelector("#number:not([name])");
    page.locator("#number").pressSequentially("9704 15");
    assertThat(page.locator("[data-card-from]").innerText()).isEqualTo("Thẻ của VietinBank");
    BROWSER.fillCard(page, CARD, "nguyen van a", "7/15");
    BROWSER.send(page);
    page.waitForSelector(".busy");
    payments.bankDeclinesCard(id, "card-data-wrong");
    page.waitForSelector(".decline");

    assertThat(page.locator("#holder").inputValue()).isEqualTo("NGUYEN VAN A");
    assertThat(page.locator("#date").inputValue()).isEqualTo("07/15");
    assertThat(page.locator("#number").inputValue()).isEmpty();
    page.navigate("/payments");
    assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
  }

  /** The script follows the server's rules: it is tested with the same table (T6, T7). */
  @Test
  void scriptReadsTheFieldsAsTheServerDoes() {
    var page = BROWSER.page(true);
    BROWSER.atCardForm(page);
    followsTheTable(page, "cardNumber", "#number");
    followsTheTable(page, "cardHolder", "#holder");
    followsTheTable(page, "cardDate", "#date");
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    BROWSER.send(page);
    page.waitForSelector(".busy");
    payments.bankSendsOtp(payments.started().get(0));
    page.waitForSelector("#otp");
    followsTheTable(page, "otp", "#otp");
  }

  private static void followsTheTable(Page page, String kind, String field) {
    page.waitForSelector(field + ":not([name])"); // the script has taken the form over
    TextExamples.of(kind)
        .forEach(
            example -> {
              var tidied = (String) page.evaluate(TYPE, List.of(field, example.typed()));
              if (example.isTaken()) {
                var shown = field.equals("#number") ? tidied.replace(" ", "") : tidied;
                assertThat(shown).as(example.toString()).isEqualTo(example.kept());
              } else {
                assertThat(tidied).as(example.toString()).isEqualTo(example.typed());
              }
            });
  }

  @Test
  void doubleClickSendsTheCardOnce() {
    var page = BROWSER.page(true);
    BROWSER.atCardForm(page);
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    page.dblclick(".step .stack button[type=submit]");
    page.waitForSelector(".busy");

    assertThat(payments.entered).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void staleTabShowsThePaymentsCurrentState(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    var id = BROWSER.atCardForm(page);
    var stale = page.context().newPage();
    stale.navigate(page.url());
    BROWSER.fillCard(stale, CARD, "NGUYEN VAN A", "07/15");
    page.bringToFront(); // in the background it renders once a second, and a click waits for that
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    BROWSER.send(page);
    page.waitForSelector(".busy");
    payments.bankDeclinesCard(id, "card-data-wrong");
    page.waitForSelector(".decline");
    stale.bringToFront();
    BROWSER.send(stale);
    stale.waitForSelector(".notice");

    assertThat(stale.locator(".notice").innerText()).startsWith("Trang vừa gửi đã cũ");
    assertThat(stale.locator(".decline").innerText()).contains("Thông tin thẻ không đúng");
    assertThat(payments.entered).hasSize(1);
    stale.reload();
    assertThat(stale.locator(".notice").count()).isZero();
  }

  @Test
  void backButtonNeverSendsAgain() {
    var page = BROWSER.page(true);
    var id = BROWSER.atOtpForm(page);
    page.fill("#otp", OTP);
    BROWSER.send(page);
    page.waitForSelector(".busy");
    payments.bankPays(id);
    page.waitForSelector(".result.paid");
    page.goBack();
    page.waitForSelector("main");
    page.navigate("/payments/" + id + "/otp");

    assertThat(BROWSER.status(page)).isEqualTo("Thanh toán thành công");
    assertThat(payments.entered).hasSize(2);
  }

  @Test
  void cardThatIsNotEnabledNamesCounterAndHotline() {
    var page = BROWSER.page(true);
    var id = BROWSER.atCardForm(page);
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    BROWSER.send(page);
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

  @Test
  void afterADeclineTheSameDossiersMayBePaidByAQrCode() {
    var page = BROWSER.page(true);
    var id = BROWSER.atCardForm(page);
    assertThat(page.locator(".change").innerText()).doesNotContain("VietQR");
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    BROWSER.send(page);
    page.waitForSelector(".busy");
    payments.bankDeclinesCard(id, "card-data-wrong");
    page.waitForSelector(".decline");
    assertThat(page.locator(".change").innerText()).contains("VietQR");

    page.click(".change button");
    page.check("#COUNTER");
    BROWSER.send(page);
    page.waitForSelector(".qr svg");
    var again = payments.find(payments.started().get(1)).orElseThrow();
    assertThat(again.dossiers()).isEqualTo(payments.find(id).orElseThrow().dossiers());
  }

  @Test
  void onAPhoneTheTotalStandsAboveTheForm() {
    var page = BROWSER.page(new Browser.NewContextOptions().setViewportSize(390, 844));
    BROWSER.atCardForm(page);
    var total = page.locator(".brief");
    assertThat(total.innerText()).contains("1.234.000");
    assertThat(total.boundingBox().y).isLessThan(page.locator("#number").boundingBox().y);
    assertThat(page.locator(".aside").boundingBox().y)
        .isGreaterThan(page.locator("#number").boundingBox().y);
  }

  @Test
  void bankWithoutKeyTakesNoCard() {
    var page = BROWSER.page(false);
    BROWSER.atCardForm(page);
    banks.reachable = false;
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    BROWSER.send(page);

    assertThat(page.locator("#number").count()).isZero();
    assertThat(page.locator(".step").innerText()).contains("Tiền chưa bị trừ");
    banks.reachable = true;
    page.click("text=Thử lại");
    assertThat(page.locator("#number").count()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"seals", "has no script", "did not get the script", "has no cryptography"})
  void onlyABrowserThatSealsShowsThatWeCannotReadTheCard(String which) {
    var page = BROWSER.page(!which.equals("has no script"));
    if (which.equals("did not get the script")) {
      page.route("**/assets/*.js", route -> route.fulfill(new FulfillOptions().setStatus(404)));
    } else if (which.equals("has no cryptography")) {
      page.addInitScript("crypto.subtle.importKey = () => Promise.reject(new Error('none'))");
    }
    BROWSER.atCardForm(page);
    if (which.equals("seals")) {
      page.waitForSelector(".step form >> text=không đọc được");
    } else {
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(page.locator(".step").innerText())
          .contains("chúng tôi mã hóa riêng cho VietinBank ngay khi nhận được")
          .doesNotContain("không đọc được");
    }
  }

  @Test
  void failedSealingIsReportedAndTheNextTryGoesThroughOurServer() {
    var page = BROWSER.page(true);
    page.addInitScript("crypto.subtle.encrypt = () => Promise.reject(new Error('none'))");
    BROWSER.atCardForm(page);
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    BROWSER.send(page);
    page.waitForSelector("[role=alert]:visible");
    assertThat(page.locator("[data-seal-failed]").innerText()).contains("chưa gửi gì đi");
    assertThat(page.locator(".step").innerText()).doesNotContain("không đọc được");
    assertThat(BROWSER.posted()).noneMatch(post -> post.contains("/card"));

    BROWSER.send(page);
    page.waitForSelector(".busy");
    assertThat(payments.entered.get(0).content()).containsEntry("number", CARD);
  }
}
