package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.testing.Chromium;
import vn.dvc.pay.values.PaymentId;

/** Tests that look at the pages in a real browser and play the bank behind them. */
abstract class PagesBrowserTest extends PagesTest {
  static final String CARD = "9704150000000011";
  static final String OTP = "123456";

  private static Chromium chromium;

  @LocalServerPort private int port;

  private final List<BrowserContext> open = new ArrayList<>();
  final List<String> posted = new ArrayList<>();
  final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void launch() {
    chromium = Chromium.orSkip();
  }

  @AfterAll
  static void quit() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingToComplainOf() {
    open.forEach(chromium::close);
    assertThat(complaints).as("errors in the browser's console").isEmpty();
  }

  Page browser(boolean javaScript) {
    return browser(
        new Browser.NewContextOptions().setJavaScriptEnabled(javaScript).setLocale("vi-VN"));
  }

  Page browser(Browser.NewContextOptions options) {
    var context = chromium.browser().newContext(options.setBaseURL("http://localhost:" + port));
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
    page.fill("#username", "nguyen-van-a");
    page.fill("#password", "nguyen-van-a");
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
