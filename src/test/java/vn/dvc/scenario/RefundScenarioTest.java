package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.scenario.Seal.Card.GOOD;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.scenario.JsonClient.Answer;

/**
 * Refunds by line, for every payment method: the whole application on PostgreSQL and real banks.
 */
@ScenarioTest
@ContextConfiguration(initializers = {SandboxBeside.class, Postgres.Fresh.class})
class RefundScenarioTest {
  private static final String WHY = "Người nộp rút hồ sơ";

  @Autowired Scenario scenario;
  @Autowired Portal portal;
  @Autowired JsonClient sandbox;
  @Autowired DatabaseTime time;
  @Autowired StuckSteps stuckSteps;
  @Autowired JdbcClient jdbc;
  @Autowired Cases cases;
  @Autowired HumanTasks tasks;
  @Autowired BankCalls calls;
  @Autowired TransactionTemplate transaction;

  @Test
  void paymentByCardIsRefundedByLine() {
    var dossiers = owed(Portal.NGUYEN_VAN_A);
    var payment = portal.payByCard(dossiers);
    scenario.reaches(payment, "waiting_for_card");
    assertThat(portal.enterCard(payment, GOOD).status()).isEqualTo(202);
    scenario.reaches(payment, "waiting_for_otp");
    portal.enterOtp(payment, "970415", otp(scenario.attempt(payment)));
    scenario.reaches(payment, "paid");
    isRefundedByLine(payment, dossiers, "DEBIT", scenario.attempt(payment));
  }

  @Test
  void paymentByAccountIsRefundedByLine() {
    registered().of("113366668888");
    var payment = payByAccount(owed(Portal.AN_PHAT));
    isRefundedByLine(payment, dossiersOf(payment), "DEBIT", scenario.attempt(payment));
  }

  @Test
  void paymentAtTheCounterIsRefundedByLine() {
    var dossiers = owed(Portal.NGUYEN_VAN_A);
    var payment = instructed(dossiers);
    var slip = cashier(payment, 120_000);
    scenario.reaches(payment, "paid");
    isRefundedByLine(payment, dossiers, "COLLECTION", slip);
  }

  @Test
  void refundRefusedByTheBankIsReturnedOtherwiseByTwoPersons() {
    registered().of("113366660011");
    var payment = payByAccount(owed(Portal.AN_PHAT));
    var dossiers = dossiersOf(payment);
    ask(payment, WHY, dossiers);
    decide(caseOf(payment, "refund-request"), "REFUND");
    decide(caseOf(payment, "reversal-declined"), "RETURNED_OTHERWISE");

    scenario.reaches(payment, "reversed");
    assertThat(reversed(scenario.attempt(payment))).isEmpty();
    for (var dossier : dossiers) {
      assertThat(portal.dossierStatusText(dossier)).isEqualTo("ĐÃ HOÀN TIỀN");
    }
  }

  @Test
  void refundWhoseAnswerIsLostIsClarifiedAndGivenBackOnce() {
    registered().of("113366668888");
    var payment = payByAccount(owed(Portal.AN_PHAT));
    ask(payment, WHY, dossiersOf(payment)[1]);
    scenario.fault("970415", "reversal", "answer-lost", 1);
    decide(caseOf(payment, "refund-request"), "REFUND");

    scenario.reaches(payment, "partly_reversed");
    assertThat(reversed(scenario.attempt(payment))).containsExactly(40_000L);
  }

