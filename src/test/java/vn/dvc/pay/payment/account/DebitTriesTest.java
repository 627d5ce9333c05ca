package vn.dvc.pay.payment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.HeldAnswer;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** A debit that never left is tried again, unless its payment ends between two tries. */
@AccountTest
class DebitTriesTest {
  private static final BankAnswer NOT_SENT = new BankAnswer.NotSent("connect-refused");

  @Autowired AccountFixture fixture;
  @Autowired ScriptedBank bank;
  @Autowired Payments payments;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired AccountPayments accounts;
  @Autowired MoneyCalls money;
  @Autowired TransactionTemplate transaction;

  @Test
  void debitThatWasNotSentIsRepeatedWithinItsAttempt() {
    bank.answers(asked -> NOT_SENT);
    var id = fixture.pay(fixture.owing(10_000));
    fixture.triedInVain(id, 1);
    bank.answers(asked -> ScriptedBank.approved(TransactionState.DEBITED));
    time.travel(Duration.ofSeconds(6));
    fixture.reaches(id, PaymentStatus.PAID);
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
  void debitThatReachedTheBankTooLateIsSentAgain() {
    bank.answers(asked -> ScriptedBank.declined("request-expired", TransactionState.NOT_FOUND));
    var id = fixture.pay(fixture.owing(10_000));
    fixture.triedInVain(id, 1);
    bank.answers(asked -> ScriptedBank.approved(TransactionState.DEBITED));
    time.travel(Duration.ofSeconds(6));
    fixture.reaches(id, PaymentStatus.PAID);
    assertThat(fixture.payment(id).reason()).isNull();
  }

  @Test
  void bankThatCannotBeReachedEndsThePaymentAfterAFewTries() {
    bank.answers(asked -> NOT_SENT);
    var dossier = fixture.owing(10_000);
    var id = fixture.pay(dossier);
    var passed = Duration.ZERO;
    for (int tries = 1; tries <= 4; tries++) {
      fixture.triedInVain(id, tries);
      passed = passed.plus(Duration.ofSeconds(200));
      time.travel(passed);
    }
    fixture.reaches(id, PaymentStatus.DECLINED);
    assertThat(fixture.payment(id).reason()).isEqualTo("bank-unavailable");
    assertThat(fixture.asked(id)).hasSize(5);
    fixture.isFreed(dossier);
  }

  @Test
  void windowThatEndsBetweenTwoTriesExpiresThePayment() {
    bank.answers(asked -> NOT_SENT);
    var dossier = fixture.owing(10_000);
    var id = fixture.pay(dossier);
    fixture.triedInVain(id, 1);
    time.travel(Duration.ofMinutes(31));
    fixture.reaches(id, PaymentStatus.EXPIRED);
    assertThat(fixture.payment(id).reason()).isEqualTo("window-ended");
    assertThat(fixture.asked(id)).hasSize(1);
    fixture.isFreed(dossier);
  }

  @Test
  void payerMayCancelBetweenTwoTries() {
    bank.answers(asked -> NOT_SENT);
    var dossier = fixture.owing(10_000);
    var id = fixture.pay(dossier);
    fixture.triedInVain(id, 1);
    assertThat(payments.cancel(id).status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(fixture.payment(id).reason()).isEqualTo("cancelled-by-payer");
    fixture.isFreed(dossier);
  }

  @Test
  void paymentCannotBeCancelledDuringItsDebit() {
    try (var debit = new HeldAnswer(ScriptedBank.approved(TransactionState.DEBITED))) {
      bank.answers(debit);
      var id = fixture.pay(fixture.owing(10_000));
      debit.isAsked();
      cannotBeCancelled(id);
      debit.comes();
      fixture.reaches(id, PaymentStatus.PAID);
    }
  }

  /** The payment moves on to its next debit while the worker of the first one is stalled. */
  @Test
  void earlierAnswerDoesNotMakeTheNextDebitCancellable() {
    bank.answers(asked -> NOT_SENT);
    var id = fixture.pay(fixture.owing(10_000));
    fixture.triedInVain(id, 1);
    var old = fixture.asked(id).get(0).call();
    try (var next = new HeldAnswer(ScriptedBank.approved(TransactionState.DEBITED))) {
      bank.answers(next);
      time.travel(Duration.ofSeconds(6));
      next.isAsked();
      recorded(id, new Answered(old, NOT_SENT));
      cannotBeCancelled(id);
    }
    fixture.reaches(id, PaymentStatus.PAID);
  }

  @Test
  void answerRecordedTwiceActsOnce() {
    bank.answers(asked -> NOT_SENT);
    var id = fixture.pay(fixture.owing(10_000));
    fixture.triedInVain(id, 1);
    var planned = accounts.nextTryAt(id);
    var again = new Answered(fixture.asked(id).get(0).call(), NOT_SENT);
    assertThat(recorded(id, again)).isEqualTo("NOT_SENT");
    assertThat(accounts.nextTryAt(id)).isEqualTo(planned);

    bank.answers(asked -> ScriptedBank.approved(TransactionState.DEBITED));
    time.travel(Duration.ofSeconds(6));
    fixture.reaches(id, PaymentStatus.PAID);
    var paid = fixture.payment(id);
    var approved = ScriptedBank.approved(TransactionState.DEBITED);
    var debit = new Answered(fixture.asked(id).get(0).call(), approved);
    assertThat(recorded(id, debit)).isEqualTo("DEBITED");
    assertThat(fixture.payment(id)).usingRecursiveComparison().isEqualTo(paid);
  }

  private void cannotBeCancelled(PaymentId id) {
    assertThatThrownBy(() -> payments.cancel(id))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo("already-processing"));
  }

  private String recorded(PaymentId id, Answered answered) {
    return transaction.execute(status -> money.record(id, answered, accounts::read));
  }
}
