package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.PaymentId;

/** The page turns when the server says that something changed, and without that word as well. */
@PagesTest
class LiveBrowserTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  @Autowired FakePayments payments;
  @Autowired FakeProcesses processes;

  /** Its clock stands still, so that it never asks by itself. */
  @Test
  void pageTurnsByTheServersWord() {
    var page = BROWSER.page(true);
    page.clock().install();
    var id = startCounter(page);
    payments.bankPays(id);
    page.waitForSelector(".result.paid");
    assertThat(page.evaluate("document.querySelector('main').dataset.events ?? null")).isNull();
  }

  @Test
  void progressTurnsByTheServersWord() {
    var page = BROWSER.page(true);
    page.clock().install();
    var id = startCounter(page);
    processes.here = List.of("awaitCard");
    page.waitForResponse("**/events", () -> page.click(".aside a"));
    page.waitForSelector(".drawing .here");
    processes.here = List.of();
    payments.bankPays(id);
    page.waitForSelector("text=Quy trình đã kết thúc");
  }

  @Test
  void pageAsksByItselfWhereTheStreamIsRefused() {
    var page = BROWSER.page(true);
    page.route("**/events", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    assertTurns(page);
  }

  @Test
  void pageAsksByItselfWhereAProxyKeepsTheStreamBack() {
    var page = BROWSER.page(true);
    page.route(
        "**/events",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/event-stream").setBody("")));
    assertTurns(page);
  }

  @Test
  void pageAsksByItselfInABrowserWithoutStreams() {
    var page = BROWSER.page(true);
    page.addInitScript("delete window.EventSource");
    assertTurns(page);
  }

  private void assertTurns(Page page) {
    var id = BROWSER.atCardForm(page);
    BROWSER.fillCard(page, PayerBrowser.CARD, "NGUYEN VAN A", "07/15");
    BROWSER.send(page);
    page.waitForSelector(".busy");
    payments.bankSendsOtp(id);
    page.waitForSelector("#otp");
  }

  private PaymentId startCounter(Page page) {
    var started = new PaymentId[1];
    page.waitForResponse(
        "**/events", () -> started[0] = BROWSER.startPayment(page, Method.COUNTER));
    return started[0];
  }
}
