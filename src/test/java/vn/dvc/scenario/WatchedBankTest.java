package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.operations.Browser;
import vn.dvc.scenario.Seal.Card;

/**
 * A bank hangs, and an operator is woken by a real Prometheus, sees which payments wait and why,
 * and asks as soon as the bank is well.
 */
@ScenarioTest
@AutoConfigureObservability(tracing = false)
@ContextConfiguration(initializers = WatchedBankTest.Watched.class)
class WatchedBankTest {
  private static final Card GOOD = new Card("970436", "9704360000000016", "NGUYEN VAN A", "07/15");
  private static final Duration SOON = Duration.ofSeconds(60);

  @Autowired ScenarioSandbox world;
  @Autowired Scenario scenario;
  @Autowired Portal portal;
  @Autowired JsonClient sandbox;
  @Autowired Environment settings;

  @Test
  void operatorIsWokenSeesWhatWaitsAndHasItEnded() throws IOException {
    var port = settings.getRequiredProperty("management.server.port", Integer.class);
    try (var prometheus = Prometheus.watchingOrSkip(port)) {
      var before = waitingForOtp(80_000);
      enterOtp(before);
      scenario.reaches(before, "paid");
      var waiting = List.of(waitingForOtp(90_000), waitingForOtp(100_000), waitingForOtp(110_000));
      await()
          .atMost(SOON)
          .until(() -> prometheus.sees("dvc_bank_calls_seconds_count{operation='AUTHORISE'}==4"));
      // a first reading that came late is an alert, too, until the next ones
      await().atMost(SOON).untilAsserted(() -> assertThat(prometheus.firing()).isEmpty());

      hangs(waiting);
      await() // since nobody is asked again while an inquiry is in progress
          .atMost(SOON)
          .until(() -> prometheus.sees("dvc_bank_calls_seconds_count{operation='INQUIRY'}==3"));
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(prometheus.firing()).contains("BankFailing 970436"));

      var operator = new Browser(world.appPort, "vi").signIn("operator-1").get("/operations");
      operator.shows(200, "Ngân hàng Vietcombank đang gặp sự cố");
      operator.get("/operations/payments?status=BEING_CHECKED");
      for (var payment : waiting) {
        operator.shows(200, "/operations/payments/" + payment);
      }
      assertThat(operator.body()).doesNotContain("/operations/payments/" + before);
      for (var payment : waiting) {
        operator.get("/operations/payments/" + payment);
        operator.shows(200, "Gửi OTP của người nộp", "UNKNOWN", "Lần hỏi ngân hàng kế tiếp");
      }

      isWell();
      for (var payment : waiting) {
        asksNow(operator, payment);
      }
      for (var payment : waiting) {
        scenario.reaches(payment, "paid");
        assertThat(scenario.debits(payment)).hasSize(1);
      }
      operator
          .get("/operations/payments?status=BEING_CHECKED")
          .shows(200, "Không có giao dịch nào");
    }
  }

  /**
   * The answers to the codes, which moved the money, and to all inquiries never come. One after the
   * other: Prometheus sees that a counter rises, not that it begins.
   */
  private void hangs(List<String> payments) {
    scenario.fault(GOOD.bank(), "inquiry", "no-answer", 99);
    scenario.fault(GOOD.bank(), "otp", "stall", payments.size());
    for (var payment : payments) {
      enterOtp(payment);
      scenario.reaches(payment, "being_checked");
    }
  }

  private void isWell() {
    sandbox.delete("/faults");
  }

  private static void asksNow(Browser operator, String payment) {
    var page = "/operations/payments/" + payment;
    operator.get(page).post(page + "/ask-now", Map.of("reason", "Ngân hàng báo đã khắc phục"));
    operator.shows(200, "Đã hỏi ngân hàng.");
  }

  private String waitingForOtp(long amount) {
    return scenario.waitingForOtp(GOOD, portal.dossierOwing(amount));
  }

  private void enterOtp(String payment) {
    portal.enterOtp(payment, GOOD.bank(), scenario.otpOf(payment));
  }

  /**
   * A port for Prometheus; a bank that is silent for two seconds hangs; and after the first inquiry
   * nobody asks by himself for an hour.
   */
  static class Watched extends SandboxBeside {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      super.initialize(context);
      TestPropertyValues.of(
              "management.server.port=" + FreePort.next(),
              "dvc.bank.response-timeout=2s",
              "dvc.inquiries.pauses=1s,1h")
          .applyTo(context);
    }
  }
}
