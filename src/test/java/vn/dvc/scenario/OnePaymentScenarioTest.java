package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.scenario.Seal.Card.GOOD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.documents.PdfReader;
import vn.dvc.pay.testing.Chromium;

/** The scenario on H2, and the payer's own path through it in a browser. */
class OnePaymentScenarioTest extends OnePaymentScenario {
  @Autowired ScenarioSandbox world;

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void payerPaysInABrowserWithAndWithoutJavaScript(boolean javaScript) {
    var dossier = portal.dossierOwing(25_000);
    try (var chromium = Chromium.orSkip()) {
      var page =
          chromium
              .browser()
              .newContext(
                  new Browser.NewContextOptions()
                      .setBaseURL(world.appUrl())
                      .setJavaScriptEnabled(javaScript)
                      .setLocale("vi-VN"))
              .newPage();
      page.navigate("/dossiers");
      page.fill("#username", "nguyen-van-a");
      page.fill("#password", "nguyen-van-a");
      page.click("main button");
      page.check("input[value='" + dossier + "']");
      page.click(".pay button");
      page.check("#CARD");
      page.click(".step .stack button[type=submit]");
      var payment = page.url().replaceFirst(".*/", "");

      page.check("#bank-970415");
      page.click("main .stack button");
      page.fill("#number", GOOD.number());
      page.fill("#holder", "Nguyễn Văn A");
      page.fill("#date", GOOD.date());
      page.check("#terms");
      page.click(".step .stack button[type=submit]");

      page.waitForSelector("#otp");
      seesItsWay(page, javaScript, payment, "Chờ mã OTP");
      page.fill("#otp", scenario.otpOf(payment));
      page.click(".step .stack button[type=submit]");
      page.waitForSelector("text=ĐÃ THANH TOÁN");

      page.navigate("/payments/" + payment); // a second look shows the payment as it is
      page.waitForSelector("text=ĐÃ THANH TOÁN");
      seesItsWay(page, javaScript, payment, "Đã thanh toán");
      provesItsPaper(chromium, page, payment);
      assertThat(scenario.debits(payment)).containsExactly(25_000L);
      assertThat(scenario.requests(payment)).containsExactly("authorise", "otp", "capture");
    }
  }

  /** The sandbox's page of the portal API, as the developers of a portal use it. */
  @Test
  void portalsTryOutEachCallAndSealACard() throws IOException {
    var started =
        portal
            .tryToPayByCard(UUID.randomUUID().toString(), portal.dossierOwing(25_000))
            .body()
            .path("id")
            .asText();
    try (var chromium = Chromium.orSkip()) {
      var page =
          chromium
              .browser()
              .newContext(new Browser.NewContextOptions().setBaseURL(world.url()))
              .newPage();
      var complaints = new ArrayList<String>();
      page.onConsoleMessage(
          said -> {
            if (said.type().equals("error")) {
              complaints.add(said.text());
            }
          });
      page.navigate("/api");
      page.waitForSelector(".opblock");
      assertThat(page.locator(".opblock").count()).isEqualTo(callsOfTheContract());
      assertThat(tried(page, "getPayment", Map.of("id", started))).isEqualTo("200");
      assertThat(tried(page, "listBanks", Map.of())).isEqualTo("200");

      page.click("summary");
      page.fill("#payment", started);
      page.fill("#typed", GOOD.number());
      page.click("main form button");
      var card =
          "{\"bank\":\"%s\",\"sealedCard\":\"%s\",\"termsVersion\":\"2026-01\"}"
              .formatted(GOOD.bank(), page.inputValue("#sealed"));
      page.waitForSelector(".opblock");
      assertThat(tried(page, "enterCard", Map.of("id", started, "", card))).isEqualTo("202");
      assertThat(complaints).isEmpty();
    }
    await().until(() -> portal.payment(started).path("status").asText().equals("waiting_for_otp"));
  }

  /** The status of the answer to a call, made with these parameters and this body. */
  private static String tried(Page page, String call, Map<String, String> typed) {
    var block = page.locator(".opblock[id$='-" + call + "']");
    block.locator(".opblock-summary-control").click();
    typed.forEach(
        (name, value) ->
            block
                .locator(
                    name.isEmpty()
                        ? "textarea.body-param__text"
                        : "tr[data-param-name='" + name + "'] input")
                .fill(value));
    block.locator("button.execute").click();
    return block
        .locator(".live-responses-table .response-col_status")
        .last()
        .innerText()
        .strip()
        .split("\\s")[0];
  }

  private static int callsOfTheContract() throws IOException {
    var calls = Pattern.compile("(?m)^      operationId: ");
    var contract = Files.readString(Path.of("src/main/resources/contracts/portal-v1.yaml"));
    return (int) calls.matcher(contract).results().count();
  }

  /** The process as it is deployed, with its steps; and back to the payment. */
  private static void seesItsWay(Page page, boolean javaScript, String payment, String last) {
    page.navigate("/payments/" + payment + "/progress");
    assertThat(page.locator(".history-list li").last().textContent()).contains(last);
    assertThat(page.locator(".history-list").textContent())
        .containsSubsequence(
            "Yêu cầu thanh toán bằng thẻ", "Mở nhập thẻ", "Kiểm tra thẻ, giữ tiền");
    if (javaScript) {
      page.waitForSelector(".drawing .been");
      assertThat(page.locator(".bjs-powered-by").isVisible()).isTrue();
    }
    page.navigate("/payments/" + payment);
  }

  /** Somebody who was shown the paper scans it, without an account. */
  private void provesItsPaper(Chromium chromium, Page payer, String payment) {
    var paper = payer.locator("a[href$='.pdf'] >> nth=1").getAttribute("href");
    var number = paper.replaceFirst(".*/(.*)[.]pdf", "$1");
    var code = new PdfReader(payer.request().get(paper).body()).qrCode(1);
    assertThat(code).contains("/check?number=" + number + "&code=");
    var stranger = chromium.browser().newPage();
    stranger.navigate(world.appUrl() + code.replaceFirst(".*/check", "/check"));
    assertThat(stranger.locator(".result").innerText()).contains(number, "25.000", "chúng tôi lập");
    stranger.navigate(world.appUrl() + "/check?number=" + number + "&code=AAAAAAAAAAAA");
    assertThat(stranger.locator("main").innerText()).contains("Không xác thực được");
  }
}
