package vn.dvc.pay.reversal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.payment.outcome.DoubtFixture.found;
import static vn.dvc.pay.payment.outcome.DoubtFixture.soon;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.StoredRequests;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.HeldAnswer;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.account.AccountFixture;
import vn.dvc.pay.payment.outcome.DoubtFixture;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.reversal.process.ReversePaymentSteps.Verdict;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Reversals that cannot be sent, and workers that stall on the way. */
@AccountTest
class StandingReversalsTest {
  private static final BankAnswer NOT_SENT = new BankAnswer.NotSent("breaker-open");
  private static final int[] PAUSES = {10, 30, 60, 300, 900, 1800, 3600};

  @Autowired AccountFixture fixture;
  @Autowired DoubtFixture doubts;
  @Autowired ScriptedBank bank;
  @Autowired Cases cases;
  @Autowired TransactionTemplate transaction;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired Reversals reversals;
  @Autowired ReversalCalls reversalCalls;

  @Test
  void unsentReversalIsACaseAfterTwoHoursAndIsSentWhenTheBankIsBack() {
    var reversal = reversalAnswered(NOT_SENT);
    var passed = triedInVain(reversal, 8);

    assertThat(orders(reversal)).isEqualTo(8);
    assertThat(passed).isBetween(Duration.ofMinutes(105), Duration.ofMinutes(125));
    soon(() -> assertThat(cases.isOpen("reversal-delayed", reversal)).isTrue());
    bank.answers(asked -> found(TransactionState.REVERSED));
    time.travel(passed.plusSeconds(3601));
    soon(() -> assertThat(stateOf(reversal)).isEqualTo("DONE"));
    assertThat(cases.isOpen("reversal-delayed", reversal)).isFalse();
  }

  @Test
  void reversalNamesTheOriginalMoneyAndTheReason() {
    bank.answers(asked -> found(TransactionState.DEBITED));
    var id = fixture.pay(fixture.owing(30_000));
    fixture.reaches(id, PaymentStatus.PAID);
    bank.answers(asked -> found(TransactionState.REVERSED));
    var reversal = transaction.execute(on -> giveBack(id));
    soon(() -> assertThat(stateOf(reversal)).isEqualTo("DONE"));

    assertThat(StoredRequests.newest(jdbc, reversal, Operation.REVERSAL))
        .isEqualTo(
            Map.of(
                "original",
                Map.of("attemptRef", doubts.attemptOf(id).toString()),
                "reason",
                "came too late"));
  }

  @Test
  void twoPersonsWhoConfirmAnotherWayOfReturnEndTheRetries() {
    var reversal = reversalAnswered(NOT_SENT);
    var passed = triedInVain(reversal, 8);
    soon(() -> assertThat(cases.isOpen("reversal-delayed", reversal)).isTrue());
    doubts.decide(caseOf(reversal), "RETURNED_OTHERWISE");

    assertThat(stateOf(reversal)).isEqualTo("RETURNED_OTHERWISE");
    time.travel(passed.plusSeconds(7200));
    assertThat(orders(reversal)).isEqualTo(8);
  }

  @Test
  void anotherWayOfReturnCannotBeConfirmedDuringACallToTheBank() {
    var reversal = reversalAnswered(NOT_SENT);
    var passed = triedInVain(reversal, 8);
    soon(() -> assertThat(cases.isOpen("reversal-delayed", reversal)).isTrue());
    var file = caseOf(reversal);
    doubts.says(
        file, "operator-1", Map.of("decision", "RETURNED_OTHERWISE", "reason", "Chuyển tay"));
    var held = new HeldAnswer(found(TransactionState.REVERSED));
    bank.answers(held);
    time.travel(passed.plusSeconds(3601));
    held.isAsked();

    assertThatThrownBy(
            () -> doubts.says(file, "operator-2", Map.of("agreed", "AGREED", "reason", "Đồng ý")))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("reversal-under-way"));
    held.comes();
    soon(() -> assertThat(stateOf(reversal)).isEqualTo("DONE"));
  }

  @Test
  void answerToAnEarlierRequestDoesNotAffectTheNextOne() {
    var reversal = reversalAnswered(NOT_SENT);
    soon(() -> assertThat(isAwaited(reversal)).isTrue());
    var first = fixture.asked(reversal).get(0).call();
    bank.answers(asked -> ScriptedBank.declined("account-closed", TransactionState.DECLINED));
    time.travel(Duration.ofSeconds(11));
    soon(() -> assertThat(cases.isOpen("reversal-declined", reversal)).isTrue());

    var late = new Answered(first, NOT_SENT);
    var verdict = transaction.execute(status -> reversalCalls.record(reversal, late));
    assertThat(verdict).isEqualTo(Verdict.UNKNOWN);
    assertThat(
            jdbc.sql("select decline_reason from reversal where id = ?")
                .param(reversal)
                .query(String.class)
                .single())
        .isEqualTo("account-closed");
  }

  /**
   * Waits until it has been tried this often, each time as soon as it is due; returns the time that
   * took.
   */
  private Duration triedInVain(String reversal, int tries) {
    var passed = Duration.ZERO;
    for (int made = 1; made < tries; made++) {
      soon(() -> assertThat(isAwaited(reversal)).isTrue());
      passed = passed.plusSeconds(PAUSES[made - 1] + 1);
      time.travel(passed);
      var next = made + 1;
      soon(() -> assertThat(orders(reversal)).isEqualTo(next));
    }
    soon(() -> assertThat(isAwaited(reversal)).isTrue());
    return passed;
  }

  /** How often the bank was told to give the money back. */
  private long orders(String reversal) {
    return fixture.asked(reversal).stream()
        .filter(asked -> asked.operation() == Operation.REVERSAL)
        .count();
  }

  private String reversalAnswered(BankAnswer answer) {
    bank.answers(asked -> found(TransactionState.DEBITED));
    var id = fixture.pay(fixture.owing(30_000));
    fixture.reaches(id, PaymentStatus.PAID);
    bank.answers(asked -> answer);
    return transaction.execute(on -> giveBack(id));
  }

  private String giveBack(PaymentId id) {
    return reversals.giveBack(
        OriginalMoney.debited("970415", doubts.attemptOf(id)),
        id.text(),
        Money.dong(30_000),
        "came too late");
  }

  private String stateOf(String reversal) {
    return jdbc.sql("select state from reversal where id = ?")
        .param(reversal)
        .query(String.class)
        .single();
  }

  private String caseOf(String reversal) {
    return jdbc.sql("select id from case_file where subject = ? and closed_at is null")
        .param(reversal)
        .query(String.class)
        .single();
  }

  /** Whether it waits for its next try. */
  private boolean isAwaited(String reversal) {
    return jdbc.sql(
                """
                select count(*) from act_ru_event_subscr s
                join act_ru_execution e on e.id_ = s.execution_id_
                join act_ru_execution i on i.id_ = e.proc_inst_id_
                where s.event_name_ = 'returnedMeanwhile' and i.business_key_ = ?""")
            .param(reversal)
            .query(Integer.class)
            .single()
        == 1;
  }
}
