package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.scenario.Seal.Card.GOOD;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.time.DatabaseTime;

/** Waits of a payment that end otherwise than by what is awaited. */
interface EndedWaits extends CardScenario {
  DatabaseTime time();

  JdbcClient jdbc();

  @Test
  default void cancelWhileWaitingForTheOtpReleasesTheHold() {
    var dossier = portal().dossierOwing(70_000);
    var payment = scenario().waitingForOtp(GOOD, dossier);
    assertThat(portal().api.post("/payments/" + payment + "/cancel", null).status()).isEqualTo(202);
    scenario().reaches(payment, "cancelled");
    assertThat(scenario().ledger(payment, "?all=true")).containsExactly("HOLD", "VOID");
    assertThat(portal().dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
  }

  @Test
  default void codeThatRanOutCanBeReplacedByANewOne() {
    var payment = scenario().waitingForOtp(GOOD, portal().dossierOwing(70_000));
    var first = scenario().otpOf(payment);
    time().travel(Duration.ofSeconds(190));
    assertThat(portal().enterOtp(payment, "970415", first).body().path("code").asText())
        .isEqualTo("otp-expired");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(portal().api.post("/payments/" + payment + "/otp/resend", null).status())
                    .isEqualTo(202));
    scenario().reaches(payment, "waiting_for_otp");
    portal().enterOtp(payment, "970415", scenario().otpOf(payment));
    scenario().reaches(payment, "paid");
  }

  @Test
  default void windowThatEndsExpiresThePayment() {
    var atCard = portal().payByCard(portal().dossierOwing(70_000));
    time().travel(Duration.ofMinutes(31));
    scenario().reaches(atCard, "expired");
    assertThat(portal().payment(atCard).path("reason").asText()).isEqualTo("window-ended");
  }

  @Test
  default void nodeWithAFastClockWaitsUntilTheWindowEnds() {
    var payment = portal().payByCard(portal().dossierOwing(70_000));
    ClockUtil.offset(Duration.ofHours(1).toMillis()); // the engine's clock alone
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(timerOf(payment))
                    .isAfter(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofMinutes(20))));
    assertThat(scenario().status(payment)).isEqualTo("waiting_for_card");
  }

  private Instant timerOf(String payment) {
    return jdbc()
        .sql(
            "select j.duedate_ from act_ru_job j join act_ru_execution e"
                + " on e.id_ = j.process_instance_id_ where e.business_key_ = ?")
        .param(payment)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }
}
