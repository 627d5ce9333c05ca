package vn.dvc.pay.bank.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.bank.TestBank.signed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankSamples;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.SignedAnswers;
import vn.dvc.pay.bank.TestBank;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.TricklingBank;
import vn.dvc.pay.bank.contract.BankMapper;
import vn.dvc.pay.bank.contract.BankRequest;

/** Replays the sample messages and every fault of the route: each request reaches the bank once. */
class BankRouteTest {
  private static final TestBank BANK = new TestBank();
  private static final LineRig RIG = new LineRig("970415", BANK.url() + "/banks/970415", Map.of());
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @BeforeEach
  void startClean() {
    BANK.reset();
    RIG.breakers.of("bank-970415-calls").reset();
    RIG.breakers.of("bank-970415-inquiries").reset();
  }

  @AfterAll
  static void stop() {
    RIG.close();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void eachSampleIsSentOnceAndUnderstood(String sample) throws IOException {
    var operation = BankSamples.operation(sample);
    BANK.answers(signed(BankSamples.answer(sample)));

    var answer = RIG.ask(operation, BankSamples.body(operation));

    var told = JSON.readTree(BankSamples.answer(sample));
    if (answer instanceof BankAnswer.Declined declined) {
      assertThat(sample).contains("-declined-" + declined.reason());
      assertThat(declined.state().name()).isEqualTo(told.get("state").asText());
    } else {
      assertThat(answer).isInstanceOf(BankAnswer.Approved.class);
      assertThat(((BankAnswer.Approved) answer).state().name())
          .isEqualTo(told.get("state").asText());
      assertThat(told.path("result").asText("APPROVED")).isEqualTo("APPROVED");
    }
    var sent = BANK.requests();
    assertThat(sent).hasSize(1);
    if (operation != Operation.INQUIRY) {
      assertThat(JSON.readTree(sent.get(0).getBodyAsString()))
          .isEqualTo(JSON.readTree(BankSamples.request(operation)));
    }
  }

  @Test
  void theApprovalContainsTheCardDetailsThatAreKept() throws IOException {
    BANK.answers(signed(BankSamples.answer("authorise-approved")));

    assertThat(RIG.ask(Operation.AUTHORISE, Map.of()))
        .isEqualTo(
            new BankAnswer.Approved(
                TransactionState.PENDING_OTP,
                "VTB0001",
                new BankAnswer.Card("4321", "tok-4321"),
                new BankAnswer.OtpSent("******678", Duration.ofSeconds(180), 3),
                null,
                null));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultAfterSendingIsUnknownAndNotRetried(
      String fault, Operation operation, ResponseDefinitionBuilder response) throws IOException {
    BANK.answers(response);

    var answer = RIG.ask(operation, BankSamples.body(operation));

    assertThat(answer).as(fault).isInstanceOf(BankAnswer.Unknown.class);
    assertThat(BANK.requests()).as(fault).hasSize(1);
  }

  static Stream<Arguments> faults() throws IOException {
    var all = Stream.<Arguments>builder();
    for (var operation :
        List.of(
            Operation.CAPTURE,
            Operation.ENQUIRY,
            Operation.MANDATE,
            Operation.END_MANDATE,
            Operation.DEBIT,
            Operation.REVERSAL)) {
      faults(operation).forEach((fault, answer) -> all.add(Arguments.of(fault, operation, answer)));
    }
    return all.build();
  }

  private static Map<String, ResponseDefinitionBuilder> faults(Operation operation)
      throws IOException {
    var approved = BankSamples.answer(operation.name().toLowerCase(Locale.ROOT) + "-approved");
    var state = "\"state\": \"" + JSON.readTree(approved).get("state").asText() + "\"";
    var faults = new LinkedHashMap<String, ResponseDefinitionBuilder>();
    faults.put("503", aResponse().withStatus(503));
    faults.put("503 signed", signed(approved).withStatus(503));
    faults.put("429", aResponse().withStatus(429));
    faults.put("400 unsigned", aResponse().withStatus(400).withBody(approved));
    faults.put("401 signed", signed("{}").withStatus(401));
    faults.put("200 unsigned", aResponse().withBody(approved));
    faults.put("302", aResponse().withStatus(302).withHeader("Location", BANK.url() + "/cards/x"));
    faults.put("308", aResponse().withStatus(308).withHeader("Location", BANK.url() + "/cards/x"));
    faults.put("time-out", signed(approved).withFixedDelay(5000));
    faults.put("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    faults.put("empty", aResponse().withFault(Fault.EMPTY_RESPONSE));
    faults.put("bad chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    faults.put("random", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    faults.put("garbage", signed("<html>not json</html>"));
    faults.put("empty object", signed("{}"));
    faults.put("no body", signed(""));
    faults.put("two objects", signed(approved + approved));
    faults.put("too long", signed(approved + " ".repeat(70_000)));
    faults.put("other body", bent(approved, "body", approved + " "));
    faults.put("unknown key", bent(approved, "kid", "nobody"));
    faults.put("other call", bent(approved, "call", "99999999-2222-4222-8222-222222222222"));
    faults.put("other nonce", bent(approved, "nonce", "n-1"));
    faults.put("other path", bent(approved, "path", "/elsewhere"));
    faults.put("old", bent(approved, "time", Instant.now().minusSeconds(61).toString()));
    faults.put(
        "from the future", bent(approved, "time", Instant.now().plusSeconds(3600).toString()));
    faults.put("no time", bent(approved, "time", "yesterday"));
    faults.put("other callRef", signed(approved.replace("22222222-", "99999999-")));
    faults.put("other attemptRef", signed(approved.replace("11111111-", "99999999-")));
    faults.put("unheard-of state", signed(approved.replace(state, "\"state\": \"MOVED\"")));
    faults.put("contradiction", signed(approved.replace(state, "\"state\": \"DECLINED\"")));
    faults.put("unheard-of result", signed(approved.replace("APPROVED", "MAYBE")));
    faults.put("twice the state", signed(approved.replaceFirst("\\{", "{" + state + ",")));
    faults.put(
        "endless reference", signed(with(approved, "\"bankRef\":\"" + "B".repeat(65) + "\"")));
    if (LineRig.MOVES_NO_MONEY.contains(operation)) {
      faults.put("amount of nothing", signed(with(approved, "\"amount\":120000")));
    } else {
      faults.put("other amount", signed(approved.replace("120000", "120001")));
      faults.put("amount as text", signed(approved.replace("120000", "\"120000\"")));
      faults.put("fraction", signed(approved.replace("120000", "120000.5")));
      faults.put("other currency", signed(approved.replace("VND", "USD")));
    }
    return faults;
  }

  private static String with(String answer, String field) {
    return answer
        .replaceAll("(?m)^ *\"bankRef\".*?,?$", "")
        .replaceFirst(",?\\s*}\\s*$", "," + field + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "MANDATE, AUTHORISED",
    "END_MANDATE, VOIDED",
    "DEBIT, DEBITED",
    "DEBIT, PENDING_OTP",
    "REVERSAL, REVERSED",
    "ENQUIRY, AUTHORISED"
  })
  void declineInAnExecutedStateIsUnknown(Operation operation, String state) throws IOException {
    var name = operation.name().toLowerCase(Locale.ROOT) + "-declined-bank-declined";
    var declined = BankSamples.answer(name);
    BANK.answers(
        signed(declined.replaceFirst("\"state\": \"\\w+\"", "\"state\": \"" + state + "\"")));

    assertThat(RIG.ask(operation, BankSamples.body(operation)))
        .isEqualTo(new BankAnswer.Unknown("contradictory"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../debits", "a/b", "a?b", "mã", ".", " M", ""})
  void aMandatesReferenceMustBeUsableInAPath(String name) throws IOException {
    BANK.answers(signed(BankSamples.answer("mandate-approved").replace("MANDATE-0001", name)));

    assertThat(RIG.ask(Operation.MANDATE, BankSamples.body(Operation.MANDATE)))
        .isEqualTo(new BankAnswer.Unknown("malformed"));
  }

  @Test
  void aMandateWithoutAReferenceAndAnAccountWithoutAnOwnerAreMalformed() throws IOException {
    BANK.answers(signed(BankSamples.answer("mandate-approved").replace("bankRef", "name")));
    assertThat(RIG.ask(Operation.MANDATE, BankSamples.body(Operation.MANDATE)))
        .isEqualTo(new BankAnswer.Unknown("malformed"));

    BANK.answers(signed(BankSamples.answer("enquiry-approved").replace("owner", "keeper")));
    assertThat(RIG.ask(Operation.ENQUIRY, BankSamples.body(Operation.ENQUIRY)))
        .isEqualTo(new BankAnswer.Unknown("malformed"));
  }

  @Test
  void enquiryReturnsTheAccountOwner() throws IOException {
    BANK.answers(signed(BankSamples.answer("enquiry-approved")));

    assertThat(RIG.ask(Operation.ENQUIRY, BankSamples.body(Operation.ENQUIRY)))
        .isEqualTo(
            new BankAnswer.Approved(
                TransactionState.NOT_FOUND,
                null,
                null,
                null,
                new BankAnswer.Owner("CONG TY TNHH AN PHAT", "0100109106"),
                null));
  }

  @Test
  void aMandateIsEndedByADeleteRequestWithASignedBody() throws IOException {
    BANK.answers(signed(BankSamples.answer("end_mandate-approved")));

    RIG.ask(Operation.END_MANDATE, BankSamples.body(Operation.END_MANDATE));

    var sent = BANK.requests().get(0);
    assertThat(sent.getMethod().getName()).isEqualTo("DELETE");
    assertThat(sent.getUrl()).isEqualTo("/banks/970415/mandates/MANDATE-0001");
    assertThat(sent.getBodyAsString()).contains("\"mandate\":\"MANDATE-0001\"");
    assertThat(SignedAnswers.verifies(sent, RIG.publicKeys())).isTrue();
  }

  @Test
  void ourOwnSignatureIsNotTakenForTheBanks() throws IOException {
    BANK.answers(aResponse().withBody(BankSamples.answer("capture-approved")));

    assertThat(RIG.ask(Operation.CAPTURE, Map.of()))
        .isEqualTo(new BankAnswer.Unknown("unsigned-http-200"));
  }

  @Test
  void trickledAnswerTimesOut() throws IOException {
    try (var bank = new TricklingBank();
        var rig = new LineRig("970415", bank.url(), Map.of())) {
      assertThat(rig.send(Operation.CAPTURE)).isEqualTo(new BankAnswer.Unknown("ExchangeTooSlow"));
    }
  }

  @Test
  void replayedAnswerIsRejected() throws IOException {
    BANK.answers(signed(BankSamples.answer("capture-approved")));
    assertThat(RIG.ask(Operation.CAPTURE, Map.of())).isInstanceOf(BankAnswer.Approved.class);
    var first = BANK.lastResponse();

    BANK.reset();
    BANK.answers(first);

    assertThat(RIG.ask(Operation.CAPTURE, Map.of())).isInstanceOf(BankAnswer.Unknown.class);
    assertThat(BANK.requests()).hasSize(1);
  }

  @Test
  void aRefusedConnectionIsNotSent() {
    var closed = new TestBank();
    try (var rig = new LineRig("970415", closed.url() + "/banks/970415", Map.of())) {
      closed.stop();
      assertThat(rig.send(Operation.CAPTURE)).isEqualTo(new BankAnswer.NotSent("connect-refused"));
    }
  }

  @Test
  void anUnknownHostIsNotSent() {
    try (var rig = new LineRig("970415", "http://bank.invalid", Map.of())) {
      assertThat(rig.send(Operation.CAPTURE)).isEqualTo(new BankAnswer.NotSent("unknown-host"));
    }
  }

  @Test
  void withoutTheBanksKeysNothingIsSent() {
    BANK.withoutKeys();
    try (var rig = new LineRig("970415", BANK.url() + "/banks/970415", Map.of())) {
      assertThat(rig.ask(Operation.CAPTURE, Map.of()))
          .isEqualTo(new BankAnswer.NotSent("no-keys-of-bank"));
      assertThat(BANK.requests()).isEmpty();
    }
  }

  @Test
  void openBreakerStillAllowsInquiries() throws IOException {
    BANK.answers(aResponse().withStatus(503));
    for (int call = 0; call < 10; call++) {
      RIG.ask(Operation.CAPTURE, Map.of());
    }

    assertThat(RIG.ask(Operation.CAPTURE, Map.of()))
        .isEqualTo(new BankAnswer.NotSent("breaker-open"));
    assertThat(BANK.requests()).hasSize(10);

    BANK.answers(signed(BankSamples.answer("inquiry-captured")));
    assertThat(RIG.ask(Operation.INQUIRY, Map.of())).isInstanceOf(BankAnswer.Approved.class);
  }

  @Test
  void declinesDoNotOpenTheBreaker() throws IOException {
    BANK.answers(signed(BankSamples.answer("capture-declined-bank-declined")));
    for (int call = 0; call < 15; call++) {
      assertThat(RIG.ask(Operation.CAPTURE, Map.of())).isInstanceOf(BankAnswer.Declined.class);
    }
  }

  @Test
  void whenAllSlotsAreTakenNothingIsSent() throws IOException {
    BANK.answers(signed(BankSamples.answer("capture-approved")).withFixedDelay(1500));
    var two =
        List.of(
            CompletableFuture.supplyAsync(() -> RIG.ask(Operation.CAPTURE, Map.of())),
            CompletableFuture.supplyAsync(() -> RIG.ask(Operation.CAPTURE, Map.of())));
    await().until(() -> BANK.requests().size() == 2);

    assertThat(RIG.ask(Operation.CAPTURE, Map.of()))
        .isEqualTo(new BankAnswer.NotSent("slots-full"));

    two.forEach(one -> assertThat(one.join()).isInstanceOf(BankAnswer.Approved.class));
    assertThat(BANK.requests()).hasSize(2);
    assertThat(RIG.breakers.of("bank-970415-calls").getMetrics().getNumberOfFailedCalls()).isZero();
  }

  @Test
  void aThirdBankNeedsOnlyConfigurationAndAMapperWhereItDiffers() {
    var terse =
        new BankMapper() {
          @Override
          public Message write(BankRequest request) {
            return new Message("POST", "/cards/terse", "{}".getBytes());
          }

          @Override
          public BankAnswer read(BankRequest request, byte[] body) {
            return new BankAnswer.Declined(
                new String(body), TransactionState.DECLINED, Optional.empty());
          }
        };
    BANK.answers(signed("no"));
    try (var rig =
        new LineRig("999999", BANK.url() + "/banks/999999", Map.of("bank-999999", terse))) {
      assertThat(rig.ask(Operation.CAPTURE, Map.of()))
          .isInstanceOfSatisfying(
              BankAnswer.Declined.class, no -> assertThat(no.reason()).isEqualTo("no"));
      assertThat(BANK.requests())
          .singleElement()
          .satisfies(sent -> assertThat(sent.getUrl()).isEqualTo("/banks/999999/cards/terse"));
    }
  }

  @Test
  void requestsAreSigned() throws IOException {
    BANK.answers(signed(BankSamples.answer("capture-approved")));
    RIG.ask(Operation.CAPTURE, Map.of());

    var sent = BANK.requests().get(0);
    assertThat(sent.getHeader("Dvc-Call")).isEqualTo(LineRig.CALL.toString());
    assertThat(SignedAnswers.verifies(sent, RIG.publicKeys())).isTrue();
  }

  static Stream<String> answers() throws IOException {
    return BankSamples.answers();
  }

  private static ResponseDefinitionBuilder bent(String body, String what, String value) {
    return signed(body).withTransformerParameter(what, value);
  }
}
