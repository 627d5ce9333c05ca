package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.LateAnswer.OutcomeContradicted;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.reconciliation.Reconciliations.Row;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/**
 * A registered business pays its dossiers by one debit, and the answers its bank may give to that.
 */
@ScenarioTest
class AccountPaymentScenarioTest {
  private static final String BANK = "970415";

  @Autowired Scenario scenario;
  @Autowired Portal portal;
  @Autowired JsonClient sandbox;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired BankCalls calls;
  @Autowired Cases cases;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired Reconciliations reconciliations;

  RegisteredAccount registered;

  @BeforeEach
  void accountsCanBeRegistered() {
    registered = new RegisteredAccount(jdbc, calls, transaction, time);
  }

  @Test
  void registeredBusinessPaysThreeDossiersWithOneDebit() {
    registered.of("113366668888");
    var dossiers = dossiers(3, 20_000);
    var payment = pay(dossiers);
    scenario.reaches(payment, "paid");
    assertThat(scenario.debits(payment)).containsExactly(60_000L);
    assertThat(scenario.ledger(payment, "?all=true")).containsExactly("DEBIT");
    assertThat(scenario.requests(payment)).containsExactly("debit");
    assertThat(portal.payment(payment).path("receipts")).hasSize(3);
    for (var dossier : dossiers) {
      assertThat(portal.dossierStatusText(dossier)).isEqualTo("ĐÃ THANH TOÁN");
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(scenario.webhooks(payment))
                    .containsExactlyInAnyOrder(
                        "dossier.paid valid",
                        "dossier.paid valid",
                        "dossier.paid valid",
                        "payment.finished valid"));
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
  void declinedDebitSaysWhyAndFreesEveryDossier(String account, String reason) {
    registered.of(account);
    var dossiers = dossiers(2, 30_000);
    var payment = pay(dossiers);
    scenario.reaches(payment, "declined");
    assertThat(portal.payment(payment).path("reason").asText()).isEqualTo(reason);
    assertThat(portal.payment(payment).path("lastDecline").path("nextStep").asText()).isNotBlank();
    assertThat(scenario.debits(payment)).isEmpty();
    for (var dossier : dossiers) {
      assertThat(portal.dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
    }
  }

  @Test
  void debitWhoseAnswerIsLostIsFoundByAnInquiryAndPaidOnce() {
    registered.of("113366660013");
    var payment = pay(dossiers(2, 45_000));
    scenario.reaches(payment, "paid");
    assertThat(scenario.history(payment))
        .containsSubsequence("processing", "being_checked", "paid");
    assertThat(scenario.debits(payment)).containsExactly(90_000L);
    assertThat(scenario.requests(payment)).containsExactly("debit");
  }

  @Test
  void debitFirstDeniedThenAdmittedByItsBankIsReturnedAutomatically() {
    registered.of("113366668888");
    scenario.fault("970415", "debit", "contradiction", 1);
    var dossiers = dossiers(1, 45_000);
    var payment = pay(dossiers);
    scenario.reaches(payment, "declined");
    assertThat(scenario.ledger(payment, ""))
        .containsExactly("DEBIT"); // the bank's answer was false

    bankTellsOf(scenario.attempt(payment));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(reversed(payment)).containsExactly(45_000L));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(caseOf(payment)).isEqualTo("late-success money-returned"));
    assertThat(scenario.status(payment)).isEqualTo("declined");
    assertThat(portal.dossierStatusText(dossiers[0])).isEqualTo("CHƯA THANH TOÁN");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(scenario.webhooks(payment)).contains("payment.money-returned valid"));
    var late = portal.payment(payment).path("lateDebits");
    assertThat(late).hasSize(1);
    assertThat(late.at("/0/amount").asLong()).isEqualTo(45_000);
    assertThat(late.at("/0/state").asText()).isEqualTo("RETURNED");
    assertThat(late.at("/0/returnedAt").asText()).isNotBlank();