  @Test
  void onlyOneOfConcurrentRefundRequestsSucceeds() throws Exception {
    registered().of("113366668888");
    var payment = payByAccount(owed(Portal.AN_PHAT));
    var dossier = dossiersOf(payment)[0];
    var threads = Executors.newFixedThreadPool(6);
    try {
      var asks = new ArrayList<Callable<Answer>>();
      for (var i = 0; i < 6; i++) {
        asks.add(() -> tryToAsk(payment, UUID.randomUUID().toString(), WHY, dossier));
      }
      var statuses = new ArrayList<Integer>();
      for (var answer : threads.invokeAll(asks)) {
        statuses.add(answer.get().status());
      }
      assertThat(statuses).containsOnly(202, 409).containsOnlyOnce(202);
      var key = UUID.randomUUID().toString();
      var other = dossiersOf(payment)[1];
      var same = new ArrayList<Callable<Answer>>();
      for (var i = 0; i < 6; i++) {
        same.add(() -> tryToAsk(payment, key, WHY, other));
      }
      var ids = new ArrayList<String>();
      for (var answer : threads.invokeAll(same)) {
        assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(202);
        ids.add(answer.get().body().path("id").asText());
      }
      assertThat(ids).containsOnly(ids.get(0));
    } finally {
      threads.shutdownNow();
    }
    assertThat(refunds(payment)).hasSize(2);
    assertThat(cases.ofPayment(payment)).hasSize(2);
  }

  /** One dossier first, then the other two; 40,000 each. */
  private void isRefundedByLine(String payment, String[] dossiers, String kind, String original) {
    assertThat(tryToAsk(payment, "k" + payment, " ", dossiers).status()).isEqualTo(422);
    var receipts = numbers(payment);
    var before = pdf(payment, receipts.get(0));
    var first = ask(payment, WHY, dossiers[0]);
    decide(caseOf(payment, "refund-request"), "REFUND");
    scenario.reaches(payment, "partly_reversed");
    assertThat(took(kind, original) - sum(reversed(original))).isEqualTo(80_000);
    assertThat(portal.dossierStatusText(dossiers[0])).isEqualTo("ĐÃ HOÀN TIỀN");
    assertThat(portal.dossierStatusText(dossiers[1])).isEqualTo("ĐÃ THANH TOÁN");
    assertThat(refunds(payment).get(0).path("status").asText()).isEqualTo("refunded");
    var again = tryToAsk(payment, UUID.randomUUID().toString(), WHY, dossiers[0]);
    assertThat(again.body().path("code").asText()).isEqualTo("refund-already-asked");
    assertThat(again.body().path("refund").asText()).isEqualTo(first);
    assertThat(pdf(payment, receipts.get(0))).isNotEqualTo(before);

    ask(payment, WHY, dossiers[2], dossiers[1]);
    decide(caseOf(payment, "refund-request"), "REFUND");
    scenario.reaches(payment, "reversed");
    assertThat(reversed(original)).containsExactly(40_000L, 80_000L);
    assertThat(took(kind, original)).isEqualTo(120_000);
    assertThat(scenario.history(payment)).endsWith("paid", "partly_reversed", "reversed");
    assertThat(numbers(payment)).isEqualTo(receipts);
    for (var receipt : portal.payment(payment).path("receipts")) {
      assertThat(receipt.path("cancelled").asBoolean()).isTrue();
    }
    soon(
        () ->
            assertThat(scenario.webhooks(payment))
                .containsOnlyOnce("payment.finished valid")
                .filteredOn(type -> !type.startsWith("payment.finished"))
                .filteredOn(type -> !type.startsWith("dossier.paid"))
                .containsExactlyInAnyOrder(
                    "dossier.refunded valid",
                    "dossier.refunded valid",
                    "dossier.refunded valid",
                    "payment.reversed valid",
                    "payment.reversed valid"));
    assertThat(stuckSteps.all()).isEmpty();
  }

  private String[] owed(Map<String, Object> payer) {
    var codes = new String[3];
    for (var i = 0; i < codes.length; i++) {
      codes[i] = portal.dossierOwedBy(payer, 40_000);
    }
    return codes;
  }

  private RegisteredAccount registered() {
    return new RegisteredAccount(jdbc, calls, transaction, time);
  }

