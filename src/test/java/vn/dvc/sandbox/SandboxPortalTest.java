package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.web.SecurityFilterChain;

/** The simulated portal, and the page and files that only the sandbox has. */
class SandboxPortalTest {

  private static final String EVENT =
      "{\"event_id\":\"e1\", \"type\":\"dossier.paid\",\"at\":\"2026-11-24T00:00:00Z\",\"data\":{}}";

  @TempDir Path data;
  private SigningApp app;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    app = new SigningApp();
    sandbox = new RunningSandbox(data, app.url());
  }

  @AfterEach
  void stop() {
    sandbox.close();
    app.close();
  }

  @Test
  void signedEventIsKeptOverARestartAndAForgedOneIsMarked() {
    byte[] bytes = EVENT.getBytes(StandardCharsets.UTF_8);
    assertThat(deliver(EVENT, app.sign(bytes))).isEqualTo(204);
    assertThat(deliver(EVENT, app.signAsStranger(bytes))).isEqualTo(401);
    assertThat(deliver(EVENT.replace("e1", "e2"), app.sign(bytes))).isEqualTo(401);
    assertThat(deliver(EVENT, "")).isEqualTo(401);
    sandbox.close();
    sandbox = new RunningSandbox(data, app.url());

    JsonNode webhooks = sandbox.get("/sandbox/portal/webhooks");
    assertThat(webhooks.findValuesAsText("valid"))
        .containsExactly("false", "false", "false", "true");
    assertThat(webhooks.get(3).path("event").path("type").asText()).isEqualTo("dossier.paid");
  }

  @Test
  void eventIsNotAcknowledgedWhileTheSendersKeysAreUnavailable() {
    String signature = app.sign(EVENT.getBytes(StandardCharsets.UTF_8));
    app.close();
    assertThat(deliver(EVENT, signature)).isEqualTo(503);
    assertThat(sandbox.get("/sandbox/portal/webhooks")).isEmpty();
  }

  @Test
  void profilesAreFoundByNumberAndByLogin() {
    assertThat(sandbox.get("/portal/profiles/049012345678").path("name").asText())
        .isEqualTo("Nguyễn Văn A");
    assertThat(sandbox.get("/portal/profiles/cong-ty-an-phat").path("id").asText())
        .isEqualTo("0100109106");
    assertThat(sandbox.get("/portal/profiles/nobody").path("status").asInt()).isEqualTo(404);
  }

  @Test
  void demoDossiersReachTheAppAtTheStart() throws IOException {
    sandbox.close();
    sandbox = new RunningSandbox(data, app.url(), "--dvc.sandbox.seed=true");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(app.dossiers).containsKeys("000.00.00.H47-261124-0001"));
    JsonNode dossier = RunningSandbox.JSON.readTree(app.dossiers.get("000.00.00.H47-261124-0001"));
    assertThat(dossier.path("payer").path("id").asText()).isEqualTo("049012345678");
    assertThat(dossier.path("fees").get(0).path("amount").asLong()).isEqualTo(120_000);
    assertThat(dossier.path("fees").get(0).path("beneficiary").path("bank").asText())
        .isEqualTo("970415");
    assertThat(dossier.path("dueDate").asText()).isEqualTo("2027-12-31");
  }

  @Test
  void furtherDemoDossiersHaveNewCodes() {
    sandbox.post("/sandbox/portal/dossiers/seed", "");
    int before = app.dossiers.size();
    sandbox.post("/sandbox/portal/dossiers/seed?more=true", "");
    assertThat(app.dossiers).hasSize(2 * before);
  }

  @Test
  void frontPageListsCardsMessagesAndFaults() {
    BankClient bank = new BankClient(sandbox.url(), "970415", app);
    BankClient.Attempt attempt = new BankClient.Attempt();
    bank.authorise(attempt, "9704150000000011");
    deliver(EVENT, app.sign(EVENT.getBytes(StandardCharsets.UTF_8)));
    form("/faults", "bank=970415&operation=capture&fault=slow&times=1&seconds=");
    String page = page("/");
    assertThat(page)
        .contains("9704150000000029", "Số dư không đủ", "9704360000000016", "9704310000000011")
        .contains(sandbox.get("/sandbox/sms").get(0).path("otp").asText())
        .contains(
            "HOLD", "dossier.paid", "slow: ", "void-refused: Từ chối", attempt.ref.toString());
    form("/faults/off", "");
    assertThat(sandbox.get("/sandbox/faults")).isEmpty();
  }

  @Test
  void sandboxContainsNothingOfTheApp() {
    assertThat(sandbox.context().getEnvironment().getProperty("spring.datasource.url")).isNull();
    assertThat(status("/camunda/app/tasklist/")).isEqualTo(404);
    assertThat(status("/actuator/health")).isEqualTo(404);
    assertThat(sandbox.context().getBeanNamesForType(javax.sql.DataSource.class)).isEmpty();
    assertThat(sandbox.context().getBeanDefinitionNames())
        .noneMatch(name -> name.toLowerCase().contains("camunda"));
    assertThat(sandbox.context().getBeanNamesForType(SecurityFilterChain.class))
        .as("only the provider's pages ask who is calling")
        .containsExactlyInAnyOrder("protocolChain", "loginChain");
  }

  private int deliver(String event, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/portal/webhooks"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(event));
    return RunningSandbox.send(
            signature.isEmpty()
                ? request.build()
                : request.header("Dvc-Signature", signature).build())
        .statusCode();
  }

  private void form(String path, String fields) {
    int status =
        RunningSandbox.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(fields))
                    .build())
            .statusCode();
    assertThat(status).isEqualTo(302);
  }

  private String page(String path) {
    return RunningSandbox.send(HttpRequest.newBuilder(URI.create(sandbox.url() + path)).build())
        .body();
  }

  private int status(String path) {
    return RunningSandbox.send(HttpRequest.newBuilder(URI.create(sandbox.url() + path)).build())
        .statusCode();
  }
}
