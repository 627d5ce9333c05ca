package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import vn.dvc.pay.reconciliation.statement.IsoSchema;
import vn.dvc.sandbox.BankClient.Answer;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;

/** A bank's daily statement, and all the ways in which the bank gets it wrong. */
class SandboxStatementTest {
  @RegisterExtension static final StartedSandbox STARTED = new StartedSandbox();

  private static final String GOOD = "113366668888";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static RunningSandbox sandbox;
  private static BankClient bank;
  private static final UUID DEBIT = UUID.randomUUID();
  private static final UUID REVERSAL = UUID.randomUUID();

  @BeforeAll
  static void aDay() {
    sandbox = STARTED.sandbox();
    bank = STARTED.bank("970415");
    var accounts = new AccountClient(bank);
    accounts.debit(accounts.debit(DEBIT, accounts.mandateFor(GOOD), GOOD, 120_000));
    accounts.reverse(REVERSAL, DEBIT, 20_000);
    sandbox.post(
        "/sandbox/cashier/collections",
        Map.of(
            "code",
            "nộp <lệ phí> & \uFFFF",
            "amount",
            50_000,
            "deliver",
            false,
            "reference",
            "C-1"));
  }

  @Test
  void statementListsDebitsReversalsAndCollectionsOfTheDay() throws Exception {
    Answer answer = statement(TODAY);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.signed()).isTrue();
    ContractCheck.holds(answer);
    assertThat(references(answer)).containsExactly(compact(DEBIT), compact(REVERSAL), "C-1");
    Document file = file(answer);
    assertThat(texts(file, "Amt").subList(2, 5)).containsExactly("120000", "20000", "50000");
    assertThat(texts(file, "CdtDbtInd").subList(2, 5)).containsExactly("CRDT", "DBIT", "CRDT");
    assertThat(texts(file, "NbOfNtries")).containsExactly("2", "1");
    assertThat(texts(file, "Sum")).containsExactly("170000", "20000");
    assertThat(texts(file, "Amt").subList(0, 2)).containsExactly("0", "150000");
    assertThat(texts(file, "DtTm").get(0)).startsWith(TODAY.toString()).endsWith("+07:00");
    assertThat(texts(file, "Ustrd").get(0)).contains("<lệ phí> & ?");
  }

  @Test
  void isValidByIsosSchemaEvenWithoutMovements() {
    for (LocalDate day : List.of(TODAY, TODAY.minusDays(1))) {
      byte[] file = statement(day).http().body();
      assertThat(IsoSchema.objections(new ByteArrayInputStream(file))).isEmpty();
    }
  }

  @Test
  void aFinishedDaysStatementNeverChanges() throws Exception {
    Answer first = statement(TODAY.minusDays(1));
    assertThat(references(first)).isEmpty();
    assertThat(statement(TODAY.minusDays(1)).http().body()).isEqualTo(first.http().body());
  }

  @ParameterizedTest
  @CsvSource({"2999-01-01, 404", "yesterday, 400"})
  void invalidDayIsRefused(String day, int status) {
    Answer answer = statement(day);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.signed()).isTrue();
  }

  @Test
  void anotherBankHasItsOwnStatement() throws Exception {
    Answer other = STARTED.bank("970436").get("/statements/" + TODAY);
    assertThat(references(other)).isEmpty();
  }

  @Test
  void duplicateRepeatsALine() throws Exception {
    switchOn("duplicate");
    Answer spoilt = statement(TODAY);
    assertThat(references(spoilt)).endsWith("C-1", "C-1").hasSize(4);
    assertThat(texts(file(spoilt), "Sum")).containsExactly("220000", "20000");
    assertThat(references(statement(TODAY))).hasSize(3);
  }

  @Test
  void wrongAmountIsInTheTotalsToo() throws Exception {
    switchOn("wrong-amount");
    Document spoilt = file(statement(TODAY));
    assertThat(texts(spoilt, "Amt")).endsWith("51000");
    assertThat(texts(spoilt, "Sum").get(0)).isEqualTo("171000");
  }

  @Test
  void contradictionLeavesOutWhatTheLedgerHolds() throws Exception {
    switchOn("contradiction");
    assertThat(references(statement(TODAY))).containsExactly(compact(DEBIT), compact(REVERSAL));
  }

  @Test
  void malformedStatementIsSignedAndTruncated() {
    switchOn("malformed");
    Answer spoilt = statement(TODAY);
    assertThat(spoilt.signed()).isTrue();
    assertThatThrownBy(() -> file(spoilt)).isInstanceOf(SAXException.class);
  }

  @Test
  void badSignatureDoesNotVerify() {
    switchOn("bad-signature");
    assertThat(statement(TODAY).signed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5xx-before", "5xx-after"})
  void unavailableBankServesNoStatement(String fault) {
    switchOn(fault);
    assertThat(statement(TODAY).status()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-answer", "answer-lost", "reset"})
  void lostAnswerServesNoStatement(String fault) {
    switchOn(fault);
    // This test's client retries by itself, so its nonce may have been seen before.
    try {
      assertThat(statement(TODAY).status()).isEqualTo(401);
    } catch (UncheckedIOException lost) {
      assertThat(lost).hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void slowStatementIsRight() throws Exception {
    switchOn("slow");
    long before = System.nanoTime();
    assertThat(references(statement(TODAY))).hasSize(3);
    assertThat(System.nanoTime() - before).isGreaterThan(900_000_000L);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyFaultOfEveryOperationIsAcceptedOrRefusedForAReason(String operation, String fault) {
    var answer =
        sandbox.post(
            "/sandbox/faults", Map.of("bank", "970415", "operation", operation, "fault", fault));
    if (answer.statusCode() == 422) {
      assertThat(RunningSandbox.json(answer).path("code").asText())
          .isEqualTo("fault-not-applicable");
      assertThat(
              Fault.of(fault).orElseThrow().appliesTo(SandboxOperation.of(operation).orElseThrow()))
          .isFalse();
    } else {
      assertThat(answer.statusCode()).isEqualTo(201);
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(SandboxOperation.values())
        .flatMap(
            operation ->
                Stream.of(Fault.values())
                    .map(fault -> Arguments.of(operation.word(), fault.word())));
  }

  /** In the form that fits into a field of 35 characters. */
  private static String compact(UUID attempt) {
    return attempt.toString().replace("-", "");
  }

  private static Answer statement(Object day) {
    return bank.get("/statements/" + day);
  }

  private static List<String> references(Answer answer) throws Exception {
    return texts(file(answer), "EndToEndId");
  }

  private static Document file(Answer answer) throws Exception {
    var builder = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new ByteArrayInputStream(answer.http().body()));
  }

  private static List<String> texts(Document file, String tag) {
    var nodes = file.getElementsByTagNameNS("*", tag);
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
        .map(i -> nodes.item(i).getTextContent())
        .toList();
  }

  private static void switchOn(String fault) {
    Map<String, Object> order =
        Map.of(
            "bank", "970415", "operation", "statement", "fault", fault, "times", 1, "seconds", 1);
    assertThat(sandbox.post("/sandbox/faults", order).statusCode()).isEqualTo(201);
  }
}
