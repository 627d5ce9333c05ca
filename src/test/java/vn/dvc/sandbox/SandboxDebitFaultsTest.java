package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.sandbox.BankClient.Answer;

/** A debit's response may be spoilt in every way; the ledger still shows what happened. */
class SandboxDebitFaultsTest {
  @RegisterExtension static final StartedSandbox STARTED = new StartedSandbox();

  private static final String GOOD = "113366668888";
  private static RunningSandbox sandbox;
  private static AccountClient bank;
  private static String mandate;

  private final UUID attempt = UUID.randomUUID();

  @BeforeAll
  static void start() {
    sandbox = STARTED.sandbox();
    bank = new AccountClient(STARTED.bank("970415"));
    mandate = bank.mandateFor(GOOD);
  }

  @ParameterizedTest
  @CsvSource({
    "answer-lost,  DEBITED,   1",
    "reset,        DEBITED,   1",
    "no-answer,    NOT_FOUND, 0",
    "late-success, NOT_FOUND, 0"
  })
  void unansweredDebitMayOrMayNotHaveMovedTheMoney(String fault, String state, int lines) {
    switchOn("debit", fault);
    assertThatThrownBy(this::debit).isInstanceOf(UncheckedIOException.class);
    assertThat(bank.inquire(attempt).state()).isEqualTo(state);
    assertThat(ledger("DEBIT")).isEqualTo(lines);
    if (fault.equals("late-success")) {
      await().until(() -> ledger("DEBIT") == 1);
      assertThat(bank.inquire(attempt).state()).isEqualTo("DEBITED");
    }
  }

  @ParameterizedTest
  @CsvSource({"5xx-before, NOT_FOUND, 0", "5xx-after, DEBITED, 1"})
  void unavailableBankMayOrMayNotHaveDebited(String fault, String state, int lines) {
    switchOn("debit", fault);
    assertThat(debit().status()).isEqualTo(503);
    assertThat(bank.inquire(attempt).state()).isEqualTo(state);
    assertThat(ledger("DEBIT")).isEqualTo(lines);
  }

  @Test
  void malformedAnswerIsSignedButNotJson() {
    switchOn("debit", "malformed");
    Answer answer = debit();
    assertThat(answer.signed()).isTrue();
    assertThatThrownBy(answer::json).isInstanceOf(UncheckedIOException.class);
    assertThat(ledger("DEBIT")).isEqualTo(1);
  }

  @Test
  void badSignatureBelongsToARightAnswer() {
    switchOn("debit", "bad-signature");
    Answer answer = debit();
    assertThat(answer.signed()).isFalse();
    assertThat(answer.state()).isEqualTo("DEBITED");
    assertThat(ledger("DEBIT")).isEqualTo(1);
  }

  @Test
  void wrongAmountIsOnlyInTheAnswer() {
    switchOn("debit", "wrong-amount");
    assertThat(debit().json().path("amount").asLong()).isEqualTo(121_000);
    assertThat(bank.inquire(attempt).json().path("amount").asLong()).isEqualTo(120_000);
  }

  @Test
  void contradictionsAreCorrectlySignedButFalse() {
    switchOn("debit", "contradiction");
    Answer answer = debit();
    assertThat(answer.signed()).isTrue();
    assertThat(answer.result()).isEqualTo("DECLINED");
    assertThat(ledger("DEBIT")).isEqualTo(1);

    UUID poor = UUID.randomUUID();
    bank.debit(poor, "113366660006", 120_000);
    switchOn("inquiry", "contradiction");
    assertThat(bank.inquire(poor).state()).isEqualTo("DEBITED");
    assertThat(bank.inquire(poor).state()).isEqualTo("DECLINED");
  }

  @Test
  void duplicateIsReceivedTwiceAndDoneOnce() {
    switchOn("debit", "duplicate");
    assertThat(debit().state()).isEqualTo("DEBITED");
    assertThat(ledger("DEBIT")).isEqualTo(1);
    assertThat(mine(sandbox.get("/sandbox/receipts"), "operation", "debit")).isEqualTo(2);
  }

