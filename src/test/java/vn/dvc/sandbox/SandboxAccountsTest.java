package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.sandbox.BankClient.Answer;
import vn.dvc.sandbox.BankClient.Attempt;

/** Accounts, mandates, debits and reversals conform to the contract, seen from its other side. */
class SandboxAccountsTest {
  @RegisterExtension static final StartedSandbox STARTED = new StartedSandbox();

  private static final String GOOD = "113366668888";
  private static RunningSandbox sandbox;
  private static BankClient cards;
  private static AccountClient bank;
  private static AccountClient vietcombank;

  private final UUID attempt = UUID.randomUUID();

  @BeforeAll
  static void start() {
    sandbox = STARTED.sandbox();
    cards = STARTED.bank("970415");
    bank = new AccountClient(cards);
    vietcombank = new AccountClient(STARTED.bank("970436"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "113366668888, CONG TY TNHH AN PHAT,         0100109106",
    "101234567890, NGUYEN VAN A,                 049012345678",
    "113366660001, CONG TY TNHH AN PHAT DA NANG, 0100109106",
    "113366660002, CONG TY TNHH AN PHAT,         0401234567",
    "113366660005, CONG TY TNHH AN PHAT,         0100109106"
  })
  void enquiryNamesTheAccountsOwner(String number, String name, String identity) {
    Answer answer = bank.enquire(number);
    assertThat(answer.signed()).isTrue();
    assertThat(answer.result()).isEqualTo("APPROVED");
    assertThat(answer.state()).isEqualTo("NOT_FOUND");
    assertThat(answer.json().at("/owner/name").asText()).isEqualTo(name);
    assertThat(answer.json().at("/owner/identityNumber").asText()).isEqualTo(identity);
    assertThat(answer.json().has("amount") || answer.json().has("currency")).isFalse();
    ContractCheck.holds(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "999999999999, account-not-found",
    "118000012345, account-not-found",
    "113366660003, account-closed",
    "113366660004, account-blocked"
  })
  void unusableAccountIsReportedByTheEnquiryAndAcceptsNoMandate(String number, String reason) {
    Answer enquiry = bank.enquire(number);
    assertThat(enquiry.result()).isEqualTo("DECLINED");
    assertThat(enquiry.reason()).isEqualTo(reason);
    Answer mandate = bank.mandate(attempt, number);
    assertThat(mandate.reason()).isEqualTo(reason);
    assertThat(mandate.state()).isEqualTo("DECLINED");
    assertThat(bank.inquire(attempt).reason()).isEqualTo(reason);
    List.of(enquiry, mandate, bank.inquire(attempt)).forEach(ContractCheck::holds);
  }

  @Test
  void mandateIsValidUntilItIsEndedAndHasNoAmount() {
    Answer made = bank.mandate(attempt, GOOD);
    String mandate = made.json().path("bankRef").asText();
    assertThat(made.state()).isEqualTo("AUTHORISED");
    assertThat(mandate).startsWith("UQ");
    Answer asked = bank.inquire(attempt);
    assertThat(asked.state()).isEqualTo("AUTHORISED");
    assertThat(asked.json().path("bankRef").asText()).isEqualTo(mandate);
    assertThat(asked.json().path("account").asText()).isEqualTo(GOOD);
    for (Answer answer : List.of(made, asked)) {
      assertThat(answer.json().has("amount") || answer.json().has("currency")).isFalse();
    }

    Answer ended = bank.endMandate(attempt, mandate);
    assertThat(ended.result()).isEqualTo("APPROVED");
    assertThat(ended.state()).isEqualTo("VOIDED");
    assertThat(bank.endMandate(attempt, mandate).state()).isEqualTo("VOIDED");
    assertThat(bank.inquire(attempt).state()).isEqualTo("VOIDED");
    UUID late = UUID.randomUUID();
    assertThat(bank.debit(bank.debit(late, mandate, GOOD, 1_000)).reason())
        .isEqualTo("mandate-suspended");
    assertThat(moved(late)).isEmpty();
    List.of(made, asked, ended).forEach(ContractCheck::holds);
  }

  @ParameterizedTest
  @CsvSource({"CONG TY TNHH KHAC, 0100109106", "CONG TY TNHH AN PHAT, 0401234567"})
  void mandateOfSomebodyElseIsDeclined(String holder, String identity) {
    Answer answer = bank.post("/mandates", bank.mandate(attempt, GOOD, holder, identity));
    assertThat(answer.reason()).isEqualTo("bank-declined");
    ContractCheck.holds(answer);
  }

  @Test
  void mandateIsEndedOnlyUnderTheAttemptThatMadeIt() {
    String mandate = bank.mandate(attempt, GOOD).json().path("bankRef").asText();
    assertThat(bank.endMandate(UUID.randomUUID(), mandate).reason()).isEqualTo("wrong-state");
    UUID other = UUID.randomUUID();
    bank.mandate(other, GOOD);
    assertThat(bank.endMandate(other, mandate).reason()).isEqualTo("wrong-state");
    assertThat(bank.inquire(attempt).state()).isEqualTo("AUTHORISED");
  }

  @Test
  void debitTakesTheWholeAmountFromTheAccount() {
    long before = balance(GOOD);
    Answer debited = bank.debit(attempt, GOOD, 320_000);
    assertThat(debited.state()).isEqualTo("DEBITED");
    assertThat(debited.json().path("bankRef").asText()).startsWith("FT");
    assertThat(balance(GOOD)).isEqualTo(before - 320_000);
    assertThat(moved(attempt)).containsExactly("DEBIT 320000");
    Answer asked = bank.inquire(attempt);
    assertThat(asked.state()).isEqualTo("DEBITED");
    assertThat(asked.json().path("account").asText()).isEqualTo(GOOD);
    assertThat(asked.json().path("amount").asLong()).isEqualTo(320_000);
    List.of(debited, asked).forEach(ContractCheck::holds);
  }

  @ParameterizedTest
  @CsvSource({
    "113366660005, mandate-suspended",
    "113366660006, insufficient-funds",
    "113366660007, limit-exceeded",
    "113366660008, bank-declined",
    "113366660009, account-closed",
    "113366660010, account-blocked"
  })
  void declinedDebitTakesNothing(String number, String reason) {
    assertThat(bank.enquire(number).result()).isEqualTo("APPROVED");
    long before = balance(number);
    Answer declined = bank.debit(attempt, number, 120_000);
    assertThat(declined.reason()).isEqualTo(reason);
    assertThat(declined.state()).isEqualTo("DECLINED");
    assertThat(bank.inquire(attempt).reason()).isEqualTo(reason);
    assertThat(moved(attempt)).isEmpty();
    assertThat(balance(number)).isEqualTo(before);
    List.of(declined, bank.inquire(attempt)).forEach(ContractCheck::holds);
  }

  @Test
  void balanceCoversADebitToTheLastDongAndNotOneMore() {
    String poor = "0071000000006";
    assertThat(vietcombank.debit(UUID.randomUUID(), poor, 5_001).reason())
        .isEqualTo("insufficient-funds");
    assertThat(vietcombank.debit(attempt, poor, 5_000).state()).isEqualTo("DEBITED");
    assertThat(vietcombank.debit(UUID.randomUUID(), poor, 1).reason())
        .isEqualTo("insufficient-funds");
    vietcombank.reverse(UUID.randomUUID(), attempt, 5_000);
    assertThat(balance(poor)).isEqualTo(5_000);
  }

  @Test
  void debitWithoutAMandateOfThisAccountIsDeclined() {
    assertThat(bank.debit(bank.debit(attempt, "UQ000000000000", GOOD, 1_000)).reason())
        .isEqualTo("bank-declined");
    String other = bank.mandateFor("113366660007");
    assertThat(bank.debit(bank.debit(UUID.randomUUID(), other, GOOD, 1_000)).reason())
        .isEqualTo("bank-declined");
  }

  @Test
  void repeatedDebitHasNoSecondEffectAndGetsTheFirstAnswer() {
    Map<String, Object> body = bank.debit(attempt, bank.mandateFor(GOOD), GOOD, 50_000);
    Answer first = bank.debit(body);
    Answer second = bank.debit(body);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.signed()).isTrue();
    assertThat(moved(attempt)).containsExactly("DEBIT 50000");

    body.put("payment", "P-another");
    assertThat(bank.debit(body).status()).isEqualTo(422);
    body.put("callRef", UUID.randomUUID().toString());
    assertThat(bank.debit(body).reason()).isEqualTo("wrong-state");
    assertThat(moved(attempt)).containsExactly("DEBIT 50000");
  }

