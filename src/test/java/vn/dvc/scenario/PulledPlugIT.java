package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.scenario.Seal.Card.GOOD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kills the application between the accepted OTP and the final status, at a later moment each time,
 * and finds every dong where it belongs. Number of kills: {@code -Dkills=10}, otherwise 3.
 */
class PulledPlugIT {
  private static final int KILLS = Integer.getInteger("kills", 3);

  /**
   * A delay between two bounds, chosen so that ten kills range from before the claim to after the
   * end.
   */
  private static final Duration STEP = Duration.ofMillis(25);

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void everyPaymentEndsPaidWithOneDebitWhenThePlugIsPulled() throws Exception {
    try (var programs = new RunningPrograms()) {
      programs.startBoth();
      programs.unpackApp();
      var portal = new Portal(programs.appUrl);
      var sandbox = JsonClient.at(programs.sandboxUrl + "/sandbox");
      var payments = new ArrayList<String>();
      var secrets = new ArrayList<>(List.of(GOOD.number()));
      for (int kill = 0; kill < KILLS; kill++) {
        var payment = portal.payByCard(portal.dossierOwing(100_000 + kill));
        portal.enterCard(payment, GOOD);
        reaches(portal, payment, "waiting_for_otp");
        var otp = sandbox.get("/sms").body().path(0).path("otp").asText();
        secrets.add(otp);
        assertThat(portal.enterOtp(payment, "970415", otp).status()).isEqualTo(202);
        var moment = STEP.multipliedBy(kill);
        Thread.sleep(moment.toMillis()); // the moment of the kill is what is tested
        programs.killApp();
        programs.startApp();
        var before = System.nanoTime();
        await()
            .atMost(Duration.ofMinutes(3))
            .until(() -> List.of("paid", "waiting_for_otp").contains(status(portal, payment)));
        System.out.printf(
            "kill %d, %d ms after the OTP: %s, %.1f s after the restart%n",
            kill + 1,
            moment.toMillis(),
            status(portal, payment),
            (System.nanoTime() - before) / 1e9);
        if (status(portal, payment).equals("waiting_for_otp")) {
          // The accepted code is not forgotten: it was tried, and certainly never reached the bank.
          assertThat(portal.payment(payment).path("history").findValuesAsText("status"))
              .containsSubsequence("waiting_for_otp", "processing", "waiting_for_otp");
          portal.enterOtp(payment, "970415", otp);
          reaches(portal, payment, "paid");
        }
        payments.add(payment);
      }

      var amounts = new ArrayList<Long>();
      sandbox.get("/ledger").body().forEach(line -> amounts.add(line.path("amount").asLong()));
      assertThat(amounts).hasSize(KILLS).doesNotHaveDuplicates();
      for (var payment : payments) {
        assertThat(status(portal, payment)).isEqualTo("paid");
        var dossier = portal.payment(payment).path("dossiers").path(0).asText();
        assertThat(portal.dossierStatusText(dossier)).isEqualTo("ĐÃ THANH TOÁN");
      }

      programs.close();
      var found = new Secrets(secrets.toArray(String[]::new)).inFilesBelow(programs.folder);
      assertThat(found).filteredOn(f -> !f.toString().contains("data-sandbox")).isEmpty();
    }
  }

  private static void reaches(Portal portal, String payment, String status) {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(status(portal, payment)).isEqualTo(status));
  }

  private static String status(Portal portal, String payment) {
    return portal.payment(payment).path("status").asText();
  }
}
