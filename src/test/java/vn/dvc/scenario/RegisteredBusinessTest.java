package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.testing.AtTasklist;
import vn.dvc.pay.testing.Chromium;

/**
 * The customers' guide, part I, as it happens: a business registers its account on our pages, the
 * bank's staff approve the signed form in Tasklist, and the business pays three dossiers by one
 * debit. Real browser, real engine, real sandbox.
 */
@ScenarioTest
class RegisteredBusinessTest {
  @Autowired Scenario scenario;
  @Autowired ScenarioSandbox world;
  @Autowired Portal portal;
  @Autowired JsonClient sandbox;
  @Autowired JdbcClient jdbc;

  @Test
  void businessIsApprovedByTwoOfficersAndPaysThreeDossiersByOneDebit() throws Exception {
    var dossiers =
        List.of(
            portal.dossierOwedBy(Portal.AN_PHAT, 100_000),
            portal.dossierOwedBy(Portal.AN_PHAT, 200_000),
            portal.dossierOwedBy(Portal.AN_PHAT, 300_000));
    try (var chromium = Chromium.orSkip()) {
      var business = signedIn(chromium.browser(), "cong-ty-an-phat");

      var registration = registers(business);
      approve(chromium.browser());

      business.navigate("/registrations/" + registration);
      business.waitForSelector("text=Yêu cầu đã được đăng ký thành công");
      var payment = paysByAccount(business, dossiers);

      assertThat(scenario.debits(payment)).containsExactly(600_000L);
      var paid = portal.payment(payment);
      assertThat(paid.path("status").asText()).isEqualTo("paid");
      assertThat(paid.path("receipts")).hasSize(3);
      dossiers.forEach(
          dossier -> assertThat(portal.dossierStatusText(dossier)).isEqualTo("ĐÃ THANH TOÁN"));
      business.waitForSelector(
          "a[href$='/receipts/" + paid.path("receipts").get(2).path("number").asText() + ".pdf']");

      theBankEndsTheMandate(registration);
      business.navigate("/registrations/" + registration);
      business.waitForSelector("text=Ngân hàng đã chấm dứt ủy quyền trích nợ");
      assertThat(portal.tryToPayByAccount(portal.dossierOwedBy(Portal.AN_PHAT, 5_000)).text())
          .contains("not-registered");
    }
  }

  private void theBankEndsTheMandate(String registration) {
    var mandate =
        jdbc.sql("select mandate_reference from registration where id = ?")
            .param(registration)
            .query(String.class)
            .single();
    sandbox.post("/banks/970415/mandates/" + mandate + "/end", Map.of());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        portal
                            .api
                            .get("/registrations/" + registration)
                            .body()
                            .path("status")
                            .asText())
                    .isEqualTo("terminated"));
  }

  private Page signedIn(Browser chromium, String login) {
    var page =
        chromium
            .newContext(
                new Browser.NewContextOptions().setBaseURL(world.appUrl()).setLocale("vi-VN"))
            .newPage();
    page.setDefaultTimeout(60_000);
    page.navigate("/registrations/new");
    page.fill("#username", login);
    page.fill("#password", login);
    page.click("main button");
    return page;
  }

  /** Registers the account, sees the form, and returns the registration. */
  private String registers(Page page) throws Exception {
    page.navigate("/registrations/new");
    page.selectOption("#bank", "970415");
    page.fill("#account", "113366668888");
    page.fill("#accountHolder", "Công ty TNHH An Phát");
    page.fill("#branch", "VietinBank Đà Nẵng");
    page.click("main form button[type=submit]");
    var print = page.waitForSelector("a[href$='/form.pdf']");
    assertThat(print.innerText()).isNotBlank();
    var registration = page.url().replaceFirst(".*/", "");
    assertThat(pdf(page, "/registrations/" + registration + "/form.pdf")).startsWith("%PDF");
    return registration;
  }

  private void approve(Browser chromium) {
    try (var teller = AtTasklist.as("teller-1", chromium, world.appUrl())) {
      teller.opens("Nhận phiếu");
      assertThat(teller.rows())
          .contains("Số đăng ký", "Người nộp", "Công ty TNHH An Phát", "Tài khoản", "********8888");
      assertThat(teller.facts()).contains("Công ty TNHH An Phát", "0100109106", "113366668888");
      assertThat(pdf(teller.page, teller.page.locator(".fjs-form a").first().getAttribute("href")))
          .startsWith("%PDF");
      assertThat(teller.page.locator(".fjs-form a").first().getAttribute("target"))
          .isEqualTo("_blank");
      teller.claims().chooses("Đã nhận phiếu hợp lệ").completes();
    }
    try (var first = AtTasklist.as("officer-1", chromium, world.appUrl())) {
      first.opens("Duyệt").claims().chooses("Duyệt").completes();
      assertThat(first.opens("Duyệt lần hai").isRefusedToClaim())
          .contains("Việc này phải do người thứ hai thực hiện");
    }
    try (var second = AtTasklist.as("officer-2", chromium, world.appUrl())) {
      second.opens("Duyệt lần hai");
      assertThat(second.earlier()).contains("officer-1 · Duyệt đăng ký");
      second.claims().chooses("Duyệt").completes();
    }
  }

  private String paysByAccount(Page page, List<String> dossiers) {
    page.navigate("/dossiers");
    dossiers.forEach(dossier -> page.check("input[value='" + dossier + "']"));
    page.click(".pay button");
    page.check("#ACCOUNT");
    page.click("main form.stack button[type=submit]");
    page.waitForSelector("h1:has-text('Xác nhận trích tiền')");
    page.click("main form.stack button[type=submit]");
    page.waitForSelector("text=ĐÃ THANH TOÁN");
    return page.url().replaceFirst(".*/", "");
  }

  /** Fetches with the page's own session; returns the beginning of the file as text. */
  private String pdf(Page page, String path) {
    var cookies =
        page.context().cookies().stream()
            .map(cookie -> cookie.name + "=" + cookie.value)
            .collect(Collectors.joining("; "));
    try {
      var answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(world.appUrl()).resolve(path))
                      .header("Cookie", cookies)
                      .build(),
                  BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Disposition").orElse("inline"))
          .startsWith("inline");
      return new String(answer.body(), 0, 8, StandardCharsets.ISO_8859_1);
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }
}
