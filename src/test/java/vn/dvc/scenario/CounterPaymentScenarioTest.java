package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingAddresses;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.web.HttpCaller;

/**
 * Paying at a branch: the whole application against the real sandbox and its cashier, over real
 * HTTP. After each test all money that the bank received is accounted for.
 */
@ScenarioTest
class CounterPaymentScenarioTest {
  @Autowired Scenario scenario;
  @Autowired Portal portal;
  @Autowired JsonClient sandbox;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired HumanTasks tasks;
  @Autowired Cases cases;
  @Autowired MailingAddresses addresses;
  @Autowired ScenarioSandbox world;

  String dossier;

  @BeforeEach
  void payerHasADossier() {
    dossier = portal.dossierOwing(120_000);
  }

  @AfterEach
  void noMoneyIsLost() {
    time.travel(Duration.ZERO);
    sandbox.delete("/faults");
    soon(() -> assertThat(ledger("REVERSAL")).isEqualTo(back("finished_at is not null")));
    moneyAddsUp();
  }

  /**
   * The bank's ledger equals what paid or is held, what was given back, and what awaits two
   * persons.
   */
  private void moneyAddsUp() {
    assertThat(ledger("COLLECTION"))
        .isEqualTo(
            ours("sum(c.taken)", "true")
                + back("true")
                + ours(
                    "sum(c.amount)",
                    "state = 'UNDECIDED' and exists (select 1 from case_file f where f.subject ="
                        + " cast(c.id as varchar(36)) and f.closed_at is null)"));
  }

  @Test
  void payerPaysAtABranchAndTheDossierReadsPaid() {
    var payment = instructed();
    assertThat(scenario.status(payment)).isEqualTo("waiting_for_collection");
    cashier(codeOf(payment), 120_000, Map.of());
    scenario.reaches(payment, "paid");
    assertThat(portal.dossierStatusText(dossier)).isEqualTo("ĐÃ THANH TOÁN");
    assertThat(portal.payment(payment).path("receipts")).hasSize(1);
  }

  @Test
  void transferTextMangledByBanksStillPays() {
    for (var style : List.of("lower", "spaced", "wrapped")) {
      var payment = instructedFor(portal.dossierOwing(50_000));
      cashier(codeOf(payment), 50_000, Map.of("style", style));
      scenario.reaches(payment, "paid");
    }
  }

  @Test
  void tooLittleIsGivenBackByTwoPersonsAndTheRightAmountPays() {
    var payment = instructedFor(portal.dossierOwing(250_000));
    var slip = cashier(codeOf(payment), 200_000, Map.of());
    var file = caseOf(payment);
    assertThat(scenario.status(payment)).isEqualTo("waiting_for_collection");
    var refused = portal.api.post("/payments/" + payment + "/cancel", null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("code").asText()).isEqualTo("money-being-looked-at");
    moneyAddsUp();
    decide(file, "REVERSE", "Người nộp muốn lấy lại");
    soon(() -> assertThat(stateOf(slip)).isEqualTo("REVERSED"));
    assertThat(scenario.status(payment)).isEqualTo("waiting_for_collection");
    moneyAddsUp();
    cashier(codeOf(payment), 250_000, Map.of());
    scenario.reaches(payment, "paid");
  }

  /** From the bank's notice through the outbox into the mailbox, and to the portal. */
  @Test
  void payerWhoAskedForItIsToldByMailWhatBecomesOfTheMoney() {
    var payer = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
    addresses.ask(payer, Channel.EMAIL, "a@example.vn", "vi");
    soon(() -> assertThat(mailbox()).contains("Mã xác nhận địa chỉ: "));
    var code = mailbox().replaceAll("(?s).*Mã xác nhận địa chỉ: ([0-9]{6}).*", "$1");
    assertThat(addresses.confirm(payer, Channel.EMAIL, code)).isTrue();

    var payment = instructedFor(portal.dossierOwing(250_000));
    cashier(codeOf(payment), 200_000, Map.of());
    soon(() -> assertThat(mailbox()).contains("Đã nhận 200.000 đ, đang xem xét"));
    decide(caseOf(payment), "REVERSE", "Người nộp muốn lấy lại");
    soon(() -> assertThat(mailbox()).contains("Đã hoàn 200.000 đ không dùng để nộp"));
    cashier(codeOf(payment), 250_000, Map.of());
    soon(() -> assertThat(mailbox()).contains("Đã nộp 250.000 đ", "/payments/" + payment));
    soon(
        () ->
            assertThat(scenario.webhooks(payment))
                .contains(
                    "payment.money-looked-at valid",
                    "payment.money-returned valid",
                    "payment.finished valid"));
    addresses.remove(payer, Channel.EMAIL);
  }

