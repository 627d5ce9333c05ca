package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.testing.Chromium;
import vn.dvc.pay.values.PaymentId;

/** A payer at a real browser. After each test nothing may stand in its console. */
class PayerBrowser
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  static final String CARD = "9704150000000011";
  static final String OTP = "123456";

  private final List<BrowserContext> open = new ArrayList<>();
  private final List<String> posted = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private Chromium chromium;
  private String address;
  private FakePayments payments;

  @Override
  public void beforeAll(ExtensionContext context) {
    chromium = Chromium.orSkip();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    var pages = SpringExtension.getApplicationContext(context);
    address = "http://localhost:" + pages.getEnvironment().getProperty("local.server.port");
    payments = pages.getBean(FakePayments.class);
    open.clear();
    posted.clear();
    complaints.clear();
    expected.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(chromium::close);
    assertThat(complaints)
        .as("errors in the browser's console")
        .allMatch(complaint -> expected.stream().anyMatch(complaint::contains));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (chromium != null) {
      chromium.close();
    }
  }

  /** What this test breaks may stand in the console. */
  void expectComplaints(String... about) {
    expected.addAll(List.of(about));
  }

  /** Every form that it sent, with its address. */
  List<String> posted() {
    return List.copyOf(posted);
  }

  Page page(boolean javaScript) {
    return page(
        new Browser.NewContextOptions().setJavaScriptEnabled(javaScript).setLocale("vi-VN"));
  }

  Page page(Browser.NewContextOptions options) {
    var context = chromium.browser().newContext(options.setBaseURL(address));
    context.setDefaultTimeout(30_000);
    open.add(context);
    context.onRequest(
        request -> {
          if (request.method().equals("POST")) {
            posted.add(request.url() + " " + request.postData());
          }
        });
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("the server responded")) {
            complaints.add(message.text());
          }
        });
    context.onWebError(error -> complaints.add(error.error()));
    return context.newPage();
  }

  void signIn(Page page) {
    page.navigate("/dossiers");
    fillLogin(page);
  }

  void fillLogin(Page page) {
    fillLogin(page, "nguyen-van-a");
  }

  static void fillLogin(Page page, String login) {
    page.fill("#username", login);
    page.fill("#password", login);
    page.click("main button");
  }

  /** Signed in, with one dossier selected, at the choice of the payment method. */
  void atChoice(Page page) {
    signIn(page);
    page.check("#dossier-0");
    page.click(".pay button");
  }

  PaymentId startPayment(Page page) {
    return startPayment(page, Method.CARD);
  }

  PaymentId startPayment(Page page, Method method) {
    atChoice(page);
    page.check("#" + method);
    send(page);
    return PaymentId.of(page.url().replaceFirst(".*/", ""));
  }

  PaymentId atCardForm(Page page) {
    var id = startPayment(page);
    page.check("#bank-970415");
    page.click("main .stack button");
    return id;
  }

  void fillCard(Page page, String number, String holder, String date) {
    page.fill("#number", number);
    page.fill("#holder", holder);
    page.fill("#date", date);
    page.check("#terms");
  }

  PaymentId atOtpForm(Page page) {
    var id = atCardForm(page);
    fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    send(page);
    page.waitForSelector(".busy");
    payments.bankSendsOtp(id);
    page.waitForSelector("#otp");
    return id;
  }

  void send(Page page) {
    page.click(".step .stack button[type=submit]");
  }

  String status(Page page) {
    return page.locator("h1").innerText();
  }
}
