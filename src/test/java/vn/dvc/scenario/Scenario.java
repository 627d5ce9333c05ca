package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.testing.Fixture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.scenario.Seal.Card;

/** What tests ask of the application and of the sandbox, and what they let happen there. */
class Scenario implements Fixture {
  private final Portal portal;
  private final JsonClient sandbox;
  private final DatabaseTime time;
  private final JdbcClient jdbc;

  Scenario(Portal portal, JsonClient sandbox, DatabaseTime time, JdbcClient jdbc) {
    this.portal = portal;
    this.sandbox = sandbox;
    this.time = time;
    this.jdbc = jdbc;
  }

  @Override
  public void afterEachTest() {
    time.travel(Duration.ZERO);
    sandbox.delete("/faults");
  }

  /** A payment of these dossiers whose payer has entered this card and is to enter the code. */
  String waitingForOtp(Card card, String... dossiers) {
    var payment = portal.payByCard(dossiers);
    var answer = portal.enterCard(payment, card);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    reaches(payment, "waiting_for_otp");
    return payment;
  }

  static String wrong(String otp) {
    return otp.charAt(0) == '9' ? "0" + otp.substring(1) : "9" + otp.substring(1);
  }

  void reaches(String payment, String status) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(status(payment)).isEqualTo(status));
  }

  String status(String payment) {
    return portal.payment(payment).path("status").asText();
  }

  List<String> history(String payment) {
    return texts(portal.payment(payment).path("history"), "status");
  }

  List<Long> debits(String payment) {
    var amounts = new ArrayList<Long>();
    for (var line : sandbox.get("/ledger").body()) {
      if (attempts(payment).contains(line.path("attemptRef").asText())) {
        amounts.add(line.path("amount").asLong());
      }
    }
    return amounts;
  }

  List<String> ledger(String payment, String query) {
    var kinds = new ArrayList<String>();
    for (var line : sandbox.get("/ledger" + query).body()) {
      if (attempts(payment).contains(line.path("attemptRef").asText())) {
        kinds.add(line.path("kind").asText());
      }
    }
    return kinds;
  }

  /** What the bank received for the payment, without inquiries. */
  List<String> requests(String payment) {
    var operations = new ArrayList<String>();
    for (var receipt : sandbox.get("/receipts").body()) {
      if (attempts(payment).contains(receipt.path("attemptRef").asText())
          && !receipt.path("operation").asText().equals("inquiry")) {
        operations.add(receipt.path("operation").asText());
      }
    }
    return operations;
  }

  List<String> webhooks(String payment) {
    var seen = new ArrayList<String>();
    for (var hook : sandbox.get("/portal/webhooks").body()) {
      var event = hook.path("event");
      if (event.path("data").path("payment").asText().equals(payment)) {
        seen.add(event.path("type").asText() + (hook.path("valid").asBoolean() ? " valid" : " ?"));
      }
    }
    return seen;
  }

  void fault(String bank, String operation, String fault, int times) {
    var order = Map.of("bank", bank, "operation", operation, "fault", fault, "times", times);
    assertThat(sandbox.post("/faults", order).status()).isBetween(200, 299);
  }

  /** The newest code that the bank sent for the payment's attempt. */
  String otpOf(String payment) {
    var attempt = attempt(payment);
    for (var sms : sandbox.get("/sms").body()) {
      if (sms.path("attemptRef").asText().equals(attempt)) {
        return sms.path("otp").asText();
      }
    }
    throw new AssertionError("No SMS for " + payment);
  }

  String attempt(String payment) {
    return jdbc.sql("select attempt_ref from payment where id = ?")
        .param(payment)
        .query(UUID.class)
        .single()
        .toString();
  }

  private List<String> attempts(String payment) {
    return jdbc
        .sql("select attempt_ref from attempt where subject = ?")
        .param(payment)
        .query(UUID.class)
        .list()
        .stream()
        .map(UUID::toString)
        .toList();
  }

  private static List<String> texts(JsonNode list, String field) {
    var texts = new ArrayList<String>();
    list.forEach(node -> texts.add(node.path(field).asText()));
    return texts;
  }
}