  @Test
  void requestThatArrivesAfterItsExpiryNeverHasAnEffect() {
    Map<String, Object> late = bank.debit(attempt, bank.mandateFor(GOOD), GOOD, 50_000);
    late.put("validUntil", Instant.now().minusSeconds(1).toString());
    assertThat(bank.debit(late).reason()).isEqualTo("request-expired");
    assertThat(bank.debit(late).reason()).isEqualTo("request-expired");
    assertThat(bank.inquire(attempt).state()).isEqualTo("NOT_FOUND");
    assertThat(moved(attempt)).isEmpty();

    Map<String, Object> mandate =
        bank.mandate(attempt, GOOD, AccountClient.AN_PHAT, AccountClient.TAX_CODE);
    mandate.put("validUntil", Instant.now().minusSeconds(1).toString());
    Answer refused = bank.post("/mandates", mandate);
    assertThat(refused.reason()).isEqualTo("request-expired");
    ContractCheck.holds(refused);
  }

  @Test
  void tombstonePreventsAnAttemptForEver() {
    Map<String, Object> stone = AccountClient.money(attempt, 50_000);
    assertThat(bank.post("/transactions/" + attempt + "/tombstone", stone).state())
        .isEqualTo("TOMBSTONED");
    assertThat(bank.debit(attempt, GOOD, 50_000).reason()).isEqualTo("wrong-state");
    assertThat(bank.inquire(attempt).state()).isEqualTo("TOMBSTONED");
    assertThat(moved(attempt)).isEmpty();

    UUID mandate = UUID.randomUUID();
    Answer plain =
        bank.post("/transactions/" + mandate + "/tombstone", AccountClient.plain(mandate));
    assertThat(plain.state()).isEqualTo("TOMBSTONED");
    assertThat(plain.json().has("amount")).isFalse();
    assertThat(bank.mandate(mandate, GOOD).state()).isEqualTo("TOMBSTONED");
  }

