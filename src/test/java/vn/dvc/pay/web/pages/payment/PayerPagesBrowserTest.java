package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;
import static vn.dvc.pay.web.pages.payment.PayerBrowser.CARD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.registration.RegistrationStatus;

/** What holds for all pages: languages, failures, expired forms, narrow screens. */
@PagesTest
class PayerPagesBrowserTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  @Autowired PagesFixture fixture;
  @Autowired FakePayments payments;
  @Autowired FakeRegistrations registrations;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void payerCancelsAndMayPayAgain(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    BROWSER.atOtpForm(page);
    page.click(".cancel summary");
    page.click(".cancel button");

    assertThat(BROWSER.status(page)).isEqualTo("Thanh toán đã hủy");
    page.click(".ways a >> nth=0");
    assertThat(BROWSER.status(page)).isEqualTo("Chọn cách thanh toán");
    assertThat(page.locator(".aside").innerText()).contains(fixture.first().text());
    page.goBack();
    page.click(".ways a >> nth=1");
    assertThat(page.locator("#dossier-0").isEnabled()).isTrue();
  }

  @Test
  void englishIsComplete() {
    var page = BROWSER.page(true);
    page.navigate("/dossiers");
    page.click("text=English");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    BROWSER.signIn(page);
    assertThat(page.locator(".tag").allInnerTexts()).containsOnly("UNPAID");
    page.check("#dossier-0");
    page.click(".pay button");
    assertThat(BROWSER.status(page)).isEqualTo("Choose how to pay");
    page.check("#CARD");
    BROWSER.send(page);
    page.check("#bank-970431");
    page.click("main .stack button");
    assertThat(BROWSER.status(page)).isEqualTo("Enter your card");
    assertThat(page.locator("label[for=date]").innerText()).isEqualTo("Expiry date (month/year)");
    page.click("text=Tiếng Việt");

    assertThat(BROWSER.status(page)).isEqualTo("Nhập thông tin thẻ");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void internalFaultShowsAnIncidentNumber(CapturedOutput log) {
    var page = BROWSER.page(true);
    var id = BROWSER.startPayment(page);
    payments.fault = new IllegalStateException("database gone");

    assertThat(page.navigate("/payments/" + id).status()).isEqualTo(500);
    assertThat(page.locator("main").innerText())
        .containsPattern("Mã sự cố: [0-9A-F]{8}")
        .doesNotContain("database gone");
    assertThat(log.getAll())
        .containsPattern("Incident [0-9A-F]{8} at /payments/.*: .*IllegalStateException")
        .doesNotContain("database gone");
  }

  /** Else somebody may enter a card of his own into the demo (P19). */
  @Test
  void theDemoSaysOnEveryPageThatNoMoneyIsReal() {
    var page = BROWSER.page(false);
    page.navigate("/login");
    assertThat(page.locator(".trial").innerText()).contains("không có tiền thật");
    BROWSER.signIn(page);
    for (var path : List.of("/dossiers", "/payments", "/registrations/new", "/nothing")) {
      page.navigate(path);
      assertThat(page.locator(".trial").innerText()).as(path).contains("không có tiền thật");
    }
  }

  @Test
  void pagesThatRefuseKeepTheNavigationAndTheSignOut() {
    var page = BROWSER.page(true);
    BROWSER.signIn(page);
    for (var nowhere :
        List.of("/nothing", "/payments/P1", "/payments?page=x", "/payments?page=-1")) {
      page.navigate(nowhere);
      assertThat(page.locator(".sections a").count()).as(nowhere).isEqualTo(4);
      assertThat(page.locator(".who span").innerText()).as(nowhere).isEqualTo("Nguyễn Văn A");
    }
    page.click(".who button");
    assertThat(page.url()).endsWith("/login?signedOut");
  }

  @Test
  void expiredFormOffersAWayToContinue() {
    var page = BROWSER.page(true);
    BROWSER.startPayment(page);
    page.evaluate("document.querySelector('.cancel [name=_csrf]').value = 'old'");
    page.click(".cancel summary");
    page.click(".cancel button");

    assertThat(BROWSER.status(page)).isEqualTo("Yêu cầu không được chấp nhận");
    assertThat(page.locator("main .button >> nth=1").getAttribute("href")).isEqualTo("/dossiers");
    page.click("main .button >> nth=0");
    assertThat(BROWSER.status(page)).isEqualTo("Chọn ngân hàng phát hành thẻ");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void formSentAfterTheSessionEndedLeadsBackToItsPage(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    var id = BROWSER.atCardForm(page);
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    page.context().clearCookies();
    BROWSER.send(page);
    assertThat(page.locator(".notice").innerText()).contains("chưa được thực hiện");
    BROWSER.fillLogin(page);

    assertThat(page.url()).contains("/payments/" + id);
    assertThat(BROWSER.status(page)).isEqualTo("Chọn ngân hàng phát hành thẻ");
    assertThat(payments.entered).isEmpty();

    payments.cancel(id);
    page.navigate("/dossiers");
    page.check("#dossier-0");
    page.click(".pay button");
    page.check("#COUNTER");
    page.context().clearCookies();
    BROWSER.send(page);
    BROWSER.fillLogin(page);
    assertThat(BROWSER.status(page)).isEqualTo("Chọn cách thanh toán");
    assertThat(payments.started()).containsExactly(id);
  }

  @Test
  void linkAndFormOfAnotherSiteKeepThePayerSignedIn() {
    var page = BROWSER.page(true);
    BROWSER.signIn(page);
    var ours = page.url().replaceFirst("(http://[^/]+).*", "$1");
    var theirs = "http://elsewhere.example/";
    var html =
        "<a href='%s/dossiers'>go</a><form method=post action='%s/payments'><button>go</button></form>"
            .formatted(ours, ours);
    page.route(
        theirs,
        route ->
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(html)));

    for (var way : List.of("a", "button")) {
      page.navigate(theirs);
      page.click(way);
      assertThat(BROWSER.status(page)).as(way).isEqualTo("Hồ sơ của tôi");
      page.navigate("/payments");
      assertThat(BROWSER.status(page)).as(way).isEqualTo("Các khoản thanh toán của tôi");
    }
  }

  @Test
  void everyStepFitsANarrowScreen() {
    var page = BROWSER.page(new Browser.NewContextOptions().setViewportSize(320, 640));
    page.navigate("/login");
    assertFits(page);
    BROWSER.signIn(page);
    assertFits(page);
    page.context().clearCookies();
    BROWSER.atChoice(page);
    assertFits(page);
    page.navigate("/registrations/new");
    assertFits(page);
    var registration = fixture.registered(AN);
    for (var status : RegistrationStatus.values()) {
      registrations.stand(registration.id(), status, "insufficient-funds", "Sửa", true);
      page.navigate("/registrations/" + registration.id());
      assertFits(page);
    }
    page.context().clearCookies();
    var counter = BROWSER.startPayment(page, Method.COUNTER);
    assertFits(page);
    page.click("text=Hủy thanh toán");
    assertFits(page);
    payments.cancel(counter);
    page.navigate("/payments");
    assertFits(page);
    page.context().clearCookies();
    var id = BROWSER.atCardForm(page);
    assertFits(page);
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    BROWSER.send(page);
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
    page.waitForLoadState(); // a click returns before the style sheet is there
    var tooWide =
        page.evaluate(
            """
            [...document.body.querySelectorAll('*')]
              .filter(each => each.getBoundingClientRect().right > 320)
              .map(each => each.outerHTML.slice(0, 120))
            """);
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as(page.url() + " " + tooWide)
        .isEqualTo(320);
  }
}
