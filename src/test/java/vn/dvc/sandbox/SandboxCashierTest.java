package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cashier takes money in, and DVC Pay is notified until it acknowledges. */
class SandboxCashierTest {

  private static final String COLLECTIONS = "/sandbox/cashier/collections";
  private static final String CODE = "DVC7K3M9Q2X";

  @TempDir static Path data;
  private static SigningApp app;
  private static RunningSandbox sandbox;
  private static BankClient bank;

  @BeforeAll
  static void start() throws IOException {
    app = new SigningApp();
    open();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
    app.close();
  }

  @BeforeEach
  void nothingToldYet() {
    app.told.clear();
    app.answers.clear();
  }

  @Test
  void collectionIsInTheLedgerAndReportedUnderTheBanksSignature() throws IOException {
    String reference = collect(Map.of());
    await().until(() -> fate(reference).equals("TAKEN"));
    JsonNode line = ledgerLine(reference);
    assertThat(line.path("kind").asText()).isEqualTo("COLLECTION");
    assertThat(line.path("amount").asLong()).isEqualTo(75_000);
    assertThat(line.path("account").asText()).isEqualTo("118000012345");

    assertThat(app.told).hasSize(1);
    SigningApp.Told told = app.told.get(0);
    assertThat(told.path()).isEqualTo("/bank/v1/collections");
    assertThat(told.header("Dvc-Bank")).isEqualTo("970415");
    assertThat(told.header("Content-Type")).isEqualTo("application/json");
    assertThat(bank.signed(told)).isTrue();
    JsonNode body = RunningSandbox.JSON.readTree(told.body());
    assertThat(body.path("reference").asText()).isEqualTo(reference);
    assertThat(body.path("account").asText()).isEqualTo("118000012345");
    assertThat(body.path("amount").isIntegralNumber()).isTrue();
    assertThat(body.path("amount").asLong()).isEqualTo(75_000);
    assertThat(body.path("currency").asText()).isEqualTo("VND");
    assertThat(body.path("text").asText()).isEqualTo(CODE);
    assertThat(Instant.parse(body.path("collectedAt").asText()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void collectionIsReportedAfterTheAppWasDownAndTheSandboxRestarted() throws IOException {
    app.close();
    String reference = collect(Map.of());
    await().until(() -> tries(reference) >= 1);
    sandbox.close();
    open();
    await().until(() -> tries(reference) >= 2);
    assertThat(fate(reference)).isEqualTo("WAITING");
    app = app.back();
    await().atMost(Duration.ofSeconds(30)).until(() -> fate(reference).equals("TAKEN"));
    assertThat(app.told).hasSize(1);
  }

  @Test
  void temporaryRefusalsAreRetriedWithAFreshSignature() {
    app.answers.addAll(List.of(401, 503, 200));
    String reference = collect(Map.of());
    await().atMost(Duration.ofSeconds(30)).until(() -> fate(reference).equals("TAKEN"));
    assertThat(app.told).hasSize(4);
    assertThat(app.told).allMatch(told -> bank.signed(told));
    assertThat(app.told).extracting(SigningApp.Told::body).containsOnly(app.told.get(0).body());
    assertThat(app.told).extracting(told -> told.header("Dvc-Nonce")).doesNotHaveDuplicates();
  }

  @Test
  void finalRefusalEndsTheRetriesAndIsShownOnThePage() {
    app.answers.add(409);
    String reference = collect(Map.of());
    await().until(() -> fate(reference).equals("REFUSED"));
    assertThat(page()).contains(reference).contains("BỊ TỪ CHỐI, đã gửi 1 lần, mã 409");
    assertThat(app.told).hasSize(1);
  }

  @Test
  void collectionIsReportedLateOrTwiceOnRequest() {
    String reference = collect(Map.of("deliver", false));
    assertThat(deliveries(reference)).isEmpty();
    for (int wished = 1; wished <= 2; wished++) {
      int soFar = wished;
      assertThat(sandbox.post(COLLECTIONS + "/" + reference + "/deliver", Map.of()).statusCode())
          .isEqualTo(202);
      await().until(() -> app.told.size() == soFar && fate(reference).equals("TAKEN"));
    }
    assertThat(app.told.get(1).body()).isEqualTo(app.told.get(0).body());
    assertThat(app.told.get(1).header("Dvc-Nonce"))
        .isNotEqualTo(app.told.get(0).header("Dvc-Nonce"));
    assertThat(
            StreamSupport.stream(sandbox.get("/sandbox/ledger").spliterator(), false)
                .filter(line -> line.path("collection").asText().equals(reference)))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "plain,   DVC7K3M9Q2X",
    "lower,   dvc7k3m9q2x",
    "spaced,  DVC-7K3 M9Q 2X.",
    "wrapped, MBVCB.7731920458.NGUYEN VAN A nop phi DVC7K3M9Q2X.CT tu 0071000654321 NGUYEN VAN A"
        + " toi 118000012345"
  })
  void transferTextIsMangledAsBanksDo(String style, String text) {
    String reference = collect(Map.of("style", style, "deliver", "false"));
    assertThat(slip(reference).path("text").asText()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "amount,    0,      amount-invalid",
    "amount,    -5,     amount-invalid",
    "amount,    1.5,    amount-invalid",
    "amount,    nhieu,  amount-invalid",
    "code,      '',     code-invalid",
    "bank,      970436, bank-not-collecting",
    "reference, a b,    reference-invalid",
    "reference, C23456789012345678901234567890123456, reference-invalid",
    "style,     loud,   style-unknown",
    "deliver,   maybe,  deliver-invalid"
  })
  void invalidOrderIsRefusedWithAnExplanation(String field, String value, String code) {
    HttpResponse<String> refused = order(Map.of(field, value));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(RunningSandbox.json(refused).path("code").asText()).isEqualTo(code);
    assertThat(RunningSandbox.json(refused).path("detail").asText()).isNotBlank();
    assertThat(app.told).isEmpty();
  }

  @Test
  void referenceIsNeverUsedTwice() {
    String reference = "BC" + UUID.randomUUID().toString().replace("-", "");
    Map<String, Object> chosen = Map.of("reference", reference, "deliver", false);
    assertThat(order(chosen).statusCode()).isEqualTo(201);
    HttpResponse<String> again = order(chosen);
    assertThat(RunningSandbox.json(again).path("code").asText()).isEqualTo("reference-used");
    HttpResponse<String> unknown = sandbox.post(COLLECTIONS + "/BC-NONE/deliver", Map.of());
    assertThat(RunningSandbox.json(unknown).path("code").asText()).isEqualTo("reference-unknown");
  }

  @Test
  void bankEndsAMandateAndReportsIt() throws IOException {
    AccountClient accounts = new AccountClient(bank);
    UUID attempt = UUID.randomUUID();
    String mandate = accounts.mandate(attempt, "113366668888").json().path("bankRef").asText();
    String end = "/sandbox/banks/970415/mandates/" + mandate + "/end";
    assertThat(sandbox.post(end, Map.of()).statusCode()).isEqualTo(202);
    await().until(() -> app.told.size() == 1);
    SigningApp.Told told = app.told.get(0);
    JsonNode notice = RunningSandbox.JSON.readTree(told.body());
    assertThat(told.path()).isEqualTo("/bank/v1/notices");
    assertThat(bank.signed(told)).isTrue();
    assertThat(notice.path("event").asText()).isEqualTo("MANDATE_ENDED");
    assertThat(notice.path("subject").asText()).isEqualTo(mandate);
    assertThat(notice.path("reference").asText()).isNotBlank();
    assertThat(Instant.parse(notice.path("at").asText())).isBefore(Instant.now());

    assertThat(accounts.inquire(attempt).state()).isEqualTo("VOIDED");
    UUID debit = UUID.randomUUID();
    assertThat(accounts.debit(accounts.debit(debit, mandate, "113366668888", 1_000)).reason())
        .isEqualTo("mandate-suspended");
    HttpResponse<String> again = sandbox.post(end, Map.of());
    assertThat(RunningSandbox.json(again).path("code").asText()).isEqualTo("mandate-unknown");
  }

  @Test
  void bankSendsANoticeThatATransactionChanged() throws IOException {
    UUID attempt = UUID.randomUUID();
    new AccountClient(bank).mandate(attempt, "113366668888");
    String path = "/sandbox/banks/970415/transactions/" + attempt + "/notice";
    assertThat(sandbox.post(path, Map.of()).statusCode()).isEqualTo(202);
    await().until(() -> app.told.size() == 1);
    JsonNode notice = RunningSandbox.JSON.readTree(app.told.get(0).body());
    assertThat(notice.path("event").asText()).isEqualTo("TRANSACTION_CHANGED");
    assertThat(notice.path("subject").asText()).isEqualTo(attempt.toString());
  }

  @Test
  void testerActsAsCashierOnTheFrontPage() {
    assertThat(form("/collections", "code=DVCFORM1&amount=33000&style=lower&deliver=true"))
        .isEqualTo(302);
    await().until(() -> app.told.size() == 1);
    assertThat(app.told.get(0).body()).contains("\"amount\":33000").contains("dvcform1");
    assertThat(form("/collections", "code=DVCFORM2&amount=0")).isEqualTo(302);
    String page = page();
    assertThat(page).contains("dvcform1").contains("33.000").doesNotContain("DVCFORM2");
    assertThat(page).contains("113366668888").contains("5.000.000.000").contains("118000012345");
    assertThat(page).contains("Khi trích nợ: Đã xử lý nhưng trả lời 503");
  }

  private static String collect(Map<String, ?> more) {
    HttpResponse<String> answer = order(more);
    assertThat(answer.statusCode()).isEqualTo(201);
    return RunningSandbox.json(answer).path("reference").asText();
  }

  private static HttpResponse<String> order(Map<String, ?> more) {
    Map<String, Object> order = new HashMap<>(Map.of("code", CODE, "amount", 75_000));
    order.putAll(more);
    return sandbox.post(COLLECTIONS, order);
  }

  private static JsonNode slip(String reference) {
    return row(sandbox.get(COLLECTIONS), "reference", reference);
  }

  private static JsonNode ledgerLine(String reference) {
    return row(sandbox.get("/sandbox/ledger"), "collection", reference);
  }

  private static JsonNode row(JsonNode rows, String field, String value) {
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.path(field).asText().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> deliveries(String reference) {
    List<JsonNode> deliveries = new ArrayList<>();
    slip(reference).path("deliveries").forEach(deliveries::add);
    return deliveries;
  }

  private static String fate(String reference) {
    return deliveries(reference).get(0).path("fate").asText();
  }

  private static int tries(String reference) {
    return deliveries(reference).get(0).path("tries").asInt();
  }

  private static String page() {
    return RunningSandbox.send(
            HttpRequest.newBuilder(URI.create(sandbox.url() + "/"))
                .header("Accept", "text/html")
                .build())
        .body();
  }

  private static int form(String path, String fields) {
    return RunningSandbox.send(
            HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build())
        .statusCode();
  }

  private static void open() {
    sandbox = new RunningSandbox(data, app.url());
    bank = new BankClient(sandbox.url(), "970415", app);
  }
}
