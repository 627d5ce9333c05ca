package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.dvc.sandbox.BankClient.Attempt;

/** The sandbox remembers its responses after a restart, and secrets are only where they belong. */
@ExtendWith(OutputCaptureExtension.class)
class SandboxRestartTest {

  private static final String CARD = "9704150000000011";

  @TempDir Path data;
  private final Attempt attempt = new Attempt();
  private SigningApp app;
  private RunningSandbox sandbox;
  private BankClient bank;

  @BeforeEach
  void start() throws IOException {
    app = new SigningApp();
    open();
  }

  @AfterEach
  void stop() {
    sandbox.close();
    app.close();
  }

  @Test
  void restartKeepsLedgerKeysCodesTriesAndAnswers() {
    Map<String, Object> authorisation = bank.authorisation(attempt, CARD);
    String answer = bank.authorise(authorisation).text();
    bank.otp(attempt, "x");
    var inquiry = bank.signed("/cards/authorisations", authorisation);
    bank.exchange(inquiry);
    String keys = bank.keys().toString();
    restart();

    assertThat(bank.keys().toString()).isEqualTo(keys);
    assertThat(bank.authorise(authorisation).text()).isEqualTo(answer);
    assertThat(bank.inquire(attempt).json().path("otpTriesLeft").asInt()).isEqualTo(2);
    assertThat(bank.otp(attempt, code()).state()).isEqualTo("AUTHORISED");
    restart();

    assertThat(bank.capture(attempt).state()).isEqualTo("CAPTURED");
    restart();

    assertThat(bank.inquire(attempt).state()).isEqualTo("CAPTURED");
    assertThat(sandbox.get("/sandbox/ledger?all=true").findValuesAsText("kind"))
        .containsExactly("HOLD", "DEBIT");
    assertThat(sandbox.get("/sandbox/receipts")).hasSize(8);
  }

  @Test
  void keysAreMadeAtTheFirstStartAndKeptEverAfter() throws IOException {
    String lent = bank.keys().toString();
    sandbox.close();
    data = Files.createDirectory(data.resolve("another"));
    Files.createDirectory(data.resolve("keys")); // so that none are lent
    open();
    String made = bank.keys().toString();
    assertThat(made).isNotEqualTo(lent);
    restart();

    assertThat(bank.keys().toString()).isEqualTo(made);
  }

  @Test
  void killKeepsBalancesMandatesAndReversals() throws IOException {
    String account = "113366668888";
    AccountClient accounts = new AccountClient(bank);
    String mandate = accounts.mandateFor(account);
    UUID debit = UUID.randomUUID();
    Map<String, Object> request = accounts.debit(debit, mandate, account, 300_000);
    String answer = accounts.debit(request).text();
    accounts.reverse(UUID.randomUUID(), debit, 100_000);
    String late =
        RunningSandbox.json(
                sandbox.post(
                    "/sandbox/cashier/collections",
                    Map.of("code", "DVCLATE", "amount", 9_000, "deliver", false)))
            .path("reference")
            .asText();
    assertThat(balance(account)).isEqualTo(5_000_000_000L - 200_000);
    kill();

    accounts = new AccountClient(bank);
    assertThat(balance(account)).isEqualTo(5_000_000_000L - 200_000);
    assertThat(accounts.debit(request).text()).isEqualTo(answer);
    assertThat(accounts.inquire(debit).state()).isEqualTo("DEBITED");
    assertThat(accounts.reverse(UUID.randomUUID(), debit, 200_001).reason())
        .isEqualTo("amount-exceeds-original");
    assertThat(accounts.debit(accounts.debit(UUID.randomUUID(), mandate, account, 1)).state())
        .isEqualTo("DEBITED");
    assertThat(accounts.reverseCollection(UUID.randomUUID(), late, 9_000).state())
        .isEqualTo("REVERSED");
    assertThat(sandbox.get("/sandbox/ledger").findValuesAsText("kind"))
        .containsExactly("DEBIT", "REVERSAL", "COLLECTION", "DEBIT", "REVERSAL");
  }

