package vn.dvc.pay.payment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** A debit without an answer is asked for until the bank says what became of it. */
@AccountTest
class UnknownDebitsTest {
  private static final BankAnswer SILENCE = new BankAnswer.Unknown("read-timeout");

  @Autowired AccountFixture fixture;
  @Autowired ScriptedBank bank;
  @Autowired Payments payments;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;

  @Test
  void unknownDebitPaysWhenAnInquiryFindsIt() {
    keepsSilent(ScriptedBank.approved(TransactionState.DEBITED));
    var id = fixture.pay(fixture.owing(10_000));
    fixture.reaches(id, PaymentStatus.BEING_CHECKED);
    assertThatThrownBy(() -> payments.cancel(id)).isInstanceOf(Problem.class);
    time.travel(Duration.ofSeconds(6));
    fixture.reaches(id, PaymentStatus.PAID);
    assertThat(operations(id)).containsOnlyOnce(Operation.DEBIT);
  }

  @Test
  void unknownDebitFoundDeclinedEndsWithItsReason() {
    keepsSilent(
        new BankAnswer.Approved(
            TransactionState.DECLINED, null, null, null, null, "insufficient-funds"));
    var dossier = fixture.owing(10_000);
    var id = fixture.pay(dossier);
    fixture.reaches(id, PaymentStatus.BEING_CHECKED);
    time.travel(Duration.ofSeconds(6));
    fixture.reaches(id, PaymentStatus.DECLINED);
    assertThat(fixture.payment(id).reason()).isEqualTo("insufficient-funds");
    fixture.isFreed(dossier);
  }

  @Test
  void unknownDebitThatTheBankNeverReceivedIsTriedAgainOnceThatIsFinal() {
    keepsSilent(ScriptedBank.approved(TransactionState.NOT_FOUND));
    var id = fixture.pay(fixture.owing(10_000));
    fixture.reaches(id, PaymentStatus.BEING_CHECKED);
    time.travel(
        Duration.ofSeconds(92)); // after its validity, by any clock, the bank does not act on it
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> fixture.payment(id).status() == PaymentStatus.PROCESSING);
    bank.answers(asked -> ScriptedBank.approved(TransactionState.DEBITED));
    time.travel(Duration.ofSeconds(100));
    fixture.reaches(id, PaymentStatus.PAID);
  }

  /** The bank's clock is 20 s slow, so by ours it may act for 50 s on a request valid for 30 s. */
  @Test
  void findingIsNotFinalBeforeTheBanksOwnDeadline() {
    keepsSilent(ScriptedBank.approved(TransactionState.NOT_FOUND));
    var id = fixture.pay(fixture.owing(10_000));
    fixture.reaches(id, PaymentStatus.BEING_CHECKED);
    time.travel(Duration.ofSeconds(39));
    askedInVain(id);
    bank.answers(
        asked ->
            ScriptedBank.approved(TransactionState.DEBITED)); // the bank executed it after 40 s
    time.travel(Duration.ofSeconds(60));
    fixture.reaches(id, PaymentStatus.PAID);
    assertThat(operations(id)).startsWith(Operation.DEBIT, Operation.INQUIRY);
    assertThat(operations(id)).containsOnlyOnce(Operation.DEBIT);
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

  /** Keeps silent on the debit, and finds this when it is asked for it. */
  private void keepsSilent(BankAnswer found) {
    bank.answers(asked -> asked.operation() == Operation.DEBIT ? SILENCE : found);
  }
}
