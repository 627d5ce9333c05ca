package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.scenario.Seal.Card;

/** A payment by card, told from the payer's point of view. */
@ScenarioTest
abstract class OnePaymentScenario {
  static final Card GOOD = Card.vietinbank("9704150000000011");

  @Autowired Scenario scenario;
  @Autowired Portal portal;
  @Autowired Json sandbox;
  @Autowired DatabaseTime time;
  @Autowired StuckSteps stuckSteps;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource database;

  @Test
  void payerPaysByCardAndTheDossierReadsPaid() {
    // The portal registers a dossier that owes a fee, and its payer asks to pay.
    var dossier = portal.dossierOwing(120_000);
    assertThat(portal.dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
    var payment = portal.payByCard(dossier);
    assertThat(portal.payment(payment).path("status").asText()).isEqualTo("waiting_for_card");

    // The payer enters the card; the bank holds the amount and sends a code.
    assertThat(portal.enterCard(payment, GOOD).status()).isEqualTo(202);
    scenario.reaches(payment, "waiting_for_otp");
    assertThat(portal.payment(payment).path("otp").path("sentTo").asText()).endsWith("678");

    // The code moves the money, once, and the dossier is paid.
    assertThat(portal.enterOtp(payment, "970415", scenario.otpOf(payment)).status()).isEqualTo(202);
    scenario.reaches(payment, "paid");
    assertThat(portal.dossierStatusText(dossier)).isEqualTo("ĐÃ THANH TOÁN");
    assertThat(portal.payment(payment).path("receipts")).hasSize(1);
    assertThat(scenario.debits(payment)).containsExactly(120_000L);
    assertThat(scenario.requests(payment)).containsExactly("authorise", "otp", "capture");

    // The portal is notified by a signed webhook.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(scenario.webhooks(payment))
                    .containsExactlyInAnyOrder("dossier.paid valid", "payment.finished valid"));
  }

  @Test
  void manyDossiersArePaidByOneDebit() {
    var dossiers =
        new String[] {
          portal.dossierOwing(10_000), portal.dossierOwing(20_000), portal.dossierOwing(30_000)
        };
    var payment = waitingForOtp(GOOD, dossiers);
    portal.enterOtp(payment, "970415", scenario.otpOf(payment));
    scenario.reaches(payment, "paid");
    assertThat(scenario.debits(payment)).containsExactly(60_000L);
    for (var dossier : dossiers) {
      assertThat(portal.dossierStatusText(dossier)).isEqualTo("ĐÃ THANH TOÁN");
    }
  }

  @Test
  void bankThatCapturesWithTheOtpIsNotAskedToCapture() {
    var payment =
        waitingForOtp(
            new Card("970436", "9704360000000016", "NGUYEN VAN A", "07/15"),
            portal.dossierOwing(50_000));
    portal.enterOtp(payment, "970436", scenario.otpOf(payment));
    scenario.reaches(payment, "paid");
    assertThat(scenario.debits(payment)).containsExactly(50_000L);
    assertThat(scenario.requests(payment)).containsExactly("authorise", "otp");
  }

  @Test
  void declinedCardSaysWhyAndAnotherCardMayBeTried() {
    var payment = portal.payByCard(portal.dossierOwing(70_000));
    portal.enterCard(payment, Card.vietinbank("9704150000000029"));
    scenario.reaches(payment, "waiting_for_card");
    var decline = portal.payment(payment).path("lastDecline");
    assertThat(decline.path("code").asText()).isEqualTo("insufficient-funds");
    assertThat(decline.path("nextStep").asText()).isNotBlank();
    assertThat(portal.payment(payment).path("cardEntriesLeft").asInt()).isEqualTo(2);
    portal.enterCard(payment, GOOD);
    scenario.reaches(payment, "waiting_for_otp");
  }

  @Test
  void cardNotEnabledOnlineNamesCounterAndHotlineOfItsBank() {
    var payment = portal.payByCard(portal.dossierOwing(70_000));
    portal.enterCard(payment, Card.vietinbank("9704150000000037"));
    scenario.reaches(payment, "waiting_for_card");
    assertThat(portal.payment(payment).path("lastDecline").path("nextStep").asText())
        .contains("quầy")
        .contains("04.39425580/81/82");
  }

