package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.sandbox.BankClient.Answer;
import vn.dvc.sandbox.BankClient.Attempt;

/** Each fault spoils the response in its own way, and the ledger still tells the truth. */
class SandboxFaultsTest {
  @RegisterExtension static final StartedSandbox STARTED = new StartedSandbox();

  private static RunningSandbox sandbox;
  private static BankClient bank;

  private final Attempt attempt = new Attempt();

  @BeforeAll
  static void start() {
    sandbox = STARTED.sandbox();
    bank = STARTED.bank("970415");
  }

  @BeforeEach
  void authorisedAttempt() {
    authorised("9704150000000011");
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer-lost", "reset"})
  void lostAnswerMovedTheMoney(String fault) {
    switchOn("capture", fault);
    assertThatThrownBy(() -> bank.capture(attempt)).isInstanceOf(UncheckedIOException.class);
    assertThat(bank.inquire(attempt).state()).isEqualTo("CAPTURED");
    assertThat(debits()).isEqualTo(1);
  }

  @Test
  void silentBankDidNothing() {
    switchOn("capture", "no-answer", 1);
    assertThatThrownBy(() -> bank.capture(attempt)).isInstanceOf(UncheckedIOException.class);
    assertThat(bank.inquire(attempt).state()).isEqualTo("AUTHORISED");
    assertThat(debits()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"5xx-before, AUTHORISED, 0", "5xx-after, CAPTURED, 1"})
  void unavailableBankMayOrMayNotHaveMovedTheMoney(String fault, String state, int debits) {
    switchOn("capture", fault);
    assertThat(bank.capture(attempt).status()).isEqualTo(503);
    assertThat(bank.inquire(attempt).state()).isEqualTo(state);
    assertThat(debits()).isEqualTo(debits);
  }

  @Test
  void malformedAnswerIsSignedButNotJson() {
    switchOn("capture", "malformed");
    Answer answer = bank.capture(attempt);
    assertThat(answer.signed()).isTrue();
    assertThatThrownBy(answer::json).isInstanceOf(UncheckedIOException.class);
    assertThat(debits()).isEqualTo(1);
  }

  @Test
  void badSignatureBelongsToARightAnswer() {
    switchOn("capture", "bad-signature");
    Answer answer = bank.capture(attempt);
    assertThat(answer.signed()).isFalse();
    assertThat(answer.state()).isEqualTo("CAPTURED");
    assertThat(debits()).isEqualTo(1);
  }

  @Test
  void wrongAmountIsOnlyInTheAnswer() {
    switchOn("capture", "wrong-amount");
    assertThat(bank.capture(attempt).json().path("amount").asLong()).isEqualTo(121_000);
    assertThat(bank.inquire(attempt).json().path("amount").asLong()).isEqualTo(120_000);
  }

  @Test
  void contradictionDeclinesWhatTheLedgerHolds() {
    switchOn("capture", "contradiction");
    assertThat(bank.capture(attempt).result()).isEqualTo("DECLINED");
    assertThat(debits()).isEqualTo(1);
  }

  @Test
  void lateSuccessHappensAfterTheConnectionIsGone() {
    switchOn("capture", "late-success", 1);
    assertThatThrownBy(() -> bank.capture(attempt)).isInstanceOf(UncheckedIOException.class);
    assertThat(bank.inquire(attempt).state()).isEqualTo("AUTHORISED");
    await().untilAsserted(() -> assertThat(debits()).isEqualTo(1));
  }

  @Test
  void duplicateIsReceivedTwiceAndDoneOnce() {
    switchOn("capture", "duplicate");
    assertThat(bank.capture(attempt).state()).isEqualTo("CAPTURED");
    assertThat(debits()).isEqualTo(1);
    assertThat(receipts("capture")).hasSize(2);
  }

  @Test
  void slowAnswerIsRight() {
    switchOn("capture", "slow", 1);
    long before = System.nanoTime();
    assertThat(bank.capture(attempt).state()).isEqualTo("CAPTURED");
    assertThat(System.nanoTime() - before).isGreaterThan(900_000_000L);
  }

  @Test
  void cardTriggersItsFaultOnceWhenTheMoneyMoves() {
    Attempt second = authorised("9704150000000110");
    assertThat(bank.capture(second).status()).isEqualTo(503);
    assertThat(bank.inquire(second).state()).isEqualTo("AUTHORISED");
    assertThat(bank.capture(second).state()).isEqualTo("CAPTURED");
  }

  @Test
  void faultAffectsItsOperationTheRequestedNumberOfTimes() {
    sandbox.post(
        "/sandbox/faults",
        Map.of("bank", "970415", "operation", "inquiry", "fault", "5xx-before", "times", 2));
    assertThat(bank.inquire(attempt).status()).isEqualTo(503);
    assertThat(bank.inquire(attempt).status()).isEqualTo(503);
    assertThat(bank.inquire(attempt).status()).isEqualTo(200);
    assertThat(sandbox.get("/sandbox/faults")).isEmpty();
  }

  @Test
  void faultsAreSwitchedOffTogether() {
    switchOn("capture", "5xx-before");
    assertThat(sandbox.delete("/sandbox/faults").statusCode()).isEqualTo(204);
    assertThat(bank.capture(attempt).state()).isEqualTo("CAPTURED");
  }

  @ParameterizedTest
  @CsvSource({
    "970499, capture, slow,         1,   bank-unknown",
    "970415, refund,  slow,         1,   operation-unknown",
    "970415, capture, meteor,       1,   fault-unknown",
    "970415, capture, slow,         0,   times-invalid",
    "970415, capture, slow,         two, times-invalid",
    "970415, inquiry, late-success, 1,   fault-not-applicable"
  })
  void invalidOrderIsRefusedWithAnExplanation(
      String bin, String operation, String fault, String times, String code) {
    HttpResponse<String> refused =
        sandbox.post(
            "/sandbox/faults",
            Map.of("bank", bin, "operation", operation, "fault", fault, "times", times));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(RunningSandbox.json(refused).path("code").asText()).isEqualTo(code);
    assertThat(RunningSandbox.json(refused).path("detail").asText()).isNotBlank();
  }

  @Test
  void orderThatIsNotJsonIsAProblemToo() {
    HttpResponse<String> refused = sandbox.post("/sandbox/faults", "not an object");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  private Attempt authorised(String card) {
    Attempt which = card.endsWith("0011") ? attempt : new Attempt();
    bank.authorise(which, card);
    bank.otp(which, code(which));
    return which;
  }

  private static String code(Attempt of) {
    return StreamSupport.stream(sandbox.get("/sandbox/sms").spliterator(), false)
        .filter(sms -> sms.path("attemptRef").asText().equals(of.ref.toString()))
        .findFirst()
        .orElseThrow()
        .path("otp")
        .asText();
  }

  private void switchOn(String operation, String fault) {
    Map<String, Object> order = Map.of("bank", "970415", "operation", operation, "fault", fault);
    assertThat(sandbox.post("/sandbox/faults", order).statusCode()).isEqualTo(201);
  }

  private void switchOn(String operation, String fault, int seconds) {
    Map<String, Object> order =
        Map.of("bank", "970415", "operation", operation, "fault", fault, "seconds", seconds);
    assertThat(sandbox.post("/sandbox/faults", order).statusCode()).isEqualTo(201);
  }

  private long debits() {
    return mine(sandbox.get("/sandbox/ledger")).size();
  }

  private List<JsonNode> receipts(String operation) {
    return mine(sandbox.get("/sandbox/receipts")).stream()
        .filter(row -> row.path("operation").asText().equals(operation))
        .toList();
  }

  private List<JsonNode> mine(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.path("attemptRef").asText().equals(attempt.ref.toString()))
        .toList();
  }
}