  @Test
  void slowAnswerIsRight() {
    switchOn("debit", "slow");
    long before = System.nanoTime();
    assertThat(debit().state()).isEqualTo("DEBITED");
    assertThat(System.nanoTime() - before).isGreaterThan(900_000_000L);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "113366660013, answer-lost,   1",
    "113366660014, 5xx-before,    0",
    "113366660015, 5xx-after,     1",
    "113366660016, malformed,     1",
    "113366660017, bad-signature, 1"
  })
  void accountTriggersItsFaultOnceForEachDebit(String number, String fault, int lines) {
    Map<String, Object> debit = bank.debit(attempt, bank.mandateFor(number), number, 120_000);
    try {
      bank.debit(debit);
    } catch (UncheckedIOException lost) {
      assertThat(fault).isEqualTo("answer-lost");
    }
    assertThat(ledger("DEBIT")).isEqualTo(lines);
    assertThat(sandbox.get("/sandbox/receipts").findValuesAsText("fault")).contains(fault);
    Answer again = bank.debit(debit);
    assertThat(again.signed()).isTrue();
    assertThat(again.state()).isEqualTo("DEBITED");
    assertThat(ledger("DEBIT")).isEqualTo(1);
  }

  @Test
  void accountsThatAnswerNeverOrSlowlyAreAvailable() {
    String accounts = sandbox.get("/sandbox/accounts").toString();
    assertThat(accounts).contains("NO_ANSWER").contains("SLOW");
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer-lost", "reset", "5xx-after", "malformed", "bad-signature"})
  void mandateWithASpoiltAnswerWasCreated(String fault) {
    switchOn("mandate", fault);
    spoilt(() -> bank.mandate(attempt, GOOD));
    assertThat(bank.inquire(attempt).state()).isEqualTo("AUTHORISED");
  }

  @ParameterizedTest
  @CsvSource({"5xx-before, NOT_FOUND, 0", "5xx-after, REVERSED, 1", "answer-lost, REVERSED, 1"})
  void reversalWithASpoiltAnswerMayOrMayNotHaveHappened(String fault, String state, int lines) {
    UUID original = UUID.randomUUID();
    bank.debit(bank.debit(original, mandate, GOOD, 10_000));
    switchOn("reversal", fault);
    spoilt(() -> bank.reverse(attempt, original, 10_000));
    assertThat(bank.inquire(attempt).state()).isEqualTo(state);
    assertThat(ledger("REVERSAL")).isEqualTo(lines);
  }

  @Test
  void enquiriesAnswerMayBeSpoiltToo() {
    switchOn("enquiry", "wrong-amount");
    assertThat(bank.enquire(GOOD).json().path("amount").asLong()).isEqualTo(1_000);
    switchOn("enquiry", "contradiction");
    assertThat(bank.enquire(GOOD).result()).isEqualTo("DECLINED");
    switchOn("enquiry", "5xx-before");
    assertThat(bank.enquire(GOOD).status()).isEqualTo(503);
    assertThat(bank.enquire(GOOD).result()).isEqualTo("APPROVED");
  }

  private Answer debit() {
    return bank.debit(bank.debit(attempt, mandate, GOOD, 120_000));
  }

  /** Calls and ignores the response. */
  private static void spoilt(Runnable call) {
    try {
      call.run();
    } catch (UncheckedIOException lost) {
      assertThat(lost).hasCauseInstanceOf(IOException.class);
    }
  }

  private static void switchOn(String operation, String fault) {
    Map<String, Object> order = new HashMap<>();
    order.put("bank", "970415");
    order.put("operation", operation);
    order.put("fault", fault);
    order.put("seconds", 1);
    assertThat(sandbox.post("/sandbox/faults", order).statusCode()).isEqualTo(201);
  }

  private long ledger(String kind) {
    return mine(sandbox.get("/sandbox/ledger"), "kind", kind);
  }

  private long mine(JsonNode rows, String field, String value) {
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.path("attemptRef").asText().equals(attempt.toString()))
        .filter(row -> row.path(field).asText().equals(value))
        .count();
  }
}
