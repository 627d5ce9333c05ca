package vn.dvc.pay.payment.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.NoticeReceived;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.AnsweringBank;
import vn.dvc.pay.bank.channel.AnsweringBank.Asked;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.account.AccountFixture;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/** Payments with unknown outcomes, and a bank that answers when the test allows it. */
public abstract class DoubtFixture extends AccountFixture {
  protected static final BankAnswer SILENCE = new BankAnswer.Unknown("no-answer");

  @Autowired protected Cases cases;
  @Autowired protected HumanTasks tasks;
  @Autowired protected BankCalls calls;
  @Autowired protected TransactionTemplate transaction;
  @Autowired protected ApplicationEventPublisher events;

  /** Answers inquiries with this, and debits not at all. */
  protected void bankFinds(Supplier<BankAnswer> inquiry) {
    bank.answers(asked -> asked.operation() == Operation.INQUIRY ? inquiry.get() : SILENCE);
  }

  protected PaymentId inDoubt() {
    var id = pay(owing(30_000));
    reaches(id, PaymentStatus.BEING_CHECKED);
    return id;
  }

  protected static BankAnswer found(TransactionState state) {
    return AnsweringBank.approved(state);
  }

  protected AttemptRef attemptOf(PaymentId id) {
    return new AttemptRef(
        jdbc.sql("select attempt_ref from attempt where subject = ?")
            .param(id.text())
            .query(UUID.class)
            .single());
  }

  protected long asked(Operation operation) {
    return bank.asked().stream().filter(it -> it.operation() == operation).count();
  }

  /** Opens the case for two persons before it is due. */
  protected String caseOf(PaymentId id) {
    return transaction.execute(
        on ->
            cases.open(
                "unknown-outcome", attemptOf(id).toString(), id.text(), "UNKNOWN", Map.of()));
  }

  protected void decide(String file, String decision) {
    says(file, "operator-1", Map.of("decision", decision, "reason", "Ngân hàng xác nhận"));
    says(file, "operator-2", Map.of("agreed", "AGREED", "reason", "Đã kiểm tra"));
  }

  protected void says(String file, String actor, Map<String, Object> said) {
    tasks.complete(tasks.openOf(file).get(0).id(), actor, said);
  }

  /** Publishes a bank notice as the bank module does. */
  protected void notice(AttemptRef attempt) {
    events.publishEvent(
        new NoticeReceived(
            UUID.randomUUID(), "970415", attempt.toString(), "TRANSACTION_CHANGED", time.now()));
  }

  protected long reversalsOf(PaymentId id) {
    return jdbc.sql("select count(*) from reversal where payment = ?")
        .param(id.text())
        .query(Long.class)
        .single();
  }

  protected static void soon(ThrowingRunnable fact) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(fact);
  }

  /** An answer that arrives when the test releases it. */
  protected static class Held implements Function<Asked, BankAnswer> {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final BankAnswer answer;

    public Held(BankAnswer answer) {
      this.answer = answer;
    }

    @Override
    public BankAnswer apply(Asked question) {
      asked.countDown();
      passes(released);
      return answer;
    }

    public void isAsked() {
      passes(asked);
    }

    public void comes() {
      released.countDown();
    }

    private static void passes(CountDownLatch latch) {
      try {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }
}
