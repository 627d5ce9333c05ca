package vn.dvc.pay.payment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.CollectionReceived;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/**
 * The whole application with payments that wait for collections, banks that report them and persons
 * who decide.
 */
@OperatorsTest
public abstract class CollectionFixture {
  protected static final Payer PAYER =
      new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  private static final AtomicInteger SERIAL = new AtomicInteger();

  @Autowired protected Payments payments;
  @Autowired protected IncomingMoney incoming;
  @Autowired protected Dossiers dossiers;
  @Autowired protected Cases cases;
  @Autowired protected HumanTasks tasks;
  @Autowired protected Processes processes;
  @Autowired protected ApplicationEventPublisher bank;
  @Autowired protected DatabaseTime time;
  @Autowired protected JdbcClient jdbc;

  protected final DossierCode dossier =
      DossierCode.of("000.00.00.H47-261125-%06d".formatted(SERIAL.incrementAndGet()));

  @AfterEach
  protected void backToTheRealTime() {
    time.travel(Duration.ZERO);
  }

  protected Payment instructed(long amount) {
    return instructedFor(dossier, amount);
  }

  protected Payment instructedFor(DossierCode code, long amount) {
    dossiers.put(code, owing(amount));
    return payments.start(PAYER, List.of(code), Payments.Method.COUNTER, null);
  }

  protected static DossierContent owing(long amount) {
    var treasury = new DossierContent.Beneficiary("970415", "113366660001", "Sở Tư pháp");
    return new DossierContent(
        "Cấp phiếu lý lịch tư pháp",
        "Sở Tư pháp",
        PAYER,
        LocalDate.of(2027, 12, 31),
        List.of(new DossierContent.Fee("LP01", "Lệ phí", Money.dong(amount), treasury)));
  }

  /** A stored bank message, which the bank module's own publisher does not see here. */
  protected CollectionReceived message(String text, long amount) {
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
            values (?, ?, 'COLLECTION', ?, repeat('0', 64), '{}', ?, ?)\
            """)
        .params(
            message.message(),
            message.bank(),
            message.reference(),
            Timestamp.from(now),
            Timestamp.from(now.plus(Duration.ofDays(3650))))
        .update();
    return message;
  }

  protected static CollectionReceived onAccount(CollectionReceived received, String account) {
    return new CollectionReceived(
        received.message(),
        received.bank(),
        received.reference(),
        new AccountNumber(received.bank(), account),
        received.amount(),
        received.text(),
        received.collectedAt(),
        received.receivedAt());
  }

  protected static CollectionReceived collectedAt(CollectionReceived received, Instant at) {
    return new CollectionReceived(
        received.message(),
        received.bank(),
        received.reference(),
        received.account(),
        received.amount(),
        received.text(),
        at,
        received.receivedAt());
  }

  protected static DossierCode anotherDossier() {
    return DossierCode.of("000.00.00.H47-261127-%06d".formatted(SERIAL.incrementAndGet()));
  }

  protected Payment startAnother() {
    return payments.start(PAYER, List.of(dossier), Payments.Method.COUNTER, null);
  }

  protected CollectionReceived collected(Payment payment, long amount) {
    var message = message("NOP PHI " + payment.instruction().code(), amount);
    tell(message);
    return message;
  }

  /** Delivers it as the bank module does: outside a transaction, and again after a failure. */
  protected void tell(CollectionReceived message) {
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

  protected Object cancelOrProblem(Payment payment) {
    try {
      return payments.cancel(payment.id());
    } catch (Problem paidMeanwhile) {
      return paidMeanwhile;
    }
  }

  protected PaymentStatus status(Payment payment) {
    return payments.find(payment.id()).orElseThrow().status();
  }

  protected Cases.Case onlyCase(Payment payment) {
    var all = cases.ofPayment(payment.id().text());
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  protected Cases.Case caseOf(CollectionReceived received) {
    var id =
        jdbc.sql(
                "select id from case_file where subject = (select cast(id as varchar(36)) from"
                    + " collection where reference = ?)")
            .param(received.reference())
            .query(String.class)
            .single();
    return cases.find(id).orElseThrow();
  }

  protected void decide(Cases.Case file, String decision, String reason) {
    propose(file, decision, reason);
    confirm(file);
  }

  protected void propose(Cases.Case file, String decision, String reason) {
    complete(file, "operator-1", Map.of("decision", decision, "reason", reason));
  }

  protected void confirm(Cases.Case file) {
    complete(file, "operator-2", Map.of("agreed", "AGREED", "reason", "Đã kiểm tra"));
  }

  protected void complete(Cases.Case file, String actor, Map<String, Object> said) {
    tasks.complete(tasks.openOf(file.id()).get(0).id(), actor, said);
  }

  protected static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .satisfies(
            thrown ->
                assertThat(NestedExceptionUtils.getMostSpecificCause(thrown))
                    .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code)));
  }

  protected String state(CollectionReceived received) {
    return jdbc.sql("select state from collection where reference = ?")
        .param(received.reference())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  protected List<String> collections(Payment payment) {
    return jdbc.sql("select state from collection where payment = ?")
        .param(payment.id().text())
        .query(String.class)
        .list();
  }

  protected List<Long> reversalsOf(CollectionReceived received) {
    return jdbc.sql("select amount from reversal where collection_reference = ?")
        .param(received.reference())
        .query(Long.class)
        .list();
  }

  protected String policyOf(CollectionReceived received) {
    return jdbc.sql("select policy_source from collection where reference = ?")
        .param(received.reference())
        .query(String.class)
        .single();
  }

  /**
   * The money received equals what pays or is held, plus what is being or was given back, plus what
   * is under review.
   */
  protected void moneyAddsUp(Payment payment) {
    var came = sum("select sum(amount) from collection where payment = ?", payment);
    var kept = sum("select sum(taken) from collection where payment = ?", payment);
    var back = sum("select sum(amount) from reversal where payment = ?", payment);
    var open =
        sum(
            """
            select sum(c.amount) from collection c join case_file f
              on f.subject = cast(c.id as varchar(36)) and f.closed_at is null
            where c.state = 'UNDECIDED' and c.payment = ?\
            """,
            payment);
    assertThat(came).isEqualTo(kept + back + open);
    if (status(payment) == PaymentStatus.PAID) {
      assertThat(kept).isEqualTo(payment.amount().dong());
    }
  }

  private long sum(String sql, Payment payment) {
    return jdbc.sql(sql).param(payment.id().text()).query((row, number) -> row.getLong(1)).single();
  }

  protected boolean isHandled(CollectionReceived received) {
    return jdbc.sql("select handled_at from bank_message where id = ?")
        .param(received.message())
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .isPresent();
  }

  protected int reminders(Payment payment) {
    return jdbc.sql(
            "select count(*) from outbox where event_type = 'payment.reminder' and body like ?")
        .param("%" + payment.id().text() + "%")
        .query(Integer.class)
        .single();
  }

  protected static void atOnce(Runnable... acts) throws Exception {
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