  @Test
  void thirdDeclinedCardEndsThePaymentAndFreesTheDossier() {
    var dossier = portal.dossierOwing(70_000);
    var payment = portal.payByCard(dossier);
    for (var card : List.of("9704150000000029", "9704150000000045", "9704150000000060")) {
      portal.enterCard(payment, Card.vietinbank(card));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> List.of("waiting_for_card", "declined").contains(scenario.status(payment)));
    }
    scenario.reaches(payment, "declined");
    assertThat(portal.payment(payment).path("reason").asText()).isEqualTo("limit-exceeded");
    assertThat(portal.dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
    assertThat(scenario.debits(payment)).isEmpty();
    assertThat(portal.payByCard(dossier)).isNotEqualTo(payment);
  }

  @Test
  void thirdWrongOtpEndsThePaymentWithoutADebit() {
    var dossier = portal.dossierOwing(70_000);
    var payment = waitingForOtp(GOOD, dossier);
    for (int left = 2; left >= 0; left--) {
      portal.enterOtp(payment, "970415", wrong(scenario.otpOf(payment)));
      scenario.reaches(payment, left > 0 ? "waiting_for_otp" : "declined");
      if (left > 0) {
        assertThat(portal.payment(payment).path("otp").path("triesLeft").asInt()).isEqualTo(left);
      }
    }
    assertThat(portal.payment(payment).path("reason").asText()).isEqualTo("otp-tries-used");
    assertThat(scenario.debits(payment)).isEmpty();
    assertThat(portal.dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
  }

  @Test
  void cancelWhileWaitingForTheOtpReleasesTheHold() {
    var dossier = portal.dossierOwing(70_000);
    var payment = waitingForOtp(GOOD, dossier);
    assertThat(portal.api.post("/payments/" + payment + "/cancel", null).status()).isEqualTo(202);
    scenario.reaches(payment, "cancelled");
    assertThat(scenario.ledger(payment, "?all=true")).containsExactly("HOLD", "VOID");
    assertThat(portal.dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
  }

  @Test
  void windowThatEndsExpiresThePayment() {
    var atCard = portal.payByCard(portal.dossierOwing(70_000));
    time.travel(Duration.ofMinutes(31));
    scenario.reaches(atCard, "expired");
    assertThat(portal.payment(atCard).path("reason").asText()).isEqualTo("window-ended");
  }

  @Test
  void nodeWithAFastClockWaitsUntilTheWindowEnds() {
    var payment = portal.payByCard(portal.dossierOwing(70_000));
    ClockUtil.offset(Duration.ofHours(1).toMillis()); // the engine's clock alone
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(timerOf(payment))
                    .isAfter(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofMinutes(20))));
    assertThat(scenario.status(payment)).isEqualTo("waiting_for_card");
  }

  private Instant timerOf(String payment) {
    return jdbc.sql(
            "select j.duedate_ from act_ru_job j join act_ru_execution e"
                + " on e.id_ = j.process_instance_id_ where e.business_key_ = ?")
        .param(payment)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  @Test
  void codeThatRanOutCanBeReplacedByANewOne() {
    var payment = waitingForOtp(GOOD, portal.dossierOwing(70_000));
    var first = scenario.otpOf(payment);
    time.travel(Duration.ofSeconds(190));
    assertThat(portal.enterOtp(payment, "970415", first).body().path("code").asText())
        .isEqualTo("otp-expired");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(portal.api.post("/payments/" + payment + "/otp/resend", null).status())
                    .isEqualTo(202));
    scenario.reaches(payment, "waiting_for_otp");
    portal.enterOtp(payment, "970415", scenario.otpOf(payment));
    scenario.reaches(payment, "paid");
  }

  @Test
  void captureWhoseAnswerIsLostIsFoundByAnInquiryAndPaidOnce() {
    scenario.fault("970415", "capture", "answer-lost", 1);
    var payment = waitingForOtp(GOOD, portal.dossierOwing(90_000));
    portal.enterOtp(payment, "970415", scenario.otpOf(payment));
    scenario.reaches(payment, "paid");
    assertThat(scenario.debits(payment)).containsExactly(90_000L);
    assertThat(scenario.requests(payment)).filteredOn("capture"::equals).hasSize(1);
    assertThat(scenario.history(payment)).contains("being_checked");
  }