  private String payByAccount(String... dossiers) {
    var answer = portal.tryToPayByAccount(dossiers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    var payment = answer.body().path("id").asText();
    scenario.reaches(payment, "paid");
    return payment;
  }

  private String instructed(String... dossiers) {
    var order =
        Map.of("payer", Portal.NGUYEN_VAN_A, "dossiers", List.of(dossiers), "method", "COUNTER");
    var answer = portal.api.send("POST", "/payments", order, key(UUID.randomUUID().toString()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  private String cashier(String payment, long amount) {
    var code = portal.payment(payment).path("instruction").path("code").asText();
    var answer = sandbox.post("/cashier/collections", Map.of("code", code, "amount", amount));
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    return answer.body().path("reference").asText();
  }

  private String otp(String attempt) {
    var found = new ArrayList<String>();
    soon(
        () -> {
          for (var sms : sandbox.get("/sms").body()) {
            if (sms.path("attemptRef").asText().equals(attempt)) {
              found.add(sms.path("otp").asText());
            }
          }
          assertThat(found).isNotEmpty();
        });
    return found.get(0);
  }

  private String[] dossiersOf(String payment) {
    var codes = new ArrayList<String>();
    portal.payment(payment).path("dossiers").forEach(code -> codes.add(code.asText()));
    return codes.toArray(String[]::new);
  }

  private String ask(String payment, String reason, String... dossiers) {
    var answer = tryToAsk(payment, UUID.randomUUID().toString(), reason, dossiers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.body().path("status").asText()).isEqualTo("requested");
    return answer.body().path("id").asText();
  }

  private Answer tryToAsk(String payment, String key, String reason, String... dossiers) {
    var body = new HashMap<String, Object>();
    body.put("dossiers", List.of(dossiers));
    body.put("reason", reason);
    return portal.api.send("POST", "/payments/" + payment + "/refunds", body, key(key));
  }

  private static Map<String, String> key(String key) {
    return Map.of("Idempotency-Key", key);
  }

  private JsonNode refunds(String payment) {
    return portal.api.get("/payments/" + payment + "/refunds").body().path("refunds");
  }

  private List<String> numbers(String payment) {
    var numbers = new ArrayList<String>();
    portal.payment(payment).path("receipts").forEach(it -> numbers.add(it.path("number").asText()));
    assertThat(numbers).hasSize(3);
    return numbers;
  }

  private String pdf(String payment, String number) {
    var answer = portal.api.get("/payments/" + payment + "/receipts/" + number + ".pdf");
    assertThat(answer.status()).isEqualTo(200);
    return answer.text();
  }

  private Cases.Case caseOf(String payment, String kind) {
    var open = new ArrayList<Cases.Case>();
    soon(
        () -> {
          cases.ofPayment(payment).stream()
              .filter(each -> each.kind().equals(kind) && each.closed() == null)
              .forEach(open::add);
          assertThat(open).hasSize(1);
        });
    return open.get(0);
  }

  private void decide(Cases.Case file, String decision) {
    complete(file, "operator-1", Map.of("decision", decision, "reason", "Đã đối chiếu"));
    complete(file, "operator-2", Map.of("agreed", "AGREED", "reason", "Đồng ý"));
  }

  private void complete(Cases.Case file, String actor, Map<String, Object> said) {
    tasks.complete(tasks.openOf(file.id()).get(0).id(), actor, said);
  }

  private long took(String kind, String name) {
    return amounts(kind, kind.equals("DEBIT") ? "attemptRef" : "collection", name).stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** What the bank gave back of an attempt's or a collection's money, oldest first. */
  private List<Long> reversed(String name) {
    var all = new ArrayList<>(amounts("REVERSAL", "original", name));
    all.addAll(amounts("REVERSAL", "collection", name));
    return all;
  }

  private List<Long> amounts(String kind, String field, String name) {
    var amounts = new ArrayList<Long>();
    for (var line : sandbox.get("/ledger").body()) {
      if (line.path("kind").asText().equals(kind) && line.path(field).asText().equals(name)) {
        amounts.add(line.path("amount").asLong());
      }
    }
    return amounts;
  }

  private static long sum(List<Long> amounts) {
    return amounts.stream().mapToLong(Long::longValue).sum();
  }

  private static void soon(ThrowingRunnable fact) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(fact);
  }
}