  @Test
  void journalOlderThanAccountsIsStillRead() throws IOException {
    sandbox.close();
    Files.writeString(
        data.resolve("banks.jsonl"),
        """
        {"entry":"committed","bank":"970415","attemptRef":"%1$s","callRef":"%1$s","digest":"x",\
        "answer":{"result":"APPROVED","state":"CAPTURED","attemptRef":"%1$s","callRef":"%1$s",\
        "amount":120000,"currency":"VND"},"transaction":{"attemptRef":"%1$s","payment":"P1",\
        "amount":120000,"state":"CAPTURED","outcome":"SUCCESS","otp":null},"ledger":[\
        {"bank":"970415","attemptRef":"%1$s","kind":"DEBIT","amount":120000,\
        "at":"2026-11-01T00:00:00Z"}]}
        """
            .formatted(attempt.ref));
    open();
    assertThat(bank.inquire(attempt).state()).isEqualTo("CAPTURED");
    assertThat(new AccountClient(bank).reverse(UUID.randomUUID(), attempt.ref, 120_000).state())
        .isEqualTo("REVERSED");
  }

  @Test
  void nonceSeenBeforeTheRestartIsRefusedAfterIt() {
    var request = bank.signed("/cards/authorisations", bank.authorisation(attempt, CARD));
    bank.exchange(request);
    int port = sandbox.context().getWebServer().getPort();
    sandbox.close();
    sandbox = new RunningSandbox(data, app.url(), "--server.port=" + port);
    assertThat(bank.exchange(request).status()).isEqualTo(401);
  }

  @Test
  void lineCutOffByACrashIsDropped() throws IOException {
    bank.authorise(attempt, CARD);
    sandbox.close();
    Path journal = data.resolve("banks.jsonl");
    Files.writeString(journal, "{\"entry\":\"commi", StandardOpenOption.APPEND);
    open();
    assertThat(bank.inquire(attempt).state()).isEqualTo("PENDING_OTP");
    restart();
    assertThat(bank.otp(attempt, code()).state()).isEqualTo("AUTHORISED");
  }

  @Test
  void secondSandboxOnTheSameDirectoryIsRefused() {
    assertThatThrownBy(() -> new RunningSandbox(data, app.url()))
        .rootCause()
        .hasMessageContaining("Another sandbox is using");
  }

  @Test
  void cardNumberAndCodeAreNeitherLoggedNorInReceipts(CapturedOutput log) throws IOException {
    Map<String, Object> authorisation = bank.authorisation(attempt, CARD);
    bank.authorise(authorisation);
    String code = code();
    bank.otp(attempt, code);
    bank.capture(attempt);
    authorisation.put("amount", CARD);
    bank.authorise(authorisation);
    assertThat(log.getAll()).doesNotContain(CARD).doesNotContain(code);
    assertThat(sandbox.get("/sandbox/receipts").toString())
        .doesNotContain(CARD)
        .doesNotContain(String.valueOf(authorisation.get("sealedCard")));
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(CARD);
      }
    }
  }

  private void restart() {
    sandbox.close();
    open();
  }

  /** Continues with what is on disk at this moment, as after a kill. */
  private void kill() throws IOException {
    Path left = Files.createDirectory(data.resolve("left"));
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file :
          files.filter(Files::isRegularFile).filter(it -> !it.startsWith(left)).toList()) {
        Path copy = left.resolve(data.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    sandbox.close();
    data = left;
    open();
  }

  private long balance(String number) {
    for (JsonNode row : sandbox.get("/sandbox/accounts")) {
      if (row.at("/account/number").asText().equals(number)) {
        return row.path("balance").asLong();
      }
    }
    throw new AssertionError("No account " + number);
  }

  private void open() {
    sandbox = new RunningSandbox(data, app.url());
    bank = new BankClient(sandbox.url(), "970415", app);
  }

  private String code() {
    for (JsonNode sms : sandbox.get("/sandbox/sms")) {
      return sms.path("otp").asText();
    }
    throw new AssertionError("No message came");
  }
}
