package vn.dvc.pay.payment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.CollectionReceived;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/** What becomes of money that a bank collected, on each database that we run on. */
@OperatorsTest
abstract class FateOfCollections {
  private static final Payer PAYER =
      new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  private static final AtomicInteger SERIAL = new AtomicInteger();

  @Autowired Payments payments;
  @Autowired Dossiers dossiers;
  @Autowired Cases cases;
  @Autowired HumanTasks tasks;
  @Autowired Processes processes;
  @Autowired ApplicationEventPublisher bank;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;

  private final DossierCode dossier =
      DossierCode.of("000.00.00.H47-261125-%06d".formatted(SERIAL.incrementAndGet()));

  @AfterEach
  void backToTheRealTime() {
    time.travel(Duration.ZERO);
  }

  @Test
  void exactMoneyPaysItsPaymentAtOnce() {
    var payment = instructed(120_000);
    assertThat(payment.status()).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    var told = collected(payment, 120_000);

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.PAID);
    assertThat(state(told)).isEqualTo("BOUND");
    assertThat(isHandled(told)).isTrue();
    assertThat(cases.ofPayment(payment.id().text())).isEmpty();
  }

  @Test
  void textThatBanksMangledStillPays() {
    var payment = instructed(120_000);
    var code = payment.instruction().code().toLowerCase();
    var text = "MBVCB.327 nộp phí " + code.substring(0, 5) + "-" + code.substring(5) + ".CT tu";
    tell(message(text, 120_000));
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void sameNoticeOnManyNodesPaysOnce() throws Exception {
    var payment = instructed(120_000);
    var told = message(payment.instruction().code(), 120_000);
    atOnce(() -> tell(told), () -> tell(told), () -> tell(told));
    tell(told);

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    assertThat(collections(payment)).containsExactly("BOUND");
  }

  @RepeatedTest(3)
  void ofTwoCollectionsAtOnceOnePaysAndTheOtherIsACase() throws Exception {
    var payment = instructed(120_000);
    atOnce(() -> collected(payment, 120_000), () -> collected(payment, 120_000));

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(collections(payment)).containsExactlyInAnyOrder("BOUND", "UNDECIDED");
    assertThat(onlyCase(payment).kind()).isEqualTo("collection-second");
  }

  @RepeatedTest(3)
  void moneyAndCancellationAtOnceAreEitherPaidOrACase() throws Exception {
    var payment = instructed(120_000);
    atOnce(() -> collected(payment, 120_000), () -> cancelOrProblem(payment));

    if (status(payment) == PaymentStatus.PAID) {
      assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    } else {
      assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
      assertThat(onlyCase(payment).kind()).isEqualTo("collection-after-end");
    }
  }

  @Test
  void moneyAndExpiryAtOnceAreEitherPaidOrACase() throws Exception {
    var payment = instructed(120_000);
    atOnce(() -> time.travel(Duration.ofDays(8)), () -> collected(payment, 120_000));
    await().until(() -> status(payment).isFinished());

    if (status(payment) == PaymentStatus.PAID) {
      assertThat(cases.ofPayment(payment.id().text())).isEmpty();
    } else {
      assertThat(status(payment)).isEqualTo(PaymentStatus.EXPIRED);
      assertThat(onlyCase(payment).kind()).isEqualTo("collection-after-end");
    }
  }

  @Test
  void wrongAmountIsOneCaseThatSaysWhatIsMissingAndThePaymentWaitsOn() {
    var payment = instructed(120_000);
    collected(payment, 100_000);

    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    var file = onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-wrong-amount");
    assertThat(file.evidence())
        .containsEntry("amountDue", "120.000")
        .containsEntry("amountReceived", "100.000")
        .containsEntry("difference", "thiếu 20.000")
        .containsEntry("code", payment.instruction().code());
    assertThat(file.evidence().get("dossiers")).contains(dossier.text());
    assertThat(file.evidence().get("proposal")).contains("đề nghị chấp nhận");
  }

  @Test
  void wrongAmountThatTwoPersonsAcceptPaysThePayment() {
    var payment = instructed(120_000);
    var told = collected(payment, 125_000);
    decide(onlyCase(payment), "ACCEPT", "Người nộp đồng ý");

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(state(told)).isEqualTo("ACCEPTED");
  }

  @Test
  void wrongAmountThatTwoPersonsGiveBackLeavesThePaymentWaiting() {
    var payment = instructed(120_000);
    var told = collected(payment, 125_000);
    decide(onlyCase(payment), "REVERSE", "Nộp nhầm");

    assertThat(state(told)).isEqualTo("REVERSING");
    assertThat(reversalsOf(told)).containsExactly(125_000L);
    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    collected(payment, 120_000);
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void wrongAmountIsNotAcceptedOnceThePaymentIsPaid() {
    var payment = instructed(120_000);
    collected(payment, 100_000);
    var file = onlyCase(payment);
    collected(payment, 120_000);

    refused("collection-payment-paid", () -> propose(file, "ACCEPT", "Chấp nhận"));
    propose(file, "REVERSE", "Đã nộp đủ");
  }

  @Test
  void moneyOnAnotherAccountIsACase() {
    var payment = instructed(120_000);
    var message = message(payment.instruction().code(), 120_000);
    tell(
        new CollectionReceived(
            message.message(),
            message.bank(),
            message.reference(),
            new AccountNumber("970415", "999999999999"),
            message.amount(),
            message.text(),
            message.collectedAt(),
            message.receivedAt()));

    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(onlyCase(payment).evidence()).containsEntry("otherAccount", "999999999999");
  }

  @Test
  void codeThatNobodyKnowsWaitsAMinuteBeforeItIsACase() {
    var text = "DVC00000000" + "0"; // well-formed, and never issued but by a chance of 2^-40
    var message = message(text, 50_000);
    tell(message);
    assertThat(isHandled(message)).isFalse();
    assertThat(state(message)).isNull();

    time.travel(Duration.ofSeconds(61));
    tell(message);
    tell(message);
    assertThat(isHandled(message)).isTrue();
    assertThat(caseOf(message).kind()).isEqualTo("collection-unknown-code");
    assertThat(caseOf(message).evidence()).containsEntry("transferText", text);
  }

  @Test
  void unknownMoneyIsAcceptedForThePaymentThatTheReasonNames() {
    var payment = instructed(120_000);
    var message = message("nop le phi", 120_000);
    tell(message);
    var file = caseOf(message);
    refused("collection-target-missing", () -> propose(file, "ACCEPT", "Ngân hàng xác nhận"));
    decide(file, "ACCEPT", "Ngân hàng xác nhận nộp cho " + payment.instruction().code());

    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(state(message)).isEqualTo("ACCEPTED");
  }

  @Test
  void textThatNamesTwoPaymentsIsACase() {
    var one = instructed(120_000);
    var two = instructedFor(DossierCode.of(dossier.text().replace("261125", "261126")), 120_000);
    var message = message(one.instruction().code() + " va " + two.instruction().code(), 120_000);
    tell(message);

    assertThat(caseOf(message).evidence().get("proposal")).contains("nhiều mã");
    assertThat(status(one)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(status(two)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void moneyAfterCancellationThatTwoPersonsAcceptPaysThePayment() {
    var payment = instructed(120_000);
    payments.cancel(payment.id());
    assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    var told = collected(payment, 120_000);
    var file = onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-after-end");
    decide(file, "ACCEPT", "Hồ sơ chưa thanh toán");

    var paid = payments.find(payment.id()).orElseThrow();
    assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(paid.receipts()).hasSize(1);
    assertThat(state(told)).isEqualTo("ACCEPTED");
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.PAID);
  }

  @Test
  void lateMoneyIsNotAcceptedWhileTheDossierIsInAnotherPayment() {
    var payment = instructed(120_000);
    payments.cancel(payment.id());
    var told = collected(payment, 120_000);
    var other = payments.start(PAYER, List.of(dossier), Payments.Method.COUNTER, null);

    var file = onlyCase(payment);
    propose(file, "ACCEPT", "Chấp nhận");
    refused("collection-dossier-taken", () -> confirm(file));
    assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(state(told)).isEqualTo("UNDECIDED");
    assertThat(cases.find(file.id()).orElseThrow().closed()).isNull();
    assertThat(status(other)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void lateMoneyIsNotAcceptedWhenTheFeesHaveChanged() {
    var payment = instructed(120_000);
    payments.cancel(payment.id());
    collected(payment, 120_000);
    dossiers.put(dossier, owing(130_000));

    var file = onlyCase(payment);
    propose(file, "ACCEPT", "Chấp nhận");
    refused("collection-dossier-changed", () -> confirm(file));
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
  }

  @Test
  void secondMoneyMayOnlyBeGivenBack() {
    var payment = instructed(120_000);
    collected(payment, 120_000);
    var second = collected(payment, 120_000);
    var file = onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-second");
    refused("case-decision-unknown", () -> propose(file, "ACCEPT", "Chấp nhận"));
    decide(file, "REVERSE", "Nộp hai lần");

    assertThat(state(second)).isEqualTo("REVERSING");
    assertThat(status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void payerIsRemindedOnceADayBeforeTheEnd() {
    var payment = instructed(120_000);
    time.travel(Duration.ofDays(6).plusMinutes(1));
    await().until(() -> reminders(payment) == 1);
    time.travel(Duration.ofDays(6).plusHours(20));
    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);

    time.travel(Duration.ofDays(7).plusMinutes(1));
    await().until(() -> status(payment) == PaymentStatus.EXPIRED);
    assertThat(reminders(payment)).isEqualTo(1);
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
  }

  @Test
  void nothingIsMarkedPaidOnTheWordOfAProcess() {
    var payment = instructed(120_000);
    var id = payment.id().text();
    assertThatThrownBy(() -> processes.start("settle-dossiers", id, Map.of("paymentId", id)))
        .hasStackTraceContaining("CollectionProof.demandPaid");
    assertThat(status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  private Payment instructed(long amount) {
    return instructedFor(dossier, amount);
  }

  private Payment instructedFor(DossierCode code, long amount) {
    dossiers.put(code, owing(amount));
    return payments.start(PAYER, List.of(code), Payments.Method.COUNTER, null);
  }

  private static DossierContent owing(long amount) {
    var treasury = new DossierContent.Beneficiary("970415", "113366660001", "Sở Tư pháp");
    return new DossierContent(
        "Cấp phiếu lý lịch tư pháp",
        "Sở Tư pháp",
        PAYER,
        LocalDate.of(2027, 12, 31),
        List.of(new DossierContent.Fee("LP01", "Lệ phí", Money.dong(amount), treasury)));
  }

  /** A stored message of the bank; the bank room's own publisher does not come to it here. */
  private CollectionReceived message(String text, long amount) {
    var now = time.now();
    var message =
        new CollectionReceived(
            UUID.randomUUID(),
            "970415",
            "FT" + UUID.randomUUID(),
            new AccountNumber("970415", "118000012345"),
            Money.dong(amount),
            text,
            now,
            now);
    jdbc.sql(
            """
            insert into bank_message
              (id, bank, kind, reference, body_sha256, body, received_at, next_publish_at)
            values (?, ?, 'COLLECTION', ?, 'x', '{}', ?, ?)""")
        .params(
            message.message(),
            message.bank(),
            message.reference(),
            Timestamp.from(now),
            Timestamp.from(now.plus(Duration.ofDays(3650))))
        .update();
    return message;
  }

  private CollectionReceived collected(Payment payment, long amount) {
    var message = message("NOP PHI " + payment.instruction().code(), amount);
    tell(message);
    return message;
  }

  /** As the bank's room does: outside a transaction, and again after a failure. */
  private void tell(CollectionReceived message) {
    for (var tries = 0; ; tries++) {
      try {
        bank.publishEvent(message);
        return;
      } catch (RuntimeException lostARace) {
        if (tries == 3) {
          throw lostARace;
        }
      }
    }
  }

  private Object cancelOrProblem(Payment payment) {
    try {
      return payments.cancel(payment.id());
    } catch (Problem paidMeanwhile) {
      return paidMeanwhile;
    }
  }

  private PaymentStatus status(Payment payment) {
    return payments.find(payment.id()).orElseThrow().status();
  }

  private Cases.Case onlyCase(Payment payment) {
    var all = cases.ofPayment(payment.id().text());
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private Cases.Case caseOf(CollectionReceived told) {
    var id =
        jdbc.sql(
                "select id from case_file where subject = (select cast(id as varchar(36)) from collection where reference = ?)")
            .param(told.reference())
            .query(String.class)
            .single();
    return cases.find(id).orElseThrow();
  }

  private void decide(Cases.Case file, String decision, String reason) {
    propose(file, decision, reason);
    confirm(file);
  }

  private void propose(Cases.Case file, String decision, String reason) {
    complete(file, "operator-1", Map.of("decision", decision, "reason", reason));
  }

  private void confirm(Cases.Case file) {
    complete(file, "operator-2", Map.of("agreed", "AGREED", "reason", "Đã kiểm tra"));
  }

  private void complete(Cases.Case file, String actor, Map<String, Object> said) {
    tasks.complete(tasks.openOf(file.id()).get(0).id(), actor, said);
  }

  private static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .rootCause()
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private String state(CollectionReceived told) {
    return jdbc.sql("select state from collection where reference = ?")
        .param(told.reference())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private List<String> collections(Payment payment) {
    return jdbc.sql("select state from collection where payment = ?")
        .param(payment.id().text())
        .query(String.class)
        .list();
  }

  private List<Long> reversalsOf(CollectionReceived told) {
    return jdbc.sql("select amount from reversal where collection_reference = ?")
        .param(told.reference())
        .query(Long.class)
        .list();
  }

  private boolean isHandled(CollectionReceived told) {
    return jdbc.sql("select handled_at from bank_message where id = ?")
        .param(told.message())
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .isPresent();
  }

  private int reminders(Payment payment) {
    return jdbc.sql("select count(*) from outbox where type = 'payment.reminder' and body like ?")
        .param("%" + payment.id().text() + "%")
        .query(Integer.class)
        .single();
  }

  private static void atOnce(Runnable... acts) throws Exception {
    var start = new CyclicBarrier(acts.length);
    var threads = Executors.newFixedThreadPool(acts.length);
    try {
      var running = new ArrayList<Future<?>>();
      for (var act : acts) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  act.run();
                  return null;
                }));
      }
      for (var each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

class FateOfCollectionsOnH2Test extends FateOfCollections {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
@DirtiesContext
class FateOfCollectionsOnPostgresTest extends FateOfCollections {}
