package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vn.dvc.scenario.JsonClient.Answer;
import vn.dvc.scenario.Portal;
import vn.dvc.scenario.Seal.Card;

/** A payer who wants to pay and tries again whatever the response, as payers do. */
final class PersistentPayer {
  private static final Set<String> ENDS = Set.of("PAID", "DECLINED", "CANCELLED", "EXPIRED");

  static final Card CARD = Card.vietinbank("9704150000000011");
  static final Card OTHER_CARD =
      new Card(FailpointFixture.OTHER_BANK, "9704360000000016", "NGUYEN VAN A", "07/15");
  static final long AMOUNT = 90_000;

  private final FailpointFixture fixture;
  private final Card card;

  PersistentPayer(FailpointFixture fixture) {
    this(fixture, CARD);
  }

  PersistentPayer(FailpointFixture fixture, Card card) {
    this.fixture = fixture;
    this.card = card;
  }

  /** Starts a payment; if the response is an error or missing, once more with the same key. */
  String starts(Map<String, Object> who, String method, String... dossiers) {
    var key = UUID.randomUUID().toString();
    for (int tries = 0; tries < 3; tries++) {
      var answer = answered(() -> fixture.portal.tryToPay(who, method, key, dossiers));
      if (answer != null && answer.status() < 500) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.body().path("id").asText();
      }
    }
    throw new AssertionError("No payment could be started");
  }

  /** Pays one dossier by card to the end: enters the card and the code, or requests a new code. */
  String paysByCard() {
    var dossier = fixture.portal.dossierOwing(AMOUNT);
    var payment = starts(Portal.NGUYEN_VAN_A, "CARD", dossier);
    goesOn(payment);
    isPaidExactlyWhen(payment, dossier);
    return payment;
  }

  /** Acts until the payment waits for something else. */
  void comesTo(String payment, String status) {
    fixture.until(
        payment + " is " + status,
        () -> {
          if (fixture.status(payment).equals("WAITING_FOR_CARD")) {
            answered(() -> fixture.portal.enterCard(payment, card));
          }
          return fixture.status(payment).equals(status);
        });
  }

  /** Cancels, repeatedly until the request is accepted, and waits for the end. */
  void givesUp(String payment) {
    fixture.until(
        payment + " ends",
        () -> {
          answered(() -> fixture.portal.api.post("/payments/" + payment + "/cancel", null));
          return fixture.isFinished(payment);
        });
  }

  void goesOn(String payment) {
    actsUntil(payment, () -> fixture.isFinished(payment));
  }

  /** Enters whatever is asked for, until the condition holds. */
  void actsUntil(String payment, BooleanSupplier fact) {
    fixture.until(
        payment + " gets on",
        () -> {
          switch (fixture.status(payment)) {
            case "WAITING_FOR_CARD" -> answered(() -> fixture.portal.enterCard(payment, card));
            case "WAITING_FOR_OTP" -> givesCode(payment);
            default -> {}
          }
          return fact.getAsBoolean();
        });
  }

  private void givesCode(String payment) {
    var answer =
        answered(() -> fixture.portal.enterOtp(payment, card.bank(), fixture.otpOf(payment)));
    if (answer != null && answer.text().contains("otp-expired")) {
      answered(() -> fixture.portal.api.post("/payments/" + payment + "/otp/resend", null));
    }
  }

  /** Pays one dossier by the registered account to the end. */
  String paysByAccount() {
    var dossier = fixture.portal.dossierOwedBy(Portal.AN_PHAT, AMOUNT);
    var payment = starts(Portal.AN_PHAT, "ACCOUNT", dossier);
    fixture.until(payment + " ends", () -> fixture.isFinished(payment));
    isPaidExactlyWhen(payment, dossier);
    return payment;
  }

  void isPaidExactlyWhen(String payment, String dossier) {
    // H2 may show the end of a row's life a moment before it shows the row as committed.
    fixture.soon(payment + " has ended", () -> ENDS.contains(fixture.status(payment)));
    var status = fixture.status(payment);
    var paid = status.equals("PAID");
    assertThat(fixture.portal.dossierStatusText(dossier))
        .as("dossier of %s, which is %s", payment, status)
        .isEqualTo(paid ? "ĐÃ THANH TOÁN" : "CHƯA THANH TOÁN");
    assertThat(fixture.portal.payment(payment).path("receipts")).hasSize(paid ? 1 : 0);
  }

  /** The response; null if the connection broke. */
  static Answer answered(Supplier<Answer> request) {
    try {
      return request.get();
    } catch (UncheckedIOException broken) {
      return null;
    }
  }
}
