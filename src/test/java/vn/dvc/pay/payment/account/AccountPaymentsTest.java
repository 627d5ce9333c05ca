package vn.dvc.pay.payment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.StoredRequests;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.AnsweringBank;
import vn.dvc.pay.bank.channel.AnsweringBank.Asked;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.settlement.SettleDossiersSteps;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** A payment by account under every behaviour of its bank. */
class AccountPaymentsTest extends AccountFixture {
  private static final BankAnswer NOT_SENT = new BankAnswer.NotSent("connect-refused");

  @Autowired AccountPayments accounts;
  @Autowired MoneyCalls money;
  @Autowired TransactionTemplate transaction;
  @Autowired SettleDossiersSteps settle;

  @Test
  void manyDossiersArePaidByOneDebitOfAllTheirLines() {
    var first = owing(10_000, 5_000);
    var second = owing(20_000);
    var id = pay(first, second);
    reaches(id, PaymentStatus.PAID);
    assertThat(asked(id))
        .singleElement()
        .satisfies(
            debit -> {
              assertThat(debit.operation()).isEqualTo(Operation.DEBIT);
              assertThat(debit.amount().dong()).isEqualTo(35_000).isEqualTo(sumOfLines(debit));
              assertThat(lines(debit)).hasSize(3);
              assertThat(lines(debit))
                  .allSatisfy(
                      line -> assertThat(line).containsKeys("dossier", "fee", "beneficiary"));
              assertThat(debit.body())
                  .containsEntry("mandate", "UQ0001")
                  .containsEntry("account", "113366668888")
                  .containsEntry("payment", id.text());
            });
    assertThat(payment(id).receipts()).hasSize(2);
    assertThat(payment(id).account().number()).isEqualTo("********8888");
    assertThat(statuses(id)).containsExactly("created", "processing", "paid");
    assertThat(dossiers.find(first).orElseThrow().status()).isEqualTo(Dossier.Status.PAID);
  }

  @Test
  void bankIsToldThePaymentItsMandateAndItsLines() {
    var dossier = owing(10_000);
    var id = pay(dossier);
    reaches(id, PaymentStatus.PAID);
    assertThat(StoredRequests.newest(jdbc, id.text(), Operation.DEBIT))
        .isEqualTo(
            Map.of(
                "payment",
                id.text(),
                "mandate",
                "UQ0001",
                "account",
                "113366668888",
                "lines",
                List.of(
                    Map.of(
                        "dossier",
                        dossier.text(),
                        "fee",
                        "LP00",
                        "amount",
                        10_000,
                        "beneficiary",
                        Map.of(
                            "bank", "970415",
                            "account", "118000054321",
                            "name", "Sở Tư pháp")))));
  }

  @Test
  void payerNeedsARegisteredAccount() {
    when(registrations.mandateOf(any())).thenReturn(Optional.empty());
    refusedAs("not-registered");
  }

  @Test
  void suspendedRegistrationCannotPay() {
    when(registrations.mandateOf(any())).thenReturn(Optional.empty());
    var suspended = mock(Registration.class);
    when(suspended.status()).thenReturn(RegistrationStatus.SUSPENDED);
    when(registrations.ofPayer(COMPANY.id())).thenReturn(List.of(suspended));
    refusedAs("mandate-suspended");
  }

  @Test
  void mandateThatIsNoLongerInForceIsNotDebited() {
    when(registrations.isInForce(REGISTRATION)).thenReturn(false);
    var dossier = owing(10_000);
    var id = pay(dossier);
    reaches(id, PaymentStatus.DECLINED);
    assertThat(payment(id).reason()).isEqualTo("mandate-suspended");
    assertThat(asked(id)).isEmpty();
    freed(dossier);
  }

  @Test
  void mandateThatIsSuspendedBetweenTwoTriesIsNotDebitedAgain() {
    bank.answers(asked -> NOT_SENT);
    var id = pay(owing(10_000));
    triedInVain(id, 1);
    when(registrations.isInForce(REGISTRATION)).thenReturn(false);
    time.travel(Duration.ofSeconds(6));
    reaches(id, PaymentStatus.DECLINED);
    assertThat(payment(id).reason()).isEqualTo("mandate-suspended");
    assertThat(asked(id)).hasSize(1);
  }

