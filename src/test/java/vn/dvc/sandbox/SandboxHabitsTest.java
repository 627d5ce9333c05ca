package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import vn.dvc.sandbox.BankClient.Answer;
import vn.dvc.sandbox.BankClient.Attempt;

/** Banks that follow the contract in their own way, or nearly follow it. */
class SandboxHabitsTest {
  @RegisterExtension static final StartedSandbox STARTED = new StartedSandbox();

  private static final String GOOD = "113366668888";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static SigningApp app;
  private static RunningSandbox sandbox;
  private static BankClient bank;
  private static AccountClient accounts;
  private static String mandate;

  private final Attempt card = new Attempt();
  private final UUID debit = UUID.randomUUID();

  @BeforeAll
  static void start() {
    app = STARTED.app();
    sandbox = STARTED.sandbox();
    bank = STARTED.bank("970415");
    accounts = new AccountClient(bank);
    mandate = accounts.mandateFor(GOOD);
  }

  @Test
  void banksWithoutAnAnswerLeaveThreadsForTheOthers() {
    var server = (TomcatWebServer) sandbox.context().getWebServer();
    var http = (AbstractProtocol<?>) server.getTomcat().getConnector().getProtocolHandler();
    assertThat(http.getMaxThreads()).isEqualTo(400);
  }

  @Test
  void voidIsRefusedAndTheHoldStays() {
    authorise();
    switchOn("void", "void-refused", 1);
    Map<String, Object> release = card.call();
    Answer refused = release(release);
    assertThat(refused.result()).isEqualTo("DECLINED");
    assertThat(refused.reason()).isEqualTo("wrong-state");
    assertThat(refused.state()).isEqualTo("AUTHORISED");
    assertThat(bank.inquire(card).state()).isEqualTo("AUTHORISED");
    assertThat(release(release).result()).as("the same call again").isEqualTo("DECLINED");
    assertThat(bank.release(card).state()).isEqualTo("VOIDED");
  }

  @Test
  void forgottenHoldIsReleasedAndCannotBeVoided() {
    authorise();
    switchOn("void", "hold-forgotten", 1);
    Answer refused = bank.release(card);
    assertThat(refused.result()).isEqualTo("DECLINED");
    assertThat(refused.reason()).isEqualTo("wrong-state");
    assertThat(refused.state()).isEqualTo("NOT_FOUND");
    assertThat(bank.inquire(card).state()).isEqualTo("NOT_FOUND");
    assertThat(kinds(card.ref)).containsExactly("HOLD", "VOID");
  }

  @Test
  void holdIsForgottenBeforeAnInquiry() {
    authorise();
    switchOn("inquiry", "hold-forgotten", 1);
    assertThat(bank.inquire(card).state()).isEqualTo("NOT_FOUND");
    assertThat(bank.capture(card).result()).isEqualTo("DECLINED");
  }

  @Test
  void takenMoneyIsNotForgotten() {
    authorise();
    bank.capture(card);
    switchOn("inquiry", "hold-forgotten", 1);
    assertThat(bank.inquire(card).state()).isEqualTo("CAPTURED");
  }

  @Test
  void everyChangeIsNotified() {
    switchOn("debit", "notify-all", 1);
    debit();
    await().until(() -> notices(debit.toString()) == 1);
  }

  @Test
  void statementIsThatOfTheDayBefore() {
    debit();
    switchOn("statement", "stale-statement", 1);
    Answer stale = statement(TODAY);
    assertThat(stale.signed()).isTrue();
    assertThat(stale.http().body()).isEqualTo(statement(TODAY.minusDays(1)).http().body());
  }

  @Test
  void dayEndsASecondEarly() {
    switchOn("statement", "day-ends-early", 1);
    assertThat(statement(TODAY.minusDays(1)).text())
        .contains("<ToDtTm>" + TODAY.minusDays(1) + "T23:59:59.000+07:00</ToDtTm>");
  }

  @Test
  void referencesAreCutInStatementsAndNotices() {
    debit();
    String plain = written();
    switchOn("statement", "cut-reference", 1);
    sandbox.post("/sandbox/banks/970415/transactions/" + debit + "/notice", "");
    await().until(() -> notices(cut(debit.toString())) == 1);
    assertThat(statement(TODAY).text())
        .contains("<EndToEndId>" + cut(plain) + "</EndToEndId>")
        .doesNotContain(debit.toString());
  }

