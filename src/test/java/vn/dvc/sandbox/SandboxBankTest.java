package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.sandbox.BankClient.Answer;
import vn.dvc.sandbox.BankClient.Attempt;

/** The sandbox's banks conform to the contract bank-v1, seen from its other side over HTTP. */
class SandboxBankTest {
  @RegisterExtension static final StartedSandbox STARTED = new StartedSandbox();

  private static final String GOOD_CARD = "9704150000000011";
  private static SigningApp app;
  private static RunningSandbox sandbox;
  private static BankClient vietinbank;
  private static BankClient vietcombank;
  private static BankClient eximbank;

  private final Attempt attempt = new Attempt();

  @BeforeAll
  static void start() {
    app = STARTED.app();
    sandbox = STARTED.sandbox();
    vietinbank = STARTED.bank("970415");
    vietcombank = STARTED.bank("970436");
    eximbank = STARTED.bank("970431");
  }

  @Test
  void rightCardAndRightCodeMoveTheMoneyAtCapture() {
    Answer authorised = vietinbank.authorise(attempt, GOOD_CARD);
    assertThat(authorised.signed()).isTrue();
    assertThat(authorised.state()).isEqualTo("PENDING_OTP");
    assertThat(authorised.json().path("last4").asText()).isEqualTo("0011");
    assertThat(authorised.json().path("otp").path("sentTo").asText()).isEqualTo("******678");
    assertThat(kinds()).containsExactly("HOLD");

    Answer verified = vietinbank.otp(attempt, sentCode());
    assertThat(verified.state()).isEqualTo("AUTHORISED");
    assertThat(moved()).isEmpty();

    Answer captured = vietinbank.capture(attempt);
    assertThat(captured.result()).isEqualTo("APPROVED");
    assertThat(captured.state()).isEqualTo("CAPTURED");
    assertThat(moved()).containsExactly("DEBIT");
    assertThat(vietinbank.inquire(attempt).state()).isEqualTo("CAPTURED");
    assertThat(received()).containsExactly("authorise", "otp", "capture", "inquiry");
    List.of(authorised, verified, captured).forEach(ContractCheck::holds);
    ContractCheck.holds(vietinbank.inquire(attempt));
  }

  @Test
  void bankThatCapturesWithTheCodeNeedsNoCapture() {
    vietcombank.authorise(attempt, "9704360000000016");
    Answer verified = vietcombank.otp(attempt, sentCode());
    assertThat(verified.state()).isEqualTo("CAPTURED");
    assertThat(moved()).containsExactly("DEBIT");
    assertThat(vietcombank.capture(attempt).reason()).isEqualTo("wrong-state");
    assertThat(moved()).containsExactly("DEBIT");
  }