  @Test
  void mandateThatIsSuspendedBeforeTheDebitLeavesIsNotDebited() {
    when(registrations.isInForce(REGISTRATION)).thenReturn(true, false);
    var dossier = owing(10_000);
    var id = pay(dossier);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> payment(id).status().isFinished() || waitsForTheNextTry(id));
    time.travel(Duration.ofSeconds(6));
    reaches(id, PaymentStatus.DECLINED);
    assertThat(payment(id).reason()).isEqualTo("mandate-suspended");
    assertThat(asked(id)).isEmpty();
    freed(dossier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insufficient-funds",
        "limit-exceeded",
        "mandate-suspended",
        "account-closed",
        "account-blocked",
        "bank-declined"
      })
  void declinedDebitKeepsTheBanksReasonAndFreesTheDossiers(String reason) {
    bank.answers(asked -> AnsweringBank.declined(reason, TransactionState.DECLINED));
    var dossier = owing(10_000);
    var id = pay(dossier);
    reaches(id, PaymentStatus.DECLINED);
    assertThat(payment(id).reason()).isEqualTo(reason);
    assertThat(payment(id).lastDecline().code()).isEqualTo(reason);
    freed(dossier);
    bank.answers(asked -> AnsweringBank.approved(TransactionState.DEBITED));
    reaches(pay(dossier), PaymentStatus.PAID);
  }

  @Test
  void debitThatNeverLeftIsSentAgainAsTheNextOfItsAttempt() {
    bank.answers(asked -> NOT_SENT);
    var id = pay(owing(10_000));
    triedInVain(id, 1);
    bank.answers(asked -> AnsweringBank.approved(TransactionState.DEBITED));
    time.travel(Duration.ofSeconds(6));
    reaches(id, PaymentStatus.PAID);
    assertThat(
            jdbc.sql(
                    "select c.seq from bank_call c join attempt a on a.attempt_ref = c.attempt_ref"
                        + " where a.subject = ? order by c.seq")
                .param(id.text())
                .query(Integer.class)
                .list())
        .containsExactly(1, 2);
  }

  @Test
  void requestThatReachedTheBankTooLateIsSentAgain() {
    bank.answers(asked -> AnsweringBank.declined("request-expired", TransactionState.NOT_FOUND));
    var id = pay(owing(10_000));
    triedInVain(id, 1);
    bank.answers(asked -> AnsweringBank.approved(TransactionState.DEBITED));
    time.travel(Duration.ofSeconds(6));
    reaches(id, PaymentStatus.PAID);
    assertThat(payment(id).reason()).isNull();
  }

  @Test
  void bankThatCannotBeReachedEndsThePaymentAfterAFewTries() {
    bank.answers(asked -> NOT_SENT);
    var dossier = owing(10_000);
    var id = pay(dossier);
    var passed = Duration.ZERO;
    for (int tries = 1; tries <= 4; tries++) {
      triedInVain(id, tries);
      passed = passed.plus(Duration.ofSeconds(200));
      time.travel(passed);
    }
    reaches(id, PaymentStatus.DECLINED);
    assertThat(payment(id).reason()).isEqualTo("bank-unavailable");
    assertThat(asked(id)).hasSize(5);
    freed(dossier);
  }

  @Test
  void windowThatEndsBetweenTwoTriesExpiresThePayment() {
    bank.answers(asked -> NOT_SENT);
    var dossier = owing(10_000);
    var id = pay(dossier);
    triedInVain(id, 1);
    time.travel(Duration.ofMinutes(31));
    reaches(id, PaymentStatus.EXPIRED);
    assertThat(payment(id).reason()).isEqualTo("window-ended");
    assertThat(asked(id)).hasSize(1);
    freed(dossier);
  }

  @Test
  void payerMayCancelBetweenTwoTries() {
    bank.answers(asked -> NOT_SENT);
    var dossier = owing(10_000);
    var id = pay(dossier);
    triedInVain(id, 1);
    assertThat(payments.cancel(id).status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(payment(id).reason()).isEqualTo("cancelled-by-payer");
    freed(dossier);
  }

  @Test
  void paymentCannotBeCancelledDuringItsDebit() throws InterruptedException {
    var reached = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    bank.answers(
        asked -> {
          reached.countDown();
          awaitIt(answer);
          return AnsweringBank.approved(TransactionState.DEBITED);
        });
    var id = pay(owing(10_000));
    try {
      assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> payments.cancel(id))
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.code()).isEqualTo("already-processing"));
    } finally {
      answer.countDown();
    }
    reaches(id, PaymentStatus.PAID);
  }

  @Test
  void unknownDebitIsAskedForAndPaidWhenTheBankFindsIt() {
    bank.answers(
        asked ->
            asked.operation() == Operation.DEBIT
                ? new BankAnswer.Unknown("read-timeout")
                : AnsweringBank.approved(TransactionState.DEBITED));
    var id = pay(owing(10_000));
    reaches(id, PaymentStatus.BEING_CHECKED);
    assertThatThrownBy(() -> payments.cancel(id)).isInstanceOf(Problem.class);
    time.travel(Duration.ofSeconds(6));
    reaches(id, PaymentStatus.PAID);
    assertThat(operations(id)).containsOnlyOnce(Operation.DEBIT);
  }

  @Test
  void unknownDebitThatTheBankFindsDeclinedEndsWithItsReason() {
    bank.answers(
        asked ->
            asked.operation() == Operation.DEBIT
                ? new BankAnswer.Unknown("read-timeout")
                : new BankAnswer.Approved(
                    TransactionState.DECLINED, null, null, null, null, "insufficient-funds"));
    var dossier = owing(10_000);
    var id = pay(dossier);
    reaches(id, PaymentStatus.BEING_CHECKED);
    time.travel(Duration.ofSeconds(6));
    reaches(id, PaymentStatus.DECLINED);
    assertThat(payment(id).reason()).isEqualTo("insufficient-funds");
    freed(dossier);
  }

  @Test
  void unknownDebitThatTheBankNeverSawIsTriedAgainOnceThatIsFinal() {
    bank.answers(
        asked ->
            asked.operation() == Operation.DEBIT
                ? new BankAnswer.Unknown("read-timeout")
                : AnsweringBank.approved(TransactionState.NOT_FOUND));
    var id = pay(owing(10_000));
    reaches(id, PaymentStatus.BEING_CHECKED);
    time.travel(
        Duration.ofSeconds(92)); // after its validity, by any clock, the bank does not act on it
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> payment(id).status() == PaymentStatus.PROCESSING);
    bank.answers(asked -> AnsweringBank.approved(TransactionState.DEBITED));
    time.travel(Duration.ofSeconds(100));
    reaches(id, PaymentStatus.PAID);
  }

  /** The bank's clock is 20 s slow, so by ours it may act for 50 s on a request valid for 30 s. */
  @Test
  void findingIsNotFinalBeforeTheBanksOwnDeadline() {
    bank.answers(
        asked ->
            asked.operation() == Operation.DEBIT
                ? new BankAnswer.Unknown("read-timeout")
                : AnsweringBank.approved(TransactionState.NOT_FOUND));
    var id = pay(owing(10_000));
    reaches(id, PaymentStatus.BEING_CHECKED);
    time.travel(Duration.ofSeconds(39));
    askedInVain(id);
    bank.answers(
        asked ->
            AnsweringBank.approved(TransactionState.DEBITED)); // the bank executed it after 40 s
    time.travel(Duration.ofSeconds(60));
    reaches(id, PaymentStatus.PAID);
    assertThat(operations(id)).startsWith(Operation.DEBIT, Operation.INQUIRY);
    assertThat(operations(id)).containsOnlyOnce(Operation.DEBIT);
  }

  /** The payment moves on to its next debit while the worker of the first one is stalled. */
  @Test
  void earlierAnswerDoesNotMakeTheNextDebitCancellable() throws InterruptedException {
    bank.answers(asked -> NOT_SENT);
    var id = pay(owing(10_000));
    triedInVain(id, 1);
    var old = asked(id).get(0).call();
    var reached = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    bank.answers(
        asked -> {
          reached.countDown();
          awaitIt(answer);
          return AnsweringBank.approved(TransactionState.DEBITED);
        });
    time.travel(Duration.ofSeconds(6));
    try {
      assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
      recorded(id, new Answered(old, NOT_SENT));
      assertThatThrownBy(() -> payments.cancel(id))
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.code()).isEqualTo("already-processing"));
    } finally {
      answer.countDown();
    }
    reaches(id, PaymentStatus.PAID);
  }

  /** Payments of other tests may still be in doubt, so only this one's inquiries count. */
  private void askedInVain(PaymentId id) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                jdbc.sql("select count(*) from clarification where payment = ? and inquiries > 0")
                        .param(id.text())
                        .query(Integer.class)
                        .single()
                    > 0);
  }

  /** Everything the bank was asked about this payment, in order. */
  /** Filters, because payments of other tests are still alive in the same application. */
  private List<Asked> asked(PaymentId id) {
    var own =
        jdbc.sql(
                "select c.call_ref from bank_call c join attempt a on a.attempt_ref = c.attempt_ref"
                    + " where a.subject = ?")
            .param(id.text())
            .query(UUID.class)
            .set();
    return bank.asked().stream().filter(asked -> own.contains(asked.call().id())).toList();
  }

  private List<Operation> operations(PaymentId id) {
    return jdbc
        .sql(
            """
            select c.operation from bank_call c join attempt a on a.attempt_ref = c.attempt_ref
            where a.subject = ? order by c.prepared_at, c.seq""")
        .param(id.text())
        .query(String.class)
        .list()
        .stream()
        .map(Operation::valueOf)
        .toList();
  }

  private String recorded(PaymentId id, Answered answered) {
    return transaction.execute(status -> money.record(id, answered, accounts::read));
  }

  @Test
  void answerRecordedTwiceActsOnce() {
    bank.answers(asked -> NOT_SENT);
    var id = pay(owing(10_000));
    triedInVain(id, 1);
    var planned = accounts.nextTryAt(id);
    var again = new Answered(asked(id).get(0).call(), NOT_SENT);
    assertThat(recorded(id, again)).isEqualTo("NOT_SENT");
    assertThat(accounts.nextTryAt(id)).isEqualTo(planned);

    bank.answers(asked -> AnsweringBank.approved(TransactionState.DEBITED));
    time.travel(Duration.ofSeconds(6));
    reaches(id, PaymentStatus.PAID);
    var paid = payment(id);
    var approved = AnsweringBank.approved(TransactionState.DEBITED);
    var debit = new Answered(asked(id).get(0).call(), approved);
    assertThat(recorded(id, debit)).isEqualTo("DEBITED");
    assertThat(payment(id)).usingRecursiveComparison().isEqualTo(paid);
  }

  @Test
  void onlyADebitOfExactlyItsLinesPays() {
    bank.answers(asked -> NOT_SENT);
    var dossier = owing(10_000);
    var id = pay(dossier);
    triedInVain(id, 1);
    assertThatThrownBy(() -> settle.settlePayment(id.text()))
        .isInstanceOf(IllegalStateException.class);
    jdbc.sql(
            "update attempt set state = 'DEBITED', amount = 9999 where subject = ? and state ="
                + " 'NOT_EXECUTED'")
        .param(id.text())
        .update();
    assertThatThrownBy(() -> settle.settlePayment(id.text()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.IN_PROGRESS);
  }

  private void refusedAs(String code) {
    var dossier = owing(10_000);
    assertThatThrownBy(() -> pay(dossier))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.status()).isEqualTo(409);
            });
    freed(dossier);
    assertThat(bank.asked()).noneMatch(asked -> asked.body().toString().contains(dossier.text()));
  }

  private void freed(DossierCode dossier) {
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
  }

  /** Simulates this many debits that never left; the payment waits for the next one. */
  private void triedInVain(PaymentId id, int times) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                jdbc.sql(
                        "select count(*) from bank_call c join attempt a on a.attempt_ref ="
                            + " c.attempt_ref where a.subject = ? and c.answer is not null")
                    .param(id.text())
                    .query(Integer.class)
                    .single()
                    .equals(times));
    assertThat(payment(id).status()).isEqualTo(PaymentStatus.PROCESSING);
  }

  private boolean waitsForTheNextTry(PaymentId id) {
    return jdbc.sql("select count(*) from payment where id = ? and next_try_at is not null")
            .param(id.text())
            .query(Long.class)
            .single()
        > 0;
  }

  private List<String> statuses(PaymentId id) {
    return payment(id).history().stream()
        .map(Payment.StatusChange::status)
        .map(PaymentStatus::word)
        .toList();
  }

  private static void awaitIt(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