  @Test
  void referencesAreInCapitalsInStatementsAndNotices() {
    debit();
    String plain = written();
    switchOn("statement", "upper-reference", 1);
    sandbox.post("/sandbox/banks/970415/transactions/" + debit + "/notice", "");
    await().until(() -> notices(debit.toString().toUpperCase(Locale.ROOT)) == 1);
    assertThat(statement(TODAY).text())
        .contains("<EndToEndId>" + plain.toUpperCase(Locale.ROOT) + "</EndToEndId>");
  }

  @Test
  void slowClockSignsAndAcceptsTwentySecondsLater() {
    switchOn("debit", "slow-clock", 1);
    Map<String, Object> late = accounts.debit(debit, mandate, GOOD, 1_000);
    late.put("validUntil", Instant.now().minusSeconds(10).toString());
    Answer answer = accounts.debit(late);
    assertThat(answer.state()).isEqualTo("DEBITED");
    assertThat(answer.signed()).isTrue();
    Instant time = Instant.parse(answer.http().headers().firstValue("Dvc-Time").orElseThrow());
    assertThat(Duration.between(time, Instant.now())).isBetween(seconds(19), seconds(40));
  }

  @Test
  void slowClockCombinesWithAnotherFault() {
    switchOn("debit", "slow-clock", 1);
    switchOn("debit", "answer-lost", 1);
    Map<String, Object> late = accounts.debit(debit, mandate, GOOD, 1_000);
    late.put("validUntil", Instant.now().minusSeconds(10).toString());
    assertThatThrownBy(() -> accounts.debit(late)).isInstanceOf(UncheckedIOException.class);
    assertThat(accounts.inquire(debit).state()).isEqualTo("DEBITED");
    assertThat(sandbox.get("/sandbox/faults")).isEmpty();
  }

  @Test
  void bankThatDoesNotCheckTheTotalReversesTwice() {
    debit();
    assertThat(accounts.reverse(UUID.randomUUID(), debit, 1_000).state()).isEqualTo("REVERSED");
    switchOn("reversal", "reversal-unchecked", 1);
    assertThat(accounts.reverse(UUID.randomUUID(), debit, 1_000).state()).isEqualTo("REVERSED");
    assertThat(accounts.reverse(UUID.randomUUID(), debit, 1_000).reason())
        .isEqualTo("amount-exceeds-original");
  }

  private void authorise() {
    bank.authorise(card, "9704150000000011");
    bank.otp(card, codeFor(card.ref));
  }

  private void debit() {
    accounts.debit(accounts.debit(debit, mandate, GOOD, 1_000));
  }

  private Answer release(Map<String, Object> body) {
    return bank.post("/cards/authorisations/" + card.ref + "/void", body);
  }

  /** The debit's reference as the bank writes it without any habit. */
  private String written() {
    String plain = debit.toString();
    String text = statement(TODAY).text();
    return text.contains(plain) ? plain : plain.replace("-", "");
  }

  private static String cut(String reference) {
    return reference.substring(0, Math.min(35, reference.length()));
  }

  private static Answer statement(LocalDate day) {
    return bank.get("/statements/" + day);
  }

  private static long notices(String subject) {
    return app.told.stream().filter(it -> it.body().contains("\"" + subject + "\"")).count();
  }

  private static List<String> kinds(UUID attempt) {
    return StreamSupport.stream(sandbox.get("/sandbox/ledger?all=true").spliterator(), false)
        .filter(row -> row.path("attemptRef").asText().equals(attempt.toString()))
        .map(row -> row.path("kind").asText())
        .toList();
  }

  private static String codeFor(UUID attempt) {
    for (JsonNode sms : sandbox.get("/sandbox/sms")) {
      if (sms.path("attemptRef").asText().equals(attempt.toString())) {
        return sms.path("otp").asText();
      }
    }
    throw new AssertionError("No SMS for " + attempt);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static void switchOn(String operation, String fault, int times) {
    Map<String, Object> order =
        Map.of("bank", "970415", "operation", operation, "fault", fault, "times", times);
    assertThat(sandbox.post("/sandbox/faults", order).statusCode()).isEqualTo(201);
  }
}
