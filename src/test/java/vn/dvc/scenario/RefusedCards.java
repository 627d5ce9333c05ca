package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.scenario.Seal.Card.GOOD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dvc.scenario.Seal.Card;

/** Cards, codes and requests that are refused, each in its own words and with the tries left. */
interface RefusedCards extends CardScenario {
  @Test
  default void declinedCardSaysWhyAndAnotherCardMayBeTried() {
    var payment = portal().payByCard(portal().dossierOwing(70_000));
    portal().enterCard(payment, Card.vietinbank("9704150000000029"));
    scenario().reaches(payment, "waiting_for_card");
    var decline = portal().payment(payment).path("lastDecline");
    assertThat(decline.path("code").asText()).isEqualTo("insufficient-funds");
    assertThat(decline.path("nextStep").asText()).isNotBlank();
    assertThat(portal().payment(payment).path("cardEntriesLeft").asInt()).isEqualTo(2);
    portal().enterCard(payment, GOOD);
    scenario().reaches(payment, "waiting_for_otp");
  }

  @Test
  default void cardNotEnabledOnlineNamesCounterAndHotlineOfItsBank() {
    var payment = portal().payByCard(portal().dossierOwing(70_000));
    portal().enterCard(payment, Card.vietinbank("9704150000000037"));
    scenario().reaches(payment, "waiting_for_card");
    assertThat(portal().payment(payment).path("lastDecline").path("nextStep").asText())
        .contains("quầy")
        .contains("04.39425580/81/82");
  }

  @Test
  default void thirdDeclinedCardEndsThePaymentAndFreesTheDossier() {
    var dossier = portal().dossierOwing(70_000);
    var payment = portal().payByCard(dossier);
    for (var card : List.of("9704150000000029", "9704150000000045", "9704150000000060")) {
      portal().enterCard(payment, Card.vietinbank(card));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> List.of("waiting_for_card", "declined").contains(scenario().status(payment)));
    }
    scenario().reaches(payment, "declined");
    assertThat(portal().payment(payment).path("reason").asText()).isEqualTo("limit-exceeded");
    assertThat(portal().dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
    assertThat(scenario().debits(payment)).isEmpty();
    assertThat(portal().payByCard(dossier)).isNotEqualTo(payment);
  }

  @Test
  default void thirdWrongOtpEndsThePaymentWithoutADebit() {
    var dossier = portal().dossierOwing(70_000);
    var payment = scenario().waitingForOtp(GOOD, dossier);
    for (int left = 2; left >= 0; left--) {
      portal().enterOtp(payment, "970415", Scenario.wrong(scenario().otpOf(payment)));
      scenario().reaches(payment, left > 0 ? "waiting_for_otp" : "declined");
      if (left > 0) {
        assertThat(portal().payment(payment).path("otp").path("triesLeft").asInt()).isEqualTo(left);
      }
    }
    assertThat(portal().payment(payment).path("reason").asText()).isEqualTo("otp-tries-used");
    assertThat(scenario().debits(payment)).isEmpty();
    assertThat(portal().dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
  }

  @Test
  default void fieldsThatBreakTheCardRulesAreDeclinedByTheBankWithTheirOwnCodes() {
    var payment = portal().payByCard(portal().dossierOwing(33_000));
    var wrong =
        Map.of(
            "card-number-invalid", new Card("970415", "970415000000001", "NGUYEN VAN A", "07/15"),
            "card-holder-invalid", new Card("970415", GOOD.number(), "nguyễn văn a", "07/15"),
            "card-date-invalid", new Card("970415", GOOD.number(), "NGUYEN VAN A", "13/15"));
    for (var field : wrong.entrySet()) {
      assertThat(portal().enterCard(payment, field.getValue()).status()).isEqualTo(202);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(portal().payment(payment).path("lastDecline").path("code").asText())
                      .isEqualTo(field.getKey()));
    }
    scenario().reaches(payment, "declined");
    assertThat(scenario().ledger(payment, "?all=true")).isEmpty();
  }

  @Test
  default void wrongInputIsRefusedByItsOwnCodeAndChargesNothing() {
    var dossier = portal().dossierOwing(33_000);
    var payment = portal().payByCard(dossier);
    var path = "/payments/" + payment;
    var terms = portal().bank("970415").path("terms").path("version").asText();

    refused(portal().api.post("/payments", "{not json"), 400, "malformed-json");
    refused(
        portal().api.post(path + "/otp", Map.of("sealedOtp", "a.b.c.d.e")), 409, "otp-not-awaited");
    refused(portal().api.post(path + "/otp/resend", null), 409, "otp-not-awaited");
    refused(card(path, "999999", "a.b.c.d.e", terms), 422, "bank-unknown");
    refused(card(path, "970415", "a.b.c.d.e", terms), 422, "sealed-value-invalid");
    refused(card(path, "970415", "a.b.c.d.e", "1999-01"), 422, "terms-not-accepted");
    refused(
        portal().tryToPayByCard(UUID.randomUUID().toString(), dossier), 409, "dossier-in-payment");
    refused(
        portal().tryToPayByCard(UUID.randomUUID().toString(), "000.00.00.H47-261124-9999"),
        404,
        "dossier-not-found");
    refused(
        portal().tryToPayAsSomebodyElse(portal().dossierOwing(1_000)), 404, "dossier-not-found");
    for (var amount : List.of(0, -5, 1000.5)) {
      var put = portal().api.put("/dossiers/000.00.00.H47-261124-8888", Portal.dossier(amount));
      assertThat(put.status()).as("amount " + amount).isEqualTo(422);
    }

    assertThat(scenario().status(payment)).isEqualTo("waiting_for_card");
    assertThat(portal().payment(payment).path("cardEntriesLeft").asInt()).isEqualTo(3);
    assertThat(scenario().requests(payment)).isEmpty();
  }

  private JsonClient.Answer card(String path, String bank, String sealed, String terms) {
    return portal()
        .api
        .post(path + "/card", Map.of("bank", bank, "sealedCard", sealed, "termsVersion", terms));
  }

  private static void refused(JsonClient.Answer answer, int status, String code) {
    assertThat(answer.body().path("code").asText()).as(answer.text()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("title").asText()).isNotBlank();
    assertThat(answer.body().path("titleEn").asText()).isNotBlank();
  }
}
