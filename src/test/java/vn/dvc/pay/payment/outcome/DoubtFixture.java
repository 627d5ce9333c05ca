package vn.dvc.pay.payment.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.bank.notices.NoticeReceived;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.account.AccountFixture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/** Payments with unknown outcomes, and a bank that answers when the test allows it. */
public class DoubtFixture {
  public static final BankAnswer SILENCE = new BankAnswer.Unknown("no-answer");

  private final AccountFixture account;
  private final ScriptedBank bank;
  private final Cases cases;
  private final HumanTasks tasks;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final DatabaseTime time;
  private final JdbcClient jdbc;

  DoubtFixture(
      AccountFixture account,
      ScriptedBank bank,
      Cases cases,
      HumanTasks tasks,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      DatabaseTime time,
      JdbcClient jdbc) {
    this.account = account;
    this.bank = bank;
    this.cases = cases;
    this.tasks = tasks;
    this.transaction = transaction;
    this.events = events;
    this.time = time;
    this.jdbc = jdbc;
  }

  /** Answers inquiries with this, and debits not at all. */
  public void bankFinds(Supplier<BankAnswer> inquiry) {
    bank.answers(asked -> asked.operation() == Operation.INQUIRY ? inquiry.get() : SILENCE);
  }

  public PaymentId inDoubt() {
    var id = account.pay(account.owing(30_000));
    account.reaches(id, PaymentStatus.BEING_CHECKED);
    return id;
  }

  public static BankAnswer found(TransactionState state) {
    return ScriptedBank.approved(state);
  }

  public AttemptRef attemptOf(PaymentId id) {
    return new AttemptRef(
        jdbc.sql("select attempt_ref from attempt where subject = ?")
            .param(id.text())
            .query(UUID.class)
            .single());
  }

  /** How often the bank was asked this about the payment or its reversals. */
  public long asked(PaymentId id, Operation operation) {
    return account.asked(id).stream().filter(it -> it.operation() == operation).count();
  }

  /** Opens the case for two persons before it is due. */
  public String caseOf(PaymentId id) {
    return transaction.execute(
        on ->
            cases.open(
                "unknown-outcome", attemptOf(id).toString(), id.text(), "UNKNOWN", Map.of()));
  }

  public void decide(String file, String decision) {
    says(file, "operator-1", Map.of("decision", decision, "reason", "Ngân hàng xác nhận"));
    says(file, "operator-2", Map.of("agreed", "AGREED", "reason", "Đã kiểm tra"));
  }

  public void says(String file, String actor, Map<String, Object> said) {
    tasks.complete(tasks.openOf(file).get(0).id(), actor, said);
  }

  /** Publishes a bank notice as the bank module does. */
  public void notice(AttemptRef attempt) {
    events.publishEvent(
        new NoticeReceived(
            UUID.randomUUID(), "970415", attempt.toString(), "TRANSACTION_CHANGED", time.now()));
  }

  public long reversalsOf(PaymentId id) {
    return jdbc.sql("select count(*) from reversal where payment = ?")
        .param(id.text())
        .query(Long.class)
        .single();
  }

  /** Whether no inquiry is under way: the process waits for its timer or for a message. */
  public boolean isAwaited(PaymentId id) {
    return jdbc.sql(
                """
                select count(*) from act_ru_event_subscr s
                join act_ru_execution e on e.id_ = s.execution_id_
                join act_ru_execution i on i.id_ = e.proc_inst_id_
                where s.event_name_ = 'outcomeNoticed' and i.business_key_ = ?""")
            .param(attemptOf(id).toString())
            .query(Integer.class)
            .single()
        == 1;
  }

  public int inquiriesCounted(PaymentId id) {
    return jdbc.sql("select inquiries from clarification where payment = ?")
        .param(id.text())
        .query(Integer.class)
        .single();
  }

  /** After four of five inquiries, the next one is an hour away. */
  public void inVainUntilAnHour(PaymentId id) {
    var passed = Duration.ZERO;
    for (var pause : new int[] {6, 20, 70, 310}) {
      soon(() -> assertThat(isAwaited(id)).isTrue());
      var before = inquiriesCounted(id);
      passed = passed.plusSeconds(pause);
      time.travel(passed);
      soon(() -> assertThat(inquiriesCounted(id)).isEqualTo(before + 1));
    }
    soon(() -> assertThat(isAwaited(id)).isTrue());
  }

  public static void soon(ThrowingRunnable fact) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(fact);
  }
}
