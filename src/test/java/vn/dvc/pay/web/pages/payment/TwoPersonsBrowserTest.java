package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN_PHAT;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;

/** Two persons of one company, each at a browser: one makes a payment, the other approves it. */
@PagesTest
class TwoPersonsBrowserTest {
  private static final String CODE = "000.00.00.H47-261124-0031";

  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  @Autowired PagesFixture fixture;
  @Autowired FakeDossiers dossiers;
  @Autowired FakePayments payments;
  @Autowired FakeRegistrations registrations;
  @Autowired FakeTwoPersonRule rule;

  private DossierCode dossier;
  private String registration;

  @BeforeEach
  void companyHasAnAccount() {
    dossier = dossiers.unpaid(CODE, AN_PHAT, 2_000_000);
    var registered = fixture.registered(AN_PHAT).id();
    registrations.stand(registered, RegistrationStatus.REGISTERED);
    registration = "/registrations/" + registered;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneMakesThePaymentAndAnotherApprovesIt(boolean javaScript) {
    var maker = signedIn("ke-toan-an-phat", registration, javaScript);
    maker.click("button:has-text('Bật lập và duyệt')");
    shows(maker, "Đang bật");
    payments.twoPersons = true;
    var id = makes(maker);
    shows(maker, "Chờ người thứ hai duyệt", "Bạn đã lập khoản này");
    assertThat(maker.locator("form[action$='/approve']").count()).isZero();

    var checker = signedIn("giam-doc-an-phat", "/payments?lang=en", javaScript);
    checker.click("a:has-text('See and approve')");
    shows(checker, "Lê Thị Kế Toán", "2.000.000", CODE, "asks no further");
    checker.click("button:has-text('Approve, take')");

    shows(checker, "The payment is being processed");
    assertThat(payments.find(id).orElseThrow().status()).isEqualTo(PaymentStatus.PROCESSING);
  }

  @Test
  void refusalTellsTheMakerWhy() {
    payments.twoPersons = true;
    var maker = signedIn("ke-toan-an-phat", "/payments", true);
    var id = makes(maker);

    var checker = signedIn("giam-doc-an-phat", "/payments/" + id, true);
    checker.click("summary:has-text('Từ chối')");
    checker.fill("#reason", "Sai hồ sơ, hỏi lại phòng dự án");
    checker.click("button:has-text('Từ chối khoản này')");
    shows(checker, "Thanh toán đã hủy");

    maker.reload();
    shows(maker, "Trần Thị Bình đã từ chối", "Sai hồ sơ, hỏi lại phòng dự án");
  }

  @Test
  void ruleEndsOnlyWhenAnotherPersonConfirms() {
    rule.switchOn(AN_PHAT, null);
    var maker = signedIn("ke-toan-an-phat", registration, true);
    maker.click("button:has-text('Đề nghị tắt')");
    shows(maker, "Lê Thị Kế Toán đề nghị tắt");
    assertThat(maker.locator("button:has-text('Xác nhận tắt')").count()).isZero();

    var checker = signedIn("giam-doc-an-phat", registration, true);
    checker.click("button:has-text('Xác nhận tắt')");

    shows(checker, "Đang tắt");
    assertThat(rule.appliesTo(AN_PHAT)).isFalse();
  }

  private PaymentId makes(Page maker) {
    rule.switchOn(AN_PHAT, null);
    maker.navigate("/payments/new?dossier=" + dossier);
    maker.check("#ACCOUNT");
    BROWSER.send(maker);
    shows(maker, "chờ người khác của đơn vị duyệt");
    maker.click("button:has-text('Gửi duyệt')");
    maker.waitForURL("**/payments/P*");
    return PaymentId.of(maker.url().replaceFirst(".*/", ""));
  }

  /** Waits for a page that shows this, and for all of it. */
  private static void shows(Page page, String... texts) {
    for (var text : texts) {
      page.waitForSelector("main:has-text('" + text + "') ~ footer");
    }
  }

  private static Page signedIn(String login, String path, boolean javaScript) {
    var page = BROWSER.page(javaScript);
    page.navigate(path);
    PayerBrowser.fillLogin(page, login);
    page.waitForSelector(".who form");
    return page;
  }
}