    bankTellsOf(scenario.attempt(payment));
    var again = pay(dossiers);
    scenario.reaches(again, "paid");
    assertThat(reversed(payment)).containsExactly(45_000L);
  }

  @Test
  void lateAnswerIsAppliedOnceThePaymentHasLeftTheAttempt() {
    registered.of("113366668888");
    scenario.fault("970415", "debit", "contradiction", 1);
    var payment = pay(dossiers(1, 45_000));
    scenario.reaches(payment, "declined");
    stands(payment, "PROCESSING");
    var attempt = AttemptRef.of(scenario.attempt(payment));
    transaction.executeWithoutResult(
        status -> events.publishEvent(new OutcomeContradicted(attempt)));
    stands(payment, "DECLINED");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(reversed(payment)).containsExactly(45_000L));
  }

  /** As if the step that moves it had yet to run. */
  private void stands(String payment, String status) {
    jdbc.sql("update payment set status = ? where id = ?").params(status, payment).update();
  }

  @Test
  void noticeOfADeclinedDebitChangesNothing() {
    registered.of("113366660006");
    var payment = pay(dossiers(1, 45_000));
    scenario.reaches(payment, "declined");
    bankTellsOf(scenario.attempt(payment));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(ended("late-success", scenario.attempt(payment))).isTrue());
    assertThat(reversed(payment)).isEmpty();
    assertThat(scenario.status(payment)).isEqualTo("declined");
  }

  @Test
  void sixtyDossiersArePaidAtOnceAndSixtyOneAreRefused() {
    registered.of("113366668888");
    var dossiers = dossiers(61, 1_000);
    var refused = portal.tryToPayByAccount(dossiers);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("code").asText()).isEqualTo("too-many-dossiers");
    var payment = pay(Arrays.copyOf(dossiers, 60));
    scenario.reaches(payment, "paid");
    assertThat(scenario.debits(payment)).containsExactly(60_000L);
    assertThat(portal.payment(payment).path("receipts")).hasSize(60);
  }

  @Test
  void payerWithoutAMandateInForceReceivesTheReason() {
    var dossier = portal.dossierOwedBy(Portal.AN_PHAT, 15_000);
    registered.ended();
    refused(dossier, "not-registered");
    registered.of("113366668888");
    registered.suspended();
    refused(dossier, "mandate-suspended");
  }

  /** Several of the same day, because the statement is served correctly and incorrectly. */
  @Test
  void statementMatchesAndEachDifferenceIsACaseUntilItIsGone() {
    registered.of("113366668888");
    var payment = pay(dossiers(2, 25_000));
    scenario.reaches(payment, "paid");

    imported(null);
    assertThat(reconciliations.lines(BANK, today(), LineClass.MATCHED, 0, 1000))
        .extracting(Row::payment)
        .contains(payment);
    assertThat(differencesOf(payment)).isEmpty();

    imported("duplicate");
    var twice = differencesOf(payment).get(0);
    assertThat(twice.kind()).isEqualTo(LineClass.DUPLICATE);
    assertThat(twice.bankAmount()).isEqualTo(50_000);
    assertThat(cases.find(twice.caseId()).orElseThrow().closed()).isNull();

    imported("wrong-amount");
    assertThat(differencesOf(payment))
        .extracting(Row::kind, Row::bankAmount, Row::ourAmount)
        .containsExactly(tuple(LineClass.AMOUNT_DIFFERS, 51_000L, 50_000L));
    assertThat(cases.find(twice.caseId()).orElseThrow().closed()).isNotNull();

    imported(null);
    assertThat(differencesOf(payment)).isEmpty();
    assertThat(cases.ofPayment(payment)).hasSize(2).allMatch(each -> each.closed() != null);
  }

  private void imported(String fault) {
    if (fault != null) {
      scenario.fault(BANK, "statement", fault, 1);
    }
    var before = file();
    reconciliations.importNow(BANK, today());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !file().equals(before) && day().state() != Reconciliations.State.RUNNING);
  }

  private String file() {
    return reconciliations
        .find(BANK, today())
        .map(Reconciliations.Report::statement)
        .map(Reconciliations.Statement::sha256)
        .orElse("none");
  }

  private Reconciliations.Day day() {
    return reconciliations.find(BANK, today()).orElseThrow().day();
  }

  private List<Row> differencesOf(String payment) {
    return reconciliations.find(BANK, today()).orElseThrow().differences().stream()
        .filter(each -> payment.equals(each.payment()))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(time.now(), ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  private void refused(String dossier, String code) {
    var answer = portal.tryToPayByAccount(dossier);
    assertThat(answer.body().path("code").asText()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().path("title").asText()).isNotBlank();
    assertThat(portal.dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
  }

  private void bankTellsOf(String attempt) {
    var path = "/banks/970415/transactions/" + attempt + "/notice";
    assertThat(sandbox.post(path, Map.of()).status()).isEqualTo(202);
  }

  private List<Long> reversed(String payment) {
    return jdbc.sql(
            """
            select a.amount from attempt a join reversal r on a.attempt_ref = r.attempt_ref
            where r.payment = ? and a.state = 'REVERSED'\
            """)
        .param(payment)
        .query(Long.class)
        .list();
  }

  private String caseOf(String payment) {
    return cases.ofPayment(payment).stream()
        .map(file -> file.kind() + " " + file.reason())
        .collect(Collectors.joining());
  }

  private boolean ended(String process, String key) {
    return jdbc.sql(
                """
                select count(*) from act_hi_procinst
                where proc_def_key_ = ? and business_key_ = ? and end_time_ is not null\
                """)
            .params(process, key)
            .query(Integer.class)
            .single()
        == 1;
  }

  private String[] dossiers(int count, long amount) {
    return IntStream.range(0, count)
        .mapToObj(i -> portal.dossierOwedBy(Portal.AN_PHAT, amount))
        .toArray(String[]::new);
  }

  private String pay(String... dossiers) {
    var answer = portal.tryToPayByAccount(dossiers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body().path("id").asText();
  }
}