  @Test
  void reversalReturnsToTheAccountNeverMoreThanWasTaken() {
    bank.debit(attempt, GOOD, 300_000);
    long before = balance(GOOD);
    UUID first = UUID.randomUUID();
    Answer part = bank.reverse(first, attempt, 200_000);
    assertThat(part.state()).isEqualTo("REVERSED");
    assertThat(balance(GOOD)).isEqualTo(before + 200_000);
    UUID second = UUID.randomUUID();
    Answer tooMuch = bank.reverse(second, attempt, 100_001);
    assertThat(tooMuch.reason()).isEqualTo("amount-exceeds-original");
    assertThat(bank.inquire(second).state()).isEqualTo("DECLINED");
    Answer rest = bank.reverse(UUID.randomUUID(), attempt, 100_000);
    assertThat(rest.state()).isEqualTo("REVERSED");
    assertThat(bank.reverse(UUID.randomUUID(), attempt, 1).reason())
        .isEqualTo("amount-exceeds-original");
    assertThat(balance(GOOD)).isEqualTo(before + 300_000);
    assertThat(moved(first)).containsExactly("REVERSAL 200000");
    assertThat(bank.inquire(first).state()).isEqualTo("REVERSED");
    assertThat(bank.inquire(attempt).state()).isEqualTo("DEBITED");
    List.of(part, tooMuch, rest, bank.inquire(first)).forEach(ContractCheck::holds);
  }

