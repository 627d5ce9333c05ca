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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.dvc.sandbox.BankClient.Attempt;

/** What the sandbox has answered it knows after a restart, and secrets are where they belong. */
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
