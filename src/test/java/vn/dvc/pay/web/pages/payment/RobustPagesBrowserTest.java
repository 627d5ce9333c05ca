package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.web.pages.payment.PayerBrowser.CARD;
import static vn.dvc.pay.web.pages.payment.PayerBrowser.OTP;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.values.PaymentId;

/** Back, reload, two tabs, an ended session, a slow line, none, and a script that fails. */
@PagesTest
class RobustPagesBrowserTest {
  private static final Path SCRIPT = Path.of("src/main/resources/static/assets/pay.js");

  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  @Autowired PagesFixture fixture;
  @Autowired FakePayments payments;
  @Autowired FakeProcesses processes;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void backNeverLeadsToASecondPayment(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    var id = BROWSER.startPayment(page);
    payments.bankPays(id);
    page.reload();
    assertThat(BROWSER.status(page)).isEqualTo("Thanh toán thành công");

    page.goBack();
    assertThat(page.url()).as("what is paid is not offered again").endsWith("/dossiers");
    assertThat(payments.started()).containsExactly(id);
    page.navigate("/payments/" + id);
    assertThat(BROWSER.status(page)).isEqualTo("Thanh toán thành công");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void reloadKeepsThePlaceAndSendsNothing(boolean javaScript) {
    var page = BROWSER.page(javaScript);
    BROWSER.atChoice(page);
    assertReloads(page);
    page.check("#CARD");
    BROWSER.send(page);
    assertReloads(page);
    page.check("#bank-970415");
    page.click("main .stack button");
    assertReloads(page);
    BROWSER.fillCard(page, "9704 15", "NGUYEN VAN A", "07/15");
    BROWSER.send(page);
    assertReloads(page);
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    BROWSER.send(page);
    page.waitForSelector(".busy");
    assertReloads(page);
    payments.bankSendsOtp(payments.started().get(0));
    page.reload();
    page.waitForSelector("#otp");
    assertReloads(page);
    assertThat(payments.entered).hasSize(1);
    assertThat(payments.started()).hasSize(1);
  }

  private static void assertReloads(Page page) {
    var before = BROWSER.status(page);
    page.reload();
    assertThat(BROWSER.status(page)).isEqualTo(before);
  }

  @Test
  void whatOneTabDoesTheOtherShows() {
    var first = BROWSER.page(true);
    var id = BROWSER.atCardForm(first);
    BROWSER.fillCard(first, CARD, "NGUYEN VAN A", "07/15");
    BROWSER.send(first);
    first.waitForSelector(".busy");
    var second = first.context().newPage();
    second.navigate("/payments/" + id);
    payments.bankSendsOtp(id);
    first.waitForSelector("#otp");
    second.waitForSelector("#otp");

    enterOtp(first);
    payments.bankPays(id);
    first.waitForSelector(".result.paid");
    enterOtp(second);
    second.waitForSelector(".result.paid");
    assertThat(payments.entered).as("card and one OTP").hasSize(2);
  }

  @Test
  void aTabLeftAtAFormOfACancelledPaymentSaysSo() {
    var first = BROWSER.page(true);
    var id = BROWSER.atOtpForm(first);
    var second = first.context().newPage();
    second.navigate("/payments/" + id);
    second.click(".cancel summary");
    second.click(".cancel button");
    assertThat(BROWSER.status(second)).isEqualTo("Thanh toán đã hủy");

    enterOtp(first);
    first.waitForSelector("h1:has-text('Thanh toán đã hủy')");
    assertThat(payments.entered).as("the card").hasSize(1);
  }

  @Test
  void waitingPageOfAnEndedSessionLeadsToTheSignInAndBack() {
    var page = BROWSER.page(true);
    var id = waiting(page);
    var other = page.context().newPage();
    other.navigate("/payments");
    other.click(".who button");
    page.waitForSelector("#username");
    BROWSER.fillLogin(page);
    assertThat(page.url()).contains("/payments/" + id);
    page.waitForSelector(".busy");
  }

  /** 400 kbit/s with 400 ms to and fro, as in the mountains; the payer is impatient. */
  @Test
  void impatienceOnASlowLineSendsOnce() {
    var page = BROWSER.page(true);
    page.context().newCDPSession(page).send("Network.emulateNetworkConditions", slow3G());
    BROWSER.atChoice(page);
    page.check("#CARD");
    page.dblclick(".step .stack button[type=submit]");
    page.check("#bank-970415");
    page.click("main .stack button");
    page.waitForSelector("#number");
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    page.dblclick(".step .stack button[type=submit]");
    page.waitForSelector(".busy");
    var id = payments.started().get(0);
    payments.bankSendsOtp(id);
    page.waitForSelector("#otp");
    page.fill("#otp", OTP);
    page.dblclick(".step .stack button[type=submit]");
    page.waitForSelector(".busy");
    payments.bankPays(id);
    page.waitForSelector(".result.paid");

    assertThat(payments.started()).containsExactly(id);
    assertThat(payments.entered).as("card and OTP").hasSize(2);
  }

  private static JsonObject slow3G() {
    var conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 400);
    conditions.addProperty("downloadThroughput", 50_000);
    conditions.addProperty("uploadThroughput", 50_000);
    return conditions;
  }

