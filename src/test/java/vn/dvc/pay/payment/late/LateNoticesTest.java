package vn.dvc.pay.payment.late;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.AnsweringBank;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.outcome.DoubtFixture;
import vn.dvc.pay.values.PaymentId;

/** Notices about an attempt settled as not executed: a false one never masks a true one. */
class LateNoticesTest extends DoubtFixture {

  @Test
  void confirmedNoticeReturnsTheMoneyEvenAfterAnEarlierFalseOne() {
    var inquiries = new AtomicInteger();
    bank.answers(
        asked ->
            switch (asked.operation()) {
              case DEBIT -> AnsweringBank.declined("bank-declined", TransactionState.DECLINED);
              case REVERSAL -> found(TransactionState.REVERSED);
              default ->
                  found(
                      inquiries.incrementAndGet() == 1
                          ? TransactionState.DECLINED
                          : TransactionState.DEBITED);
            });
    var id = pay(owing(30_000));
    reaches(id, PaymentStatus.DECLINED);

    notice(attemptOf(id));
    time.travel(Duration.ofSeconds(6));
    soon(() -> assertThat(inquiries).hasValue(1));
    soon(() -> assertThat(doubtsAbout(id)).isZero());
    assertThat(reversalsOf(id)).isZero();

    notice(attemptOf(id));
    time.travel(Duration.ofSeconds(12));
    soon(() -> assertThat(reversalsDone(id)).isEqualTo(1));

    notice(attemptOf(id));
    assertThat(doubtsAbout(id)).isZero();
    assertThat(reversalsOf(id)).isEqualTo(1);
    assertThat(asked(Operation.REVERSAL)).isEqualTo(1);
  }

  private long doubtsAbout(PaymentId id) {
    return count("select count(*) from clarification where payment = ?", id);
  }

  private long reversalsDone(PaymentId id) {
    return count("select count(*) from reversal where payment = ? and state = 'DONE'", id);
  }

  private long count(String sql, PaymentId id) {
    return jdbc.sql(sql).param(id.text()).query(Long.class).single();
  }
}
