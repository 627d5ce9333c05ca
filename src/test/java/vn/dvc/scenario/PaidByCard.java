package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.scenario.Seal.Card.GOOD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.dvc.scenario.Seal.Card;

/** Payments by card that go well: each moves the money once, whatever the payer does twice. */
interface PaidByCard extends CardScenario {
  DataSource database();

  @Test
  default void payerPaysByCardAndTheDossierReadsPaid() {
    // The portal registers a dossier that owes a fee, and its payer asks to pay.
    var dossier = portal().dossierOwing(120_000);
    assertThat(portal().dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
    var payment = portal().payByCard(dossier);
    assertThat(portal().payment(payment).path("status").asText()).isEqualTo("waiting_for_card");

    // The payer enters the card; the bank holds the amount and sends a code.
    assertThat(portal().enterCard(payment, GOOD).status()).isEqualTo(202);
    scenario().reaches(payment, "waiting_for_otp");
    assertThat(portal().payment(payment).path("otp").path("sentTo").asText()).endsWith("678");

    // The code moves the money, once, and the dossier is paid.
    assertThat(portal().enterOtp(payment, "970415", scenario().otpOf(payment)).status())
        .isEqualTo(202);
    scenario().reaches(payment, "paid");
    assertThat(portal().dossierStatusText(dossier)).isEqualTo("ĐÃ THANH TOÁN");
    assertThat(portal().payment(payment).path("receipts")).hasSize(1);
    assertThat(scenario().debits(payment)).containsExactly(120_000L);
    assertThat(scenario().requests(payment)).containsExactly("authorise", "otp", "capture");

    // The portal is notified by a signed webhook.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(scenario().webhooks(payment))
                    .containsExactlyInAnyOrder("dossier.paid valid", "payment.finished valid"));
  }

  @Test
  default void manyDossiersArePaidByOneDebit() {
    var dossiers =
        new String[] {
          portal().dossierOwing(10_000),
          portal().dossierOwing(20_000),
          portal().dossierOwing(30_000)
        };
    var payment = scenario().waitingForOtp(GOOD, dossiers);
    portal().enterOtp(payment, "970415", scenario().otpOf(payment));
    scenario().reaches(payment, "paid");
    assertThat(scenario().debits(payment)).containsExactly(60_000L);
    for (var dossier : dossiers) {
      assertThat(portal().dossierStatusText(dossier)).isEqualTo("ĐÃ THANH TOÁN");
    }
  }

  @Test
  default void bankThatCapturesWithTheOtpIsNotAskedToCapture() {
    var payment =
        scenario()
            .waitingForOtp(
                new Card("970436", "9704360000000016", "NGUYEN VAN A", "07/15"),
                portal().dossierOwing(50_000));
    portal().enterOtp(payment, "970436", scenario().otpOf(payment));
    scenario().reaches(payment, "paid");
    assertThat(scenario().debits(payment)).containsExactly(50_000L);
    assertThat(scenario().requests(payment)).containsExactly("authorise", "otp");
  }

  @Test
  default void sameKeyTwiceIsOnePayment() {
    var dossier = portal().dossierOwing(15_000);
    var key = UUID.randomUUID().toString();
    var first = portal().tryToPayByCard(key, dossier);
    var second = portal().tryToPayByCard(key, dossier);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
    assertThat(
            portal().tryToPayByCard(UUID.randomUUID().toString(), dossier).body().path("payment"))
        .isEqualTo(first.body().path("id"));
  }

  @Test
  default void otpSentEightTimesAtOnceIsAcceptedOnce() throws Exception {
    var payment = scenario().waitingForOtp(GOOD, portal().dossierOwing(90_000));
    var otp = scenario().otpOf(payment);
    var challenge = portal().payment(payment).path("challenge").asText();
    assertThat(challenge).isNotBlank();
    var threads = Executors.newFixedThreadPool(8);
    var statuses = new ArrayList<Integer>();
    try {
      Callable<Integer> submit = () -> portal().enterOtp(payment, "970415", otp).status();
      for (var answer : threads.invokeAll(Collections.nCopies(8, submit))) {
        statuses.add(answer.get());
      }
    } finally {
      threads.shutdown();
    }
    assertThat(statuses).containsOnly(202, 409).filteredOn(s -> s == 202).hasSize(1);
    scenario().reaches(payment, "paid");
    assertThat(scenario().debits(payment)).containsExactly(90_000L);
    assertThat(scenario().requests(payment)).containsExactly("authorise", "otp", "capture");
  }

  @Test
  default void cardNumberAndOtpAreInNoTable() throws Exception {
    var payment = scenario().waitingForOtp(GOOD, portal().dossierOwing(11_000));
    var wrong = Scenario.wrong(scenario().otpOf(payment));
    portal().enterOtp(payment, "970415", wrong);
    scenario().reaches(payment, "waiting_for_otp");
    var otp = scenario().otpOf(payment);
    portal().enterOtp(payment, "970415", otp);
    scenario().reaches(payment, "paid");
    assertThat(new Secrets(GOOD.number(), wrong, otp).inTablesOf(database())).isEmpty();
    assertThat(new Secrets(payment).inTablesOf(database())).isNotEmpty();
  }
}