  @Test
  void answersLostForTheCodeAndTheCaptureAreBothFoundByInquiries() {
    scenario.fault("970415", "otp", "answer-lost", 1);
    scenario.fault("970415", "capture", "answer-lost", 1);
    var payment = waitingForOtp(GOOD, portal.dossierOwing(90_000));
    portal.enterOtp(payment, "970415", scenario.otpOf(payment));
    scenario.reaches(payment, "paid");
    assertThat(scenario.debits(payment)).containsExactly(90_000L);
    assertThat(scenario.history(payment)).filteredOn("being_checked"::equals).hasSize(2);
    assertThat(
            jdbc.sql("select count(*) from clarification where payment = ?")
                .param(payment)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void bankThatAnswers503GetsEachRequestOnce() {
    scenario.fault("970415", "authorise", "5xx-before", 1);
    var payment = portal.payByCard(portal.dossierOwing(90_000));
    portal.enterCard(payment, GOOD);
    scenario.reaches(payment, "being_checked");

    // The bank does not know the attempt and is told to refuse it for ever, which makes it certain
    // at once.
    scenario.reaches(payment, "waiting_for_card");
    assertThat(portal.payment(payment).path("cardEntriesLeft").asInt()).isEqualTo(3);
    assertThat(scenario.requests(payment)).containsExactly("authorise", "tombstone");
  }

  @Test
  void otpSentEightTimesAtOnceIsAcceptedOnce() throws Exception {
    var payment = waitingForOtp(GOOD, portal.dossierOwing(90_000));
    var otp = scenario.otpOf(payment);
    var challenge = portal.payment(payment).path("challenge").asText();
    assertThat(challenge).isNotBlank();
    var threads = Executors.newFixedThreadPool(8);
    var statuses = new ArrayList<Integer>();
    try {
      Callable<Integer> submit = () -> portal.enterOtp(payment, "970415", otp).status();
      for (var answer : threads.invokeAll(Collections.nCopies(8, submit))) {
        statuses.add(answer.get());
      }
    } finally {
      threads.shutdown();
    }
    assertThat(statuses).containsOnly(202, 409).filteredOn(s -> s == 202).hasSize(1);
    scenario.reaches(payment, "paid");
    assertThat(scenario.debits(payment)).containsExactly(90_000L);
    assertThat(scenario.requests(payment)).containsExactly("authorise", "otp", "capture");
  }

  @Test
  void captureWhoseSettlementFailsIsPaidByARetry() {
    var dossier = portal.dossierOwing(90_000);
    var payment = waitingForOtp(GOOD, dossier);
    // A later step is broken: the reservation that settling demands is gone.
    jdbc.sql("update live_dossier set payment = 'broken' where payment = ?")
        .param(payment)
        .update();
    portal.enterOtp(payment, "970415", scenario.otpOf(payment));
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> stuckSteps.all().stream().anyMatch(s -> payment.equals(s.businessKey())));
    assertThat(scenario.debits(payment)).containsExactly(90_000L);
    assertThat(portal.dossierStatusText(dossier)).isNotEqualTo("ĐÃ THANH TOÁN");

    jdbc.sql("update live_dossier set payment = ? where payment = 'broken'")
        .param(payment)
        .update();
    stuckSteps.all().stream()
        .filter(s -> payment.equals(s.businessKey()))
        .forEach(s -> stuckSteps.retry(s.id()));
    scenario.reaches(payment, "paid");
    assertThat(scenario.debits(payment)).containsExactly(90_000L);
    assertThat(scenario.requests(payment)).containsExactly("authorise", "otp", "capture");
  }

  @Test
  void sameKeyTwiceIsOnePayment() {
    var dossier = portal.dossierOwing(15_000);
    var key = UUID.randomUUID().toString();
    var first = portal.tryToPayByCard(key, dossier);
    var second = portal.tryToPayByCard(key, dossier);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
    assertThat(portal.tryToPayByCard(UUID.randomUUID().toString(), dossier).body().path("payment"))
        .isEqualTo(first.body().path("id"));
  }

  @Test
  void wrongInputIsRefusedByItsOwnCodeAndChargesNothing() {
    var dossier = portal.dossierOwing(33_000);
    var payment = portal.payByCard(dossier);
    var path = "/payments/" + payment;
    var terms = portal.bank("970415").path("terms").path("version").asText();

    refused(portal.api.post("/payments", "{not json"), 400, "malformed-json");
    refused(
        portal.api.post(path + "/otp", Map.of("sealedOtp", "a.b.c.d.e")), 409, "otp-not-awaited");
    refused(portal.api.post(path + "/otp/resend", null), 409, "otp-not-awaited");
    refused(card(path, "999999", "a.b.c.d.e", terms), 422, "bank-unknown");
    refused(card(path, "970415", "a.b.c.d.e", terms), 422, "sealed-value-invalid");
    refused(card(path, "970415", "a.b.c.d.e", "1999-01"), 422, "terms-not-accepted");
    refused(
        portal.tryToPayByCard(UUID.randomUUID().toString(), dossier), 409, "dossier-in-payment");
    refused(
        portal.tryToPayByCard(UUID.randomUUID().toString(), "000.00.00.H47-261124-9999"),
        404,
        "dossier-not-found");
    refused(portal.tryToPayAsSomebodyElse(portal.dossierOwing(1_000)), 404, "dossier-not-found");
    for (var amount : List.of(0, -5, 1000.5)) {
      var put = portal.api.put("/dossiers/000.00.00.H47-261124-8888", Portal.dossier(amount));
      assertThat(put.status()).as("amount " + amount).isEqualTo(422);
    }

    assertThat(scenario.status(payment)).isEqualTo("waiting_for_card");
    assertThat(portal.payment(payment).path("cardEntriesLeft").asInt()).isEqualTo(3);
    assertThat(scenario.requests(payment)).isEmpty();
  }

  @Test
  void fieldsThatBreakTheCardRulesAreDeclinedByTheBankWithTheirOwnCodes() {
    var payment = portal.payByCard(portal.dossierOwing(33_000));
    var wrong =
        Map.of(
            "card-number-invalid", new Card("970415", "970415000000001", "NGUYEN VAN A", "07/15"),
            "card-holder-invalid", new Card("970415", GOOD.number(), "nguyễn văn a", "07/15"),
            "card-date-invalid", new Card("970415", GOOD.number(), "NGUYEN VAN A", "13/15"));
    for (var field : wrong.entrySet()) {
      assertThat(portal.enterCard(payment, field.getValue()).status()).isEqualTo(202);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(portal.payment(payment).path("lastDecline").path("code").asText())
                      .isEqualTo(field.getKey()));
    }
    scenario.reaches(payment, "declined");
    assertThat(scenario.ledger(payment, "?all=true")).isEmpty();
  }

