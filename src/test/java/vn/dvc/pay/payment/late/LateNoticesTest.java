package vn.dvc.pay.payment.late;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.payment.outcome.DoubtFixture.found;
import static vn.dvc.pay.payment.outcome.DoubtFixture.soon;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.account.AccountFixture;
import vn.dvc.pay.payment.outcome.DoubtFixture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;

/** Notices about an attempt settled as not executed: a false one never masks a true one. */
@AccountTest
class LateNoticesTest {
  @Autowired DoubtFixture doubts;
  @Autowired AccountFixture fixture;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired ScriptedBank bank;

  @Test
  void confirmedNoticeReturnsTheMoneyEvenAfterAnEarlierFalseOne() {
    var inquiries = new AtomicInteger();
    bank.answers(
        asked ->
            switch (asked.operation()) {
              case DEBIT -> ScriptedBank.declined("bank-declined", TransactionState.DECLINED);
              case REVERSAL -> found(TransactionState.REVERSED);
              default ->
                  found(
                      inquiries.incrementAndGet() == 1
                          ? TransactionState.DECLINED
                          : TransactionState.DEBITED);
            });
    var id = fixture.pay(fixture.owing(30_000));
    fixture.reaches(id, PaymentStatus.DECLINED);

    doubts.notice(doubts.attemptOf(id));
    time.travel(Duration.ofSeconds(6));
    soon(() -> assertThat(inquiries).hasValue(1));
    soon(() -> assertThat(doubtsAbout(id)).isZero());
    assertThat(doubts.reversalsOf(id)).isZero();

    doubts.notice(doubts.attemptOf(id));
    time.travel(Duration.ofSeconds(12));
    soon(() -> assertThat(reversalsDone(id)).isEqualTo(1));

    doubts.notice(doubts.attemptOf(id));
    assertThat(doubtsAbout(id)).isZero();
    assertThat(doubts.reversalsOf(id)).isEqualTo(1);
    assertThat(doubts.asked(id, Operation.REVERSAL)).isEqualTo(1);
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
