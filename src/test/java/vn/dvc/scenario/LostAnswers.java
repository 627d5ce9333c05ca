package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.scenario.Seal.Card.GOOD;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.engine.watch.StuckSteps;

/** Answers that do not arrive, and a step after the money that fails: paid once all the same. */
interface LostAnswers extends CardScenario {
  StuckSteps stuckSteps();

  JdbcClient jdbc();

  @Test
  default void captureWhoseAnswerIsLostIsFoundByAnInquiryAndPaidOnce() {
    scenario().fault("970415", "capture", "answer-lost", 1);
    var payment = scenario().waitingForOtp(GOOD, portal().dossierOwing(90_000));
    portal().enterOtp(payment, "970415", scenario().otpOf(payment));
    scenario().reaches(payment, "paid");
    assertThat(scenario().debits(payment)).containsExactly(90_000L);
    assertThat(scenario().requests(payment)).filteredOn("capture"::equals).hasSize(1);
    assertThat(scenario().history(payment)).contains("being_checked");
  }

  @Test
  default void answersLostForTheCodeAndTheCaptureAreBothFoundByInquiries() {
    scenario().fault("970415", "otp", "answer-lost", 1);
    scenario().fault("970415", "capture", "answer-lost", 1);
    var payment = scenario().waitingForOtp(GOOD, portal().dossierOwing(90_000));
    portal().enterOtp(payment, "970415", scenario().otpOf(payment));
    scenario().reaches(payment, "paid");
    assertThat(scenario().debits(payment)).containsExactly(90_000L);
    assertThat(scenario().history(payment)).filteredOn("being_checked"::equals).hasSize(2);
    assertThat(
            jdbc()
                .sql("select count(*) from clarification where payment = ?")
                .param(payment)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  default void bankThatAnswers503GetsEachRequestOnce() {
    scenario().fault("970415", "authorise", "5xx-before", 1);
    var payment = portal().payByCard(portal().dossierOwing(90_000));
    portal().enterCard(payment, GOOD);
    scenario().reaches(payment, "being_checked");

    // The bank does not know the attempt and is told to refuse it for ever, which makes it certain
    // at once.
    scenario().reaches(payment, "waiting_for_card");
    assertThat(portal().payment(payment).path("cardEntriesLeft").asInt()).isEqualTo(3);
    assertThat(scenario().requests(payment)).containsExactly("authorise", "tombstone");
  }

  @Test
  default void captureWhoseSettlementFailsIsPaidByARetry() {
    var dossier = portal().dossierOwing(90_000);
    var payment = scenario().waitingForOtp(GOOD, dossier);
    // A later step is broken: the reservation that settling demands is gone.
    jdbc()
        .sql("update live_dossier set payment = 'broken' where payment = ?")
        .param(payment)
        .update();
    portal().enterOtp(payment, "970415", scenario().otpOf(payment));
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> stuckSteps().all().stream().anyMatch(s -> payment.equals(s.businessKey())));
    assertThat(scenario().debits(payment)).containsExactly(90_000L);
    assertThat(portal().dossierStatusText(dossier)).isNotEqualTo("ĐÃ THANH TOÁN");

    jdbc()
        .sql("update live_dossier set payment = ? where payment = 'broken'")
        .param(payment)
        .update();
    stuckSteps().all().stream()
        .filter(s -> payment.equals(s.businessKey()))
        .forEach(s -> stuckSteps().retry(s.id()));
    scenario().reaches(payment, "paid");
    assertThat(scenario().debits(payment)).containsExactly(90_000L);
    assertThat(scenario().requests(payment)).containsExactly("authorise", "otp", "capture");
  }
}