  private String mailbox() {
    return HttpCaller.of(world.port).get("/mailbox").body().replace('\u00a0', ' ');
  }

  @Test
  void tooLittleIsToppedUpByASecondInstruction() {
    var owing = portal.dossierOwing(250_000);
    var payment = instructedFor(owing);
    var first = codeOf(payment);
    var slip = cashier(first, 200_000, Map.of());
    decide(caseOf(payment), "TOP_UP", "Người nộp đồng ý nộp thêm");
    assertThat(codeOf(payment)).isNotEqualTo(first);
    assertThat(stateOf(slip)).isEqualTo("HELD");
    moneyAddsUp();
    cashier(codeOf(payment), 50_000, Map.of());
    scenario.reaches(payment, "paid");
    assertThat(portal.dossierStatusText(owing)).isEqualTo("ĐÃ THANH TOÁN");
    assertThat(portal.payment(payment).path("receipts")).hasSize(1);
    assertThat(cases.ofPayment(payment)).hasSize(1);
  }

  @Test
  void cancellingTheTopUpReturnsTheHeldMoney() {
    var payment = instructedFor(portal.dossierOwing(250_000));
    var slip = cashier(codeOf(payment), 200_000, Map.of());
    decide(caseOf(payment), "TOP_UP", "Người nộp đồng ý nộp thêm");
    assertThat(portal.api.post("/payments/" + payment + "/cancel", null).status()).isEqualTo(202);
    scenario.reaches(payment, "cancelled");
    soon(() -> assertThat(stateOf(slip)).isEqualTo("REVERSED"));
  }

  @Test
  void moreThanOwedPaysAndTheRestComesBackByItself() {
    var payment = instructedFor(portal.dossierOwing(250_000));
    var before = ledger("REVERSAL");
    var slip = cashier(codeOf(payment), 300_000, Map.of());
    scenario.reaches(payment, "paid");
    soon(() -> assertThat(ledger("REVERSAL") - before).isEqualTo(50_000));
    assertThat(stateOf(slip)).isEqualTo("BOUND");
    assertThat(cases.ofPayment(payment)).isEmpty();
  }

  @Test
  void reversalWhoseAnswerIsLostIsClarifiedAndDoneOnce() {
    var payment = instructed();
    var slip = cashier(codeOf(payment), 100_000, Map.of());
    var fault =
        Map.of("bank", "970415", "operation", "reversal", "fault", "answer-lost", "times", 1);
    assertThat(sandbox.post("/faults", fault).status()).isBetween(200, 299);
    var before = ledger("REVERSAL");
    decide(caseOf(payment), "REVERSE", "Nộp nhầm số tiền");
    soon(() -> assertThat(stateOf(slip)).isEqualTo("REVERSED"));
    assertThat(ledger("REVERSAL") - before).isEqualTo(100_000);
  }

  @Test
  void unknownCodeIsACaseAfterAMinute() {
    var slip = cashier("DVC000000000", 77_000, Map.of());
    soon(() -> assertThat(messagesInHand()).isEqualTo(1)); // the minute begins
    time.travel(Duration.ofSeconds(70));
    soon(() -> assertThat(stateOf(slip)).isEqualTo("UNDECIDED"));
  }

  private int messagesInHand() {
    return jdbc.sql("select count(*) from bank_message where handled_at is null")
        .query(Integer.class)
        .single();
  }

  @Test
  void moneyAfterCancellationMayBeAcceptedForTheUnpaidDossier() {
    var payment = instructed();
    assertThat(portal.api.post("/payments/" + payment + "/cancel", null).status()).isEqualTo(202);
    scenario.reaches(payment, "cancelled");
    cashier(codeOf(payment), 120_000, Map.of());
    decide(caseOf(payment), "ACCEPT", "Hồ sơ chưa thanh toán");
    scenario.reaches(payment, "paid");
    assertThat(portal.dossierStatusText(dossier)).isEqualTo("ĐÃ THANH TOÁN");
  }