  @Test
  void capturedCardPaymentIsReversedToo() {
    Attempt card = new Attempt();
    cards.authorise(card, "9704150000000011");
    assertThat(bank.reverse(UUID.randomUUID(), card.ref, 120_000).reason())
        .isEqualTo("original-not-found");
    cards.otp(card, sandbox.get("/sandbox/sms").path(0).path("otp").asText());
    cards.capture(card);
    assertThat(bank.reverse(attempt, card.ref, 120_000).state()).isEqualTo("REVERSED");
    assertThat(bank.reverse(UUID.randomUUID(), card.ref, 1).reason())
        .isEqualTo("amount-exceeds-original");
    assertThat(moved(attempt)).containsExactly("REVERSAL 120000");
  }

  @Test
  void reversalOfWhatTheBankNeverTookIsDeclined() {
    UUID debit = UUID.randomUUID();
    assertThat(bank.reverse(attempt, debit, 1_000).reason()).isEqualTo("original-not-found");
    assertThat(bank.reverseCollection(UUID.randomUUID(), "BC-NONE", 1_000).reason())
        .isEqualTo("original-not-found");
    vietcombank.debit(debit, "0071000123456", 1_000);
    assertThat(bank.reverse(UUID.randomUUID(), debit, 1_000).reason())
        .isEqualTo("original-not-found");
    UUID given = UUID.randomUUID();
    vietcombank.reverse(given, debit, 1_000);
    assertThat(vietcombank.reverse(UUID.randomUUID(), given, 1_000).reason())
        .isEqualTo("original-not-found");
  }

  @Test
  void bankMayDeclineAReversal() {
    bank.debit(attempt, "113366660011", 9_000);
    Answer declined = bank.reverse(UUID.randomUUID(), attempt, 9_000);
    assertThat(declined.reason()).isEqualTo("bank-declined");
    assertThat(balance("113366660011")).isEqualTo(1_000_000_000L - 9_000);
  }

  @Test
  void collectionIsReversedByItsReference() {
    String reference =
        RunningSandbox.json(
                sandbox.post(
                    "/sandbox/cashier/collections",
                    Map.of("code", "DVCTEST", "amount", 75_000, "deliver", false)))
            .path("reference")
            .asText();
    assertThat(bank.reverseCollection(attempt, reference, 70_000).state()).isEqualTo("REVERSED");
    assertThat(bank.reverseCollection(UUID.randomUUID(), reference, 5_001).reason())
        .isEqualTo("amount-exceeds-original");
    assertThat(moved(attempt)).containsExactly("REVERSAL 70000");
    assertThat(bank.inquire(attempt).json().path("account").asText()).isEqualTo("118000012345");
    assertThat(vietcombank.reverseCollection(UUID.randomUUID(), reference, 1).reason())
        .isEqualTo("original-not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "holder", "identityNumber", "registration", "formSha256"})
  void mandateThatLacksAFieldIsAProblem(String field) {
    Map<String, Object> body =
        bank.mandate(attempt, GOOD, AccountClient.AN_PHAT, AccountClient.TAX_CODE);
    body.remove(field);
    assertThat(bank.post("/mandates", body).status()).isEqualTo(400);
  }

  @Test
  void reversalNamesExactlyOneOriginal() {
    Map<String, Object> both = Map.of("attemptRef", attempt.toString(), "collection", "BC1");
    assertThat(bank.reverse(UUID.randomUUID(), both, 1).status()).isEqualTo(400);
    assertThat(bank.reverse(UUID.randomUUID(), Map.of(), 1).status()).isEqualTo(400);
    assertThat(bank.reverse(UUID.randomUUID(), Map.of("attemptRef", "x"), 1).status())
        .isEqualTo(400);
  }

  private static long balance(String number) {
    return StreamSupport.stream(sandbox.get("/sandbox/accounts").spliterator(), false)
        .filter(row -> row.at("/account/number").asText().equals(number))
        .findFirst()
        .orElseThrow()
        .path("balance")
        .asLong();
  }

  private static List<String> moved(UUID attempt) {
    JsonNode ledger = sandbox.get("/sandbox/ledger");
    return StreamSupport.stream(ledger.spliterator(), false)
        .filter(line -> line.path("attemptRef").asText().equals(attempt.toString()))
        .map(line -> line.path("kind").asText() + " " + line.path("amount").asLong())
        .toList();
  }
}
