package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.payment.PaymentStatus;

/** A payer selects dossiers and how to pay them; each form starts one payment. */
@PagesTest
class ChoiceBrowserTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  @Autowired PagesFixture fixture;
  @Autowired FakeDossiers dossiers;
  @Autowired FakePayments payments;
  @Autowired FakeRegistrations registrations;

  @Test
  void doubleClickStartsOnePayment() {
    for (var javaScript : List.of(true, false)) {
      fixture.startAfresh();
      var page = BROWSER.page(javaScript);
      BROWSER.atChoice(page);
      page.check("#CARD");
      page.dblclick(".step .stack button[type=submit]");
      page.waitForURL("**/payments/P*");
      page.waitForSelector("#bank-970415");

      assertThat(payments.started()).hasSize(1);
      assertThat(page.locator(".notice").count()).isZero();
    }
  }

  @Test
  void sameFormSentAgainLeadsToItsOnePayment() {
    var page = BROWSER.page(true);
    BROWSER.atChoice(page);
    page.check("#CARD");
    var send =
        """
        async times => {
          const form = document.querySelector('.step form');
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

    // A form that already had its payment does not pay released dossiers again.
    payments.cancel(id);
    page.evaluate(send, 1);
    assertThat(payments.started()).hasSize(1);

    // Nor by another method: whoever wants that gets a fresh form.
    page.check("#COUNTER");
    BROWSER.send(page);
    assertThat(BROWSER.status(page)).isEqualTo("Chọn cách thanh toán");
    assertThat(page.locator(".notice").innerText()).startsWith("Trang vừa gửi đã cũ");
    assertThat(payments.started()).hasSize(1);
    page.check("#COUNTER");
    BROWSER.send(page);
    assertThat(payments.started()).hasSize(2);
  }

  @Test
  void dossierAlreadyInPaymentLeadsToThatPayment() {
    var page = BROWSER.page(true);
    var id = BROWSER.startPayment(page);
    page.navigate("/payments/new?dossier=" + fixture.first() + "&dossier=" + fixture.second());

    assertThat(page.url()).endsWith("/payments/" + id);
    assertThat(page.locator(".notice").innerText()).contains("đang được thanh toán");
    assertThat(payments.started()).hasSize(1);
  }

  @Test
  void choosingNoDossierIsReported() {
    var page = BROWSER.page(true);
    BROWSER.signIn(page);
    page.click(".pay button");

    assertThat(page.locator(".notice").innerText()).isEqualTo("Chưa chọn hồ sơ nào");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void selectionSurvivesSearchingAndPaging(boolean javaScript) {
    for (var i = 100; i < 160; i++) {
      dossiers.unpaid("000.00.00.H47-261124-0" + i, AN, 10_000);
    }
    var page = BROWSER.page(javaScript);
    BROWSER.signIn(page);
    page.check("#dossier-0");
    page.click(".pages button"); // waits for the end of the page
    assertThat(page.locator(".pages").innerText()).contains("Trang 2 trên 2");
    assertThat(page.locator(".sum").innerText())
        .contains("Đã chọn 1 hồ sơ, tổng cộng 1.234.000", "1 hồ sơ không hiện trên trang này");
    page.check("#dossier-11");
    page.fill("#q", fixture.second().text());
    page.keyboard().press("Enter");
    page.waitForSelector(".dossiers:not(:has(#dossier-1)) + .pay");
    page.check("#dossier-0");
    page.click(".pay button");

    assertThat(BROWSER.status(page)).isEqualTo("Chọn cách thanh toán");
    assertThat(page.locator(".aside .amount").innerText()).isEqualTo("1.294.000\u00a0đ");
    page.waitForSelector(".chosen > li >> nth=2");
    assertThat(page.locator(".chosen > li").count()).isEqualTo(3);
    page.click(".back a");
    assertThat(page.locator(".sum").innerText()).contains("Đã chọn 3 hồ sơ");
    assertThat(page.locator("#dossier-0").isChecked()).isTrue();
    page.click("text=Bỏ chọn tất cả");
    assertThat(page.locator("input[name=dossier]:checked").count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allUnpaidDossiersAreSelectedAtOnceUpToTheMost(boolean javaScript) {
    for (var i = 100; i < 160; i++) {
      dossiers.unpaid("000.00.00.H47-261124-0" + i, AN, 10_000);
    }
    var page = BROWSER.page(javaScript);
    BROWSER.signIn(page);
    page.click("text=Chọn 60 hồ sơ chưa thanh toán đầu tiên");
    assertThat(page.locator(".sum").innerText()).contains("Đã chọn 60 hồ sơ");
    page.click(".pages button");
    page.check("#dossier-11");
    page.click(".pay button");

    assertThat(BROWSER.status(page)).isEqualTo("Hồ sơ của tôi");
    assertThat(page.locator(".notice").innerText()).contains("quá nhiều hồ sơ");
    assertThat(page.locator(".sum").innerText()).contains("Đã chọn 60 hồ sơ");
    page.click(".pay button");
    page.waitForSelector(".chosen > li >> nth=59"); // a click returns before the page is whole
    assertThat(page.locator(".chosen > li").count()).isEqualTo(60);
  }

  @Test
  void totalStaysInSightOnAPhone() {
    for (int i = 0; i < 20; i++) {
      dossiers.unpaid("000.00.00.H47-261124-%04d".formatted(200 + i), AN, 10_000);
    }
    var page = BROWSER.page(new Browser.NewContextOptions().setViewportSize(390, 700));
    BROWSER.signIn(page);
    page.check("#dossier-0");
    var bar = page.locator(".pay");
    for (var place : List.of("window.scrollTo(0, 0)", "window.scrollTo(0, 900)")) {
      page.evaluate(place);
      var box = bar.boundingBox();
      assertThat(box.y).isGreaterThan(0);
      assertThat(box.y + box.height).isLessThanOrEqualTo(701);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void choiceShowsDossiersTotalAndPaymentOptions(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    BROWSER.signIn(page);
    page.check("#dossier-0");
    page.check("#dossier-1");
    page.click(".pay button");

    assertThat(BROWSER.status(page)).isEqualTo("Chọn cách thanh toán");
    assertThat(page.locator(".aside .amount").innerText()).isEqualTo("1.284.000\u00a0đ");
    assertThat(page.locator(".aside").innerText())
        .contains(fixture.first().text(), fixture.second().text());
    assertThat(page.locator(".step button").innerText()).isEqualTo("Thanh toán 1.284.000\u00a0đ");
    assertThat(page.locator("input[name=method]:checked").count()).isZero();
    assertThat(page.locator(".closed").innerText()).contains("chưa đăng ký tài khoản");
    page.click(".closed a");
    assertThat(page.url()).endsWith("/registrations/new");
  }

  @Test
  void registeredPayerPaysByAccountAndSeesEveryStep() {
    registrations.stand(fixture.registered(AN).id(), REGISTERED);
    var page = BROWSER.page(true);
    BROWSER.atChoice(page);
    assertThat(page.locator("#about-ACCOUNT").innerText())
        .contains("********8888", "VietinBank")
        .doesNotContain("11336666");
    page.check("#ACCOUNT");
    BROWSER.send(page);
    assertThat(BROWSER.status(page)).isEqualTo("Xác nhận trích tiền từ tài khoản");
    assertThat(page.locator(".facts").innerText())
        .contains("1.234.000\u00a0đ", "********8888", "VietinBank");
    assertThat(payments.started()).isEmpty();
    BROWSER.send(page);
    page.waitForSelector(".busy");
    assertThat(page.locator(".aside").innerText()).contains("Tài khoản đã đăng ký", "********8888");
    payments.bankPays(payments.started().get(0));
    page.waitForSelector(".result.paid");
  }

  @Test
  void secondTabWithAnotherMethodIsTold() {
    var page = BROWSER.page(true);
    BROWSER.atChoice(page);
    var other = page.context().newPage();
    other.navigate(page.url());
    page.check("#CARD");
    BROWSER.send(page);
    other.check("#COUNTER");
    BROWSER.send(other);

    assertThat(other.url()).endsWith("/payments/" + payments.started().get(0));
    assertThat(other.locator(".notice").innerText()).contains("bằng cách khác");
    assertThat(payments.started()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void methodIsChangedForTheSameDossiers(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    var id = BROWSER.atCardForm(page);
    page.click(".change button");
    assertThat(BROWSER.status(page)).isEqualTo("Chọn cách thanh toán");
    assertThat(page.locator(".aside").innerText()).contains(fixture.first().text());
    assertThat(payments.find(id).orElseThrow().status()).isEqualTo(PaymentStatus.CANCELLED);
    page.check("#COUNTER");
    BROWSER.send(page);
    assertThat(BROWSER.status(page)).isEqualTo("Chỉ dẫn thanh toán");
  }

  @Test
  void choosingNoPaymentOptionIsReportedBesideTheOptions() {
    var page = BROWSER.page(true);
    BROWSER.atChoice(page);
    page.evaluate("document.querySelector('.step form').noValidate = true");
    BROWSER.send(page);

    assertThat(page.locator(".error-summary a").innerText()).isEqualTo("Chọn một cách thanh toán.");
    assertThat(page.locator("#method-error").isVisible()).isTrue();
    assertThat(payments.started()).isEmpty();
  }
}