  @Test
  void moneyAfterExpiryIsGivenBack() {
    var payment = instructed();
    time.travel(Duration.ofDays(7).plusMinutes(1));
    scenario.reaches(payment, "expired");
    time.travel(Duration.ZERO);
    var slip = cashier(codeOf(payment), 120_000, Map.of());
    decide(caseOf(payment), "REVERSE", "Người nộp không cần nữa");
    soon(() -> assertThat(stateOf(slip)).isEqualTo("REVERSED"));
    assertThat(portal.dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
  }

  @Test
  void secondPaymentForOneCodeIsGivenBack() {
    var payment = instructed();
    cashier(codeOf(payment), 120_000, Map.of());
    scenario.reaches(payment, "paid");
    var second = cashier(codeOf(payment), 120_000, Map.of());
    decide(caseOf(payment), "REVERSE", "Nộp hai lần");
    soon(() -> assertThat(stateOf(second)).isEqualTo("REVERSED"));
    assertThat(scenario.status(payment)).isEqualTo("paid");
  }

  @Test
  void noticeDeliveredTwiceIsOneCollection() {
    var payment = instructed();
    var slip = cashier(codeOf(payment), 120_000, Map.of());
    scenario.reaches(payment, "paid");
    var again = sandbox.post("/cashier/collections/" + slip + "/deliver", null);
    assertThat(again.status()).as(again.text()).isBetween(200, 299);
    assertThat(cases.ofPayment(payment)).isEmpty();
    assertThat(stateOf(slip)).isEqualTo("BOUND");
  }

  private String instructed() {
    return instructedFor(dossier);
  }

  private String instructedFor(String owing) {
    var order =
        Map.of("payer", Portal.NGUYEN_VAN_A, "dossiers", List.of(owing), "method", "COUNTER");
    var answer =
        portal.api.send(
            "POST", "/payments", order, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  private String codeOf(String payment) {
    var code = portal.payment(payment).path("instruction").path("code").asText();
    assertThat(code).startsWith("DVC");
    return code;
  }

  /** Pays in money at the cashier's counter and returns the bank's reference. */
  private String cashier(String code, long amount, Map<String, Object> more) {
    var order = new HashMap<String, Object>(more);
    order.put("code", code);
    order.put("amount", amount);
    var answer = sandbox.post("/cashier/collections", order);
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    return answer.body().path("reference").asText();
  }

  private Cases.Case caseOf(String payment) {
    soon(() -> assertThat(cases.ofPayment(payment)).hasSize(1));
    return cases.ofPayment(payment).get(0);
  }

  private void decide(Cases.Case file, String decision, String reason) {
    complete(file, "operator-1", Map.of("decision", decision, "reason", reason));
    complete(file, "operator-2", Map.of("agreed", "AGREED", "reason", "Đã kiểm tra"));
  }

  private void complete(Cases.Case file, String actor, Map<String, Object> said) {
    tasks.complete(tasks.openOf(file.id()).get(0).id(), actor, said);
  }

  private String stateOf(String reference) {
    return jdbc.sql("select state from collection where reference = ?")
        .param(reference)
        .query(String.class)
        .optional()
        .orElse("not taken");
  }

  private long ours(String sum, String where) {
    return jdbc.sql("select coalesce(" + sum + ", 0) from collection c where " + where)
        .query(Long.class)
        .single();
  }

  private long back(String where) {
    return jdbc.sql(
            "select coalesce(sum(amount), 0) from reversal where collection_reference is not null"
                + " and "
                + where)
        .query(Long.class)
        .single();
  }

  private long ledger(String kind) {
    var sum = 0L;
    for (JsonNode line : sandbox.get("/ledger").body()) {
      if (line.path("kind").asText().equals(kind)) {
        sum += line.path("amount").asLong();
      }
    }
    return sum;
  }

  private static void soon(ThrowingRunnable fact) {
    await().atMost(Duration.ofSeconds(90)).untilAsserted(fact);
  }
}
