package vn.dvc.pay.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.bank.notices.NoticeReceived;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.account.AccountFixture;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Whoever requests a reversal: no more of an original is given back than was taken. */
@AccountTest
abstract class GivenBackOnce {
  @Autowired AccountFixture fixture;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired ScriptedBank bank;
  @Autowired Reversals reversals;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;

  @Test
  void moneyReturnedByTwoPersonsIsNotReturnedAgainAsALateSuccess() {
    bank.answers(
        asked ->
            switch (asked.operation()) {
              case DEBIT -> ScriptedBank.declined("insufficient-funds", TransactionState.DECLINED);
              case REVERSAL -> ScriptedBank.approved(TransactionState.REVERSED);
              default -> ScriptedBank.approved(TransactionState.DEBITED);
            });
    var id = fixture.pay(fixture.owing(30_000));
    fixture.reaches(id, PaymentStatus.DECLINED);
    giveBack(originalOf(id), id, 30_000, "DVC Pay, case of the statement");

    events.publishEvent(
        new NoticeReceived(
            UUID.randomUUID(),
            "970415",
            attemptOf(id).toString(),
            "TRANSACTION_CHANGED",
            time.now()));
    time.travel(Duration.ofSeconds(6));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(attemptState(id)).isEqualTo("DEBITED");
              assertThat(doubtsAbout(id)).isZero();
              assertThat(unfinishedReversals(id)).isZero();
            });
    assertThat(reversedAmounts(id)).containsExactly(30_000L);
    var original = Map.of("attemptRef", attemptOf(id).toString());
    assertThat(bank.asked())
        .filteredOn(asked -> original.equals(asked.body().get("original")))
        .hasSize(1);
  }

  @Test
  void partsMayGoBackUntilNothingIsLeft() {
    var id = paid(50_000);
    giveBack(originalOf(id), id, 20_000, "first part");
    giveBack(originalOf(id), id, 30_000, "second part");
    refused(() -> giveBack(originalOf(id), id, 1, "third part"));
    assertThat(reversedAmounts(id)).containsExactlyInAnyOrder(20_000L, 30_000L);
  }

  @Test
  void moreThanWasTakenIsRefused() {
    var id = paid(50_000);
    refused(() -> giveBack(originalOf(id), id, 50_001, "too much"));
    assertThat(reversedAmounts(id)).isEmpty();
  }

  @Test
  void onlyOneOfTwoConcurrentFullReversalsSucceeds() throws Exception {
    var id = paid(50_000);
    var start = new CyclicBarrier(2);
    var threads = Executors.newFixedThreadPool(2);
    try {
      Callable<String> statement = () -> codeOf(start, id, "the statement");
      Callable<String> lateSuccess = () -> codeOf(start, id, "late success");
      var codes =
          threads.invokeAll(List.of(statement, lateSuccess)).stream()
              .map(
                  code -> {
                    try {
                      return code.get();
                    } catch (Exception failed) {
                      throw new AssertionError(failed);
                    }
                  });
      assertThat(codes).containsExactlyInAnyOrder("done", "money-given-back");
    } finally {
      threads.shutdownNow();
    }
    assertThat(reversedAmounts(id)).containsExactly(50_000L);
  }

  /** The second line of defence, in case the first one is ever forgotten. */
  @Test
  void tablesRefuseMoreThanWasTakenAndASecondReversalForOneReason() {
    var id = paid(50_000);
    giveBack(originalOf(id), id, 20_000, "one reason");
    assertThatThrownBy(
            () ->
                jdbc.sql("update taken_money set given_back = 50001 where reference = ?")
                    .param(attemptOf(id).toString())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> giveBack(originalOf(id), id, 20_000, "one reason"))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(reversedAmounts(id)).containsExactly(20_000L);
  }

  @Test
  void debitBookedTwiceIsReturnedOnlyUpToTheSecondBooking() {
    var id = paid(50_000);
    var again = originalOf(id).bookedAgain(attemptOf(id) + "#2", Money.dong(50_000));
    giveBack(again, id, 50_000, "the statement");
    refused(() -> giveBack(again, id, 50_000, "the statement of the next day"));
    giveBack(originalOf(id), id, 50_000, "refund");
    assertThat(reversedAmounts(id)).containsExactly(50_000L, 50_000L);
  }

  @Test
  void excessShownByTheStatementMayBeReturnedInFull() {
    var id = paid(50_000);
    giveBack(originalOf(id).onStatement(Money.dong(60_000)), id, 60_000, "the statement");
    refused(() -> giveBack(originalOf(id), id, 1, "late success"));
  }

  private String codeOf(CyclicBarrier start, PaymentId id, String reason) throws Exception {
    start.await();
    try {
      giveBack(originalOf(id), id, 50_000, reason);
      return "done";
    } catch (Problem problem) {
      return problem.code();
    }
  }

  private PaymentId paid(long amount) {
    bank.answers(
        asked ->
            ScriptedBank.approved(
                asked.operation() == Operation.REVERSAL
                    ? TransactionState.REVERSED
                    : TransactionState.DEBITED));
    var id = fixture.pay(fixture.owing(amount));
    fixture.reaches(id, PaymentStatus.PAID);
    return id;
  }

  private String giveBack(OriginalMoney original, PaymentId id, long amount, String reason) {
    return transaction.execute(
        on -> reversals.giveBack(original, id.text(), Money.dong(amount), reason));
  }

  private OriginalMoney originalOf(PaymentId id) {
    return OriginalMoney.debited("970415", attemptOf(id));
  }

  private AttemptRef attemptOf(PaymentId id) {
    return new AttemptRef(
        jdbc.sql("select attempt_ref from attempt where subject = ?")
            .param(id.text())
            .query(UUID.class)
            .single());
  }

  private String attemptState(PaymentId id) {
    return jdbc.sql("select state from attempt where subject = ?")
        .param(id.text())
        .query(String.class)
        .single();
  }

  private long doubtsAbout(PaymentId id) {
    return count("select count(*) from clarification where payment = ?", id);
  }

  private long unfinishedReversals(PaymentId id) {
    return count("select count(*) from reversal where payment = ? and state <> 'DONE'", id);
  }

  private List<Long> reversedAmounts(PaymentId id) {
    return jdbc.sql("select amount from reversal where payment = ?")
        .param(id.text())
        .query(Long.class)
        .list();
  }

  private long count(String sql, PaymentId id) {
    return jdbc.sql(sql).param(id.text()).query(Long.class).single();
  }

  private static void refused(Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("money-given-back"));
  }
}

class GivenBackOnceOnH2Test extends GivenBackOnce {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
@DirtiesContext
class GivenBackOnceOnPostgresTest extends GivenBackOnce {}