  private Json.Answer card(String path, String bank, String sealed, String terms) {
    return portal.api.post(
        path + "/card", Map.of("bank", bank, "sealedCard", sealed, "termsVersion", terms));
  }

  private static void refused(Json.Answer answer, int status, String code) {
    assertThat(answer.body().path("code").asText()).as(answer.text()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("title").asText()).isNotBlank();
    assertThat(answer.body().path("titleEn").asText()).isNotBlank();
  }

  @Test
  void cardNumberAndOtpAreInNoTable() throws Exception {
    var payment = waitingForOtp(GOOD, portal.dossierOwing(11_000));
    var wrong = wrong(scenario.otpOf(payment));
    portal.enterOtp(payment, "970415", wrong);
    scenario.reaches(payment, "waiting_for_otp");
    var otp = scenario.otpOf(payment);
    portal.enterOtp(payment, "970415", otp);
    scenario.reaches(payment, "paid");
    assertThat(new Secrets(GOOD.number(), wrong, otp).inTablesOf(database)).isEmpty();
    assertThat(new Secrets(payment).inTablesOf(database)).isNotEmpty();
  }

  String waitingForOtp(Card card, String... dossiers) {
    var payment = portal.payByCard(dossiers);
    var answer = portal.enterCard(payment, card);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    scenario.reaches(payment, "waiting_for_otp");
    return payment;
  }

  static String wrong(String otp) {
    return otp.charAt(0) == '9' ? "0" + otp.substring(1) : "9" + otp.substring(1);
  }
}