  @Test
  void aScriptThatArrivesOnlyInPartLeavesThePageAsWithoutScript() throws IOException {
    var page = BROWSER.page(true);
    BROWSER.expectComplaints("SyntaxError", "Unexpected end of input");
    var script = Files.readString(SCRIPT);
    page.route("**/pay-*.js", route -> script(route, script.substring(0, script.length() / 2)));
    payToTheEnd(page);
  }

  /** Between taking the new state into the page and making its form work. */
  @Test
  void aScriptThatFailsHalfWayLeavesAFormThatWorks() {
    var page = BROWSER.page(true);
    page.addInitScript("history.replaceState = () => { throw new Error('half-way'); }");
    var id = waiting(page);
    payments.bankSendsOtp(id);
    page.waitForSelector("#otp");
    enterOtp(page);
    page.waitForSelector(".busy");
    assertThat(payments.entered).as("card and OTP").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bpmn-viewer", "drawing"})
  void withoutThePartsThatDrawTheListStaysAndThePageTurns(String missing) {
    var page = BROWSER.page(true);
    BROWSER.expectComplaints("ERR_FAILED");
    page.route("**/" + missing + "-*.js", Route::abort);
    var id = BROWSER.startPayment(page);
    processes.here = List.of("awaitCard");
    page.navigate("/payments/" + id + "/progress");
    assertThat(page.locator("figure").isVisible()).isFalse();
    assertThat(page.locator(".history-list").innerText()).contains("Chờ nhập thẻ");
    processes.here = List.of();
    payments.bankPays(id);
    page.waitForSelector("text=Quy trình đã kết thúc");
  }

  @Test
  void waitingPageSaysThatItIsOfflineAndGoesOnByItself() {
    var page = BROWSER.page(true);
    BROWSER.expectComplaints("ERR_INTERNET_DISCONNECTED", "ERR_NETWORK");
    var id = waiting(page);
    page.context().setOffline(true);
    page.waitForSelector("[data-offline]:not([hidden])");
    payments.bankSendsOtp(id);
    page.context().setOffline(false);
    page.waitForSelector("#otp");
    assertThat(page.locator("[data-offline]").isVisible()).isFalse();
  }

  @Test
  void withoutAConnectionNothingIsSentAndWhatWasTypedStays() {
    var page = BROWSER.page(true);
    BROWSER.expectComplaints("ERR_INTERNET_DISCONNECTED", "ERR_NETWORK");
    BROWSER.atCardForm(page);
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    page.context().setOffline(true);
    BROWSER.send(page);
    page.waitForSelector("[data-offline]:not([hidden])");
    assertThat(page.inputValue("#number").replace(" ", "")).isEqualTo(CARD);
    assertThat(payments.entered).isEmpty();

    page.context().setOffline(false);
    page.waitForSelector(
        "[data-offline]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    BROWSER.send(page);
    page.waitForSelector(".busy");
    assertThat(payments.entered).hasSize(1);
  }

  private PaymentId waiting(Page page) {
    var id = BROWSER.atCardForm(page);
    BROWSER.fillCard(page, CARD, "NGUYEN VAN A", "07/15");
    BROWSER.send(page);
    page.waitForSelector(".busy");
    return id;
  }

  private void payToTheEnd(Page page) {
    var id = waiting(page);
    payments.bankSendsOtp(id);
    page.reload();
    enterOtp(page);
    page.waitForSelector(".busy");
    payments.bankPays(id);
    page.reload();
    page.waitForSelector(".result.paid");
    assertThat(payments.entered).as("card and OTP").hasSize(2);
  }

  private static void enterOtp(Page page) {
    page.fill("#otp", OTP);
    BROWSER.send(page);
  }

  private static void script(Route route, String text) {
    route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBody(text));
  }
}
