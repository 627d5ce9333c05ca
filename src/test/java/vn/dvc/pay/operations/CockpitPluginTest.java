package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.testing.Chromium;

/** Cockpit's start page names the payments that wait for somebody, with links to our pages. */
@OperatorsTest
class CockpitPluginTest {
  private static final String FACTS = "/operations/cockpit";

  @Autowired CaseFixture fixture;
  @Autowired CollectionFixture payers;
  @Autowired ProcessEngine engine;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private Payment payment;
  private String instance;

  @BeforeEach
  void oneIsStuck() {
    payment = payers.instructed(120_000);
    FailingCall.deploy(engine);
    instance =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("failing-call", payment.id().text())
            .getId();
    var calls = engine.getExternalTaskService();
    calls.fetchAndLock(1, "trial").topic("trial.nobody", 60_000).execute();
    var call = calls.createExternalTaskQuery().processInstanceId(instance).singleResult().getId();
    calls.handleFailure(call, "trial", "NoAnswer", 0, 0);
  }

  @AfterEach
  void over() {
    becomes("WAITING_FOR_COLLECTION");
    engine.getRuntimeService().deleteProcessInstance(instance, "test over");
  }

  @Test
  void operatorsReadTheFactsAndOthersDoNot() {
    facts()
        .shows(
            200,
            "Thanh toán đang vướng",
            "Hỏi ngân hàng thử",
            "/operations/payments/" + payment.id(),
            "Ngân hàng hoặc cổng không trả lời");
    fixture.browser().signIn("officer-1").get(FACTS).shows(403);
    assertThat(fixture.browser().get(FACTS).path()).isEqualTo("/operations/login");
  }

  @Test
  void paymentWhoseResultIsUnclearIsNamedToo() {
    becomes("BEING_CHECKED");
    facts()
        .shows(
            200,
            "Đang kiểm tra với ngân hàng",
            payment.id().reference().toString(),
            "Chưa rõ ngân hàng đã chuyển tiền hay chưa");
  }

  private Browser facts() {
    return fixture.browser().signIn("operator-1").get(FACTS);
  }

  private void becomes(String status) {
    jdbc.sql("update payment set status = ? where id = ?")
        .params(status, payment.id().text())
        .update();
  }

  @Test
  void operatorAtCockpitSeesThemAndFollowsTheLink() {
    try (var chromium = Chromium.orSkip()) {
      var page = chromium.browser().newPage(new NewPageOptions().setLocale("vi-VN"));
      var complaints = complaintsOf(page);
      signIn(page, "operator-1");

      var section = page.locator(".stuck-payments");
      assertThat(section.innerText())
          .contains("Thanh toán đang vướng", "Hỏi ngân hàng thử", "Ngân hàng hoặc cổng");
      assertThat(section.locator("td a").first().getAttribute("href"))
          .isEqualTo("/operations/payments/" + payment.id());
      assertThat(complaints).isEmpty();
    }
  }

  private void signIn(Page page, String name) {
    page.setDefaultTimeout(90_000);
    try {
      page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/");
      page.fill("input[type=text]", name);
      page.fill("input[type=password]", name);
      page.click("button[type=submit]");
      page.waitForSelector(".stuck-payments");
    } catch (TimeoutError missing) {
      throw new AssertionError(
          "Cockpit at " + page.url() + " shows:\n" + page.innerText("body"), missing);
    }
  }

  private static List<String> complaintsOf(Page page) {
    var complaints = new ArrayList<String>();
    page.onConsoleMessage(
        said -> {
          if (said.type().equals("error") && said.text().contains("stuck-payments")) {
            complaints.add(said.text());
          }
        });
    return complaints;
  }
}