  @Test
  void bankWithExpiryDatesAsksForTheExpiryDate() {
    var wrong = eximbank.authorisation(attempt, "9704310000000011", "NGUYEN VAN A", "07/15");
    assertThat(eximbank.authorise(wrong).reason()).isEqualTo("card-data-wrong");
    Attempt next = new Attempt();
    var right = eximbank.authorisation(next, "9704310000000011", "NGUYEN VAN A", "10/30");
    assertThat(eximbank.authorise(right).result()).isEqualTo("APPROVED");
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "9704150000000029, NGUYEN VAN A, 07/15, insufficient-funds",
    "9704150000000037, NGUYEN VAN A, 07/15, card-not-enabled-online",
    "9704150000000045, NGUYEN VAN A, 07/15, card-locked",
    "9704150000000052, NGUYEN VAN A, 07/15, card-expired",
    "9704150000000060, NGUYEN VAN A, 07/15, limit-exceeded",
    "9704150000000078, NGUYEN VAN A, 07/15, bank-declined",
    "9704150000000011, NGUYEN VAN B, 07/15, card-data-wrong",
    "9704150000000011, NGUYEN VAN A, 08/15, card-data-wrong",
    "9704159999999992, NGUYEN VAN A, 07/15, card-data-wrong",
    "970415000000001,  NGUYEN VAN A, 07/15, card-number-invalid",
    "9704150000000012, NGUYEN VAN A, 07/15, card-number-invalid",
    "9704150000000011, Nguyễn Văn A, 07/15, card-holder-invalid",
    "9704150000000011, N,            07/15, card-holder-invalid",
    "9704150000000011, NGUYEN VAN A, 13/15, card-date-invalid",
    "9704150000000011, NGUYEN VAN A, 7/15,  card-date-invalid"
  })
  void declinedCardHoldsNothing(String number, String holder, String date, String reason) {
    Answer answer = vietinbank.authorise(vietinbank.authorisation(attempt, number, holder, date));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.result()).isEqualTo("DECLINED");
    assertThat(answer.reason()).isEqualTo(reason);
    assertThat(answer.state()).isEqualTo("DECLINED");
    assertThat(kinds()).isEmpty();
    Answer inquired = vietinbank.inquire(attempt);
    assertThat(inquired.reason()).isEqualTo(reason);
    ContractCheck.holds(answer);
    ContractCheck.holds(inquired);
  }

  @Test
  void cardOfNineteenDigitsIsAccepted() {
    assertThat(vietinbank.authorise(attempt, "9704150000000000014").result()).isEqualTo("APPROVED");
  }

  @Test
  void captureMayBeDeclinedAfterTheRightCode() {
    vietinbank.authorise(attempt, "9704150000000086");
    vietinbank.otp(attempt, sentCode());
    Answer declined = vietinbank.capture(attempt);
    assertThat(declined.reason()).isEqualTo("bank-declined");
    assertThat(kinds()).containsExactly("HOLD", "VOID");
    ContractCheck.holds(declined);
  }

  @Test
  void thirdWrongCodeEndsTheAttemptAndReleasesTheHold() {
    vietinbank.authorise(attempt, GOOD_CARD);
    String right = sentCode();
    Answer first = vietinbank.otp(attempt, wrong(right));
    assertThat(first.reason()).isEqualTo("otp-wrong");
    assertThat(first.json().path("otpTriesLeft").asInt()).isEqualTo(2);
    vietinbank.otp(attempt, wrong(right));
    Answer third = vietinbank.otp(attempt, wrong(right));
    assertThat(third.reason()).isEqualTo("otp-tries-used");
    assertThat(vietinbank.otp(attempt, right).reason()).isEqualTo("wrong-state");
    assertThat(kinds()).containsExactly("HOLD", "VOID");
    ContractCheck.holds(first);
    ContractCheck.holds(third);
  }

  @Test
  void newCodeVoidsTheOldOneAndThereAreThreeOfThem() {
    vietinbank.authorise(attempt, GOOD_CARD);
    String old = sentCode();
    vietinbank.otp(attempt, wrong(old));
    Answer resent = vietinbank.resend(attempt);
    assertThat(resent.json().path("otp").path("triesLeft").asInt()).isEqualTo(3);
    String fresh = sentCode();
    if (!fresh.equals(old)) {
      assertThat(vietinbank.otp(attempt, old).reason()).isEqualTo("otp-wrong");
    }
    vietinbank.resend(attempt);
    vietinbank.resend(attempt);
    assertThat(vietinbank.resend(attempt).reason()).isEqualTo("no-resends-left");
    assertThat(vietinbank.otp(attempt, sentCode()).state()).isEqualTo("AUTHORISED");
    ContractCheck.holds(resent);
  }

  @Test
  void voidReleasesTheHoldAndNothingIsCapturedAfterwards() {
    vietinbank.authorise(attempt, GOOD_CARD);
    vietinbank.otp(attempt, sentCode());
    assertThat(vietinbank.release(attempt).state()).isEqualTo("VOIDED");
    assertThat(vietinbank.capture(attempt).reason()).isEqualTo("wrong-state");
    assertThat(kinds()).containsExactly("HOLD", "VOID");
  }

  @Test
  void repeatedCallHasNoSecondEffectAndGetsTheFirstAnswer() {
    vietinbank.authorise(attempt, GOOD_CARD);
    vietinbank.otp(attempt, sentCode());
    Map<String, Object> capture = attempt.call();
    String path = "/cards/authorisations/" + attempt.ref + "/capture";
    Answer first = vietinbank.post(path, capture);
    Answer second = vietinbank.post(path, capture);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.signed()).isTrue();
    assertThat(moved()).containsExactly("DEBIT");
    assertThat(received()).containsExactly("authorise", "otp", "capture", "capture");
  }

  @Test
  void wrongCodeRepeatedInTheSameCallUsesOneTry() {
    vietinbank.authorise(attempt, GOOD_CARD);
    Map<String, Object> wrong = vietinbank.code(attempt, wrong(sentCode()));
    vietinbank.otp(attempt, wrong);
    Answer again = vietinbank.otp(attempt, wrong);
    assertThat(again.json().path("otpTriesLeft").asInt()).isEqualTo(2);
    assertThat(vietinbank.inquire(attempt).json().path("otpTriesLeft").asInt()).isEqualTo(2);
  }

  @Test
  void callReferenceReusedForAnotherRequestIsRefused() {
    Map<String, Object> body = vietinbank.authorisation(attempt, GOOD_CARD);
    vietinbank.authorise(body);
    body.put("challenge", "another");
    assertThat(vietinbank.authorise(body).status()).isEqualTo(422);
    assertThat(kinds()).containsExactly("HOLD");
  }

  @Test
  void requestThatArrivesAfterItsExpiryNeverHasAnEffect() {
    Map<String, Object> late = vietinbank.authorisation(attempt, GOOD_CARD);
    late.put("validUntil", Instant.now().minusSeconds(1).toString());
    Answer refused = vietinbank.authorise(late);
    assertThat(refused.result()).isEqualTo("DECLINED");
    assertThat(refused.reason()).isEqualTo("request-expired");
    assertThat(vietinbank.inquire(attempt).state()).isEqualTo("NOT_FOUND");
    assertThat(kinds()).isEmpty();
    ContractCheck.holds(refused);
  }

  @Test
  void valueSealedForAnotherPaymentOrAlreadyUsedIsRefused() {
    Map<String, Object> stolen = vietinbank.authorisation(attempt, GOOD_CARD);
    vietinbank.authorise(stolen);
    Attempt other = new Attempt();
    Map<String, Object> replay = vietinbank.authorisation(other, GOOD_CARD);
    replay.put("sealedCard", stolen.get("sealedCard"));
    assertThat(vietinbank.authorise(replay).reason()).isEqualTo("sealed-value-refused");

    Map<String, Object> code = vietinbank.code(attempt, wrong(sentCode()));
    vietinbank.otp(attempt, code);
    code.put("callRef", UUID.randomUUID().toString());
    Answer reused = vietinbank.otp(attempt, code);
    assertThat(reused.reason()).isEqualTo("sealed-value-refused");
    assertThat(reused.json().path("otpTriesLeft").asInt()).isEqualTo(2);
  }

  @Test
  void forgedLateAndReplayedRequestsAreRefusedWithoutEffect() {
    Map<String, Object> body = vietinbank.authorisation(attempt, GOOD_CARD);
    var stranger = vietinbank.signed("/cards/authorisations", body);
    stranger.byStranger = true;
    assertThat(vietinbank.exchange(stranger).status()).isEqualTo(401);
    var unsigned = vietinbank.signed("/cards/authorisations", body);
    unsigned.unsigned = true;
    assertThat(vietinbank.exchange(unsigned).status()).isEqualTo(401);
    var late = vietinbank.signed("/cards/authorisations", body);
    late.time = Instant.now().minusSeconds(61).toString();
    assertThat(vietinbank.exchange(late).status()).isEqualTo(401);
    assertThat(vietinbank.inquire(attempt).state()).isEqualTo("NOT_FOUND");

    var good = vietinbank.signed("/cards/authorisations", body);
    assertThat(vietinbank.exchange(good).status()).isEqualTo(200);
    Answer replayed = vietinbank.exchange(good);
    assertThat(replayed.status()).isEqualTo(401);
    assertThat(replayed.signed()).isTrue();
    assertThat(kinds()).containsExactly("HOLD");
  }

  @Test
  void newKeyOfTheAppIsFetchedWhenItIsFirstUsed() throws InterruptedException {
    vietinbank.authorise(attempt, GOOD_CARD);
    app.changeKey("app-" + UUID.randomUUID());
    await()
        .untilAsserted(
            () -> assertThat(vietinbank.inquire(attempt).state()).isEqualTo("PENDING_OTP"));
  }

  @Test
  void bodyThatCannotBeUnderstoodIsAProblem() {
    Map<String, Object> body = vietinbank.authorisation(attempt, GOOD_CARD);
    body.put("amount", 0);
    Answer answer = vietinbank.authorise(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isEqualTo("request-invalid");
    assertThat(answer.signed()).isTrue();
  }

  private String sentCode() {
    for (JsonNode sms : sandbox.get("/sandbox/sms")) {
      if (sms.path("attemptRef").asText().equals(attempt.ref.toString())) {
        assertThat(sms.path("text").asText()).contains("120.000 đồng");
        return sms.path("otp").asText();
      }
    }
    throw new AssertionError("No message for " + attempt.ref);
  }

  private static String wrong(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  private List<String> kinds() {
    return mine(sandbox.get("/sandbox/ledger?all=true"), "kind");
  }

  private List<String> moved() {
    return mine(sandbox.get("/sandbox/ledger"), "kind");
  }

  private List<String> received() {
    return mine(sandbox.get("/sandbox/receipts"), "operation");
  }

  private List<String> mine(JsonNode rows, String field) {
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.path("attemptRef").asText().equals(attempt.ref.toString()))
        .map(row -> row.path(field).asText())
        .toList();
  }
}
