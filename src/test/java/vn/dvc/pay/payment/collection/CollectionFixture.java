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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.notices.CollectionReceived;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.testing.Fixture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/** Payments that wait for collections, banks that report them and persons who decide. */
public class CollectionFixture implements Fixture {
  public static final Payer PAYER =
      new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  private static final AtomicInteger SERIAL = new AtomicInteger();
  private final Payments payments;
  private final Dossiers dossiers;
  private final Cases cases;
  private final HumanTasks tasks;
  private final ApplicationEventPublisher bank;
  private final DatabaseTime time;
  private final JdbcClient jdbc;
  private DossierCode dossier;

  CollectionFixture(
      Payments payments,
      Dossiers dossiers,
      Cases cases,
      HumanTasks tasks,
      ApplicationEventPublisher bank,
      DatabaseTime time,
      JdbcClient jdbc) {
    this.payments = payments;
    this.dossiers = dossiers;
    this.cases = cases;
    this.tasks = tasks;
    this.bank = bank;
    this.time = time;
    this.jdbc = jdbc;
  }

  @Override
  public void beforeEachTest() {
    dossier = DossierCode.of("000.00.00.H47-261125-%06d".formatted(SERIAL.incrementAndGet()));
  }

  @Override
  public void afterEachTest() {
    time.travel(Duration.ZERO);
  }

  /** The dossier of this test. */
  public DossierCode dossier() {
    return dossier;
  }

  public Payment instructed(long amount) {
    return instructedFor(dossier, amount);
  }

  public Payment instructedFor(DossierCode code, long amount) {
    dossiers.put(code, owing(amount));
    return payments.start(PAYER, List.of(code), Payments.Method.COUNTER, null);
  }

  public static DossierContent owing(long amount) {
    var treasury = new DossierContent.Beneficiary("970415", "113366660001", "Sở Tư pháp");
    return new DossierContent(
        "Cấp phiếu lý lịch tư pháp",
        "Sở Tư pháp",
        PAYER,
        LocalDate.of(2027, 12, 31),
        List.of(new DossierContent.Fee("LP01", "Lệ phí", Money.dong(amount), treasury)));
  }

  /** A stored bank message, which the bank module's own publisher does not see here. */
  public CollectionReceived message(String text, long amount) {
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

  public static CollectionReceived onAccount(CollectionReceived received, String account) {
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

  public static CollectionReceived collectedAt(CollectionReceived received, Instant at) {
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

  public static DossierCode anotherDossier() {
    return DossierCode.of("000.00.00.H47-261127-%06d".formatted(SERIAL.incrementAndGet()));
  }

  public Payment startAnother() {
    return payments.start(PAYER, List.of(dossier), Payments.Method.COUNTER, null);
  }

  public CollectionReceived collected(Payment payment, long amount) {
    var message = message("NOP PHI " + payment.instruction().code(), amount);
    tell(message);
    return message;
  }

  /** Delivers it as the bank module does: outside a transaction, and again after a failure. */
  public void tell(CollectionReceived message) {
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

  public Object cancelOrProblem(Payment payment) {
    try {
      return payments.cancel(payment.id());
    } catch (Problem paidMeanwhile) {
      return paidMeanwhile;
    }
  }

  public PaymentStatus status(Payment payment) {
    return payments.find(payment.id()).orElseThrow().status();
  }

  public Cases.Case onlyCase(Payment payment) {
    var all = cases.ofPayment(payment.id().text());
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  public Cases.Case caseOf(CollectionReceived received) {
    var id =
        jdbc.sql(
                "select id from case_file where subject = (select cast(id as varchar(36)) from"
                    + " collection where reference = ?)")
            .param(received.reference())
            .query(String.class)
            .single();
    return cases.find(id).orElseThrow();
  }

  public void decide(Cases.Case file, String decision, String reason) {
    propose(file, decision, reason);
    confirm(file);
  }

  public void propose(Cases.Case file, String decision, String reason) {
    complete(file, "operator-1", Map.of("decision", decision, "reason", reason));
  }

  public void confirm(Cases.Case file) {
    complete(file, "operator-2", Map.of("agreed", "AGREED", "reason", "Đã kiểm tra"));
  }

  public void complete(Cases.Case file, String actor, Map<String, Object> said) {
    tasks.complete(tasks.openOf(file.id()).get(0).id(), actor, said);
  }

  public static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .satisfies(
            thrown ->
                assertThat(NestedExceptionUtils.getMostSpecificCause(thrown))
                    .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code)));
  }

  public String state(CollectionReceived received) {
    return jdbc.sql("select state from collection where reference = ?")
        .param(received.reference())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  public List<String> collections(Payment payment) {
    return jdbc.sql("select state from collection where payment = ?")
        .param(payment.id().text())
        .query(String.class)
        .list();
  }

  public List<Long> reversalsOf(CollectionReceived received) {
    return jdbc.sql("select amount from reversal where collection_reference = ?")
        .param(received.reference())
        .query(Long.class)
        .list();
  }

  public String policyOf(CollectionReceived received) {
    return jdbc.sql("select policy_source from collection where reference = ?")
        .param(received.reference())
        .query(String.class)
        .single();
  }

  /**
   * The money received equals what pays or is held, plus what is being or was given back, plus what
   * is under review.
   */
  public void moneyAddsUp(Payment payment) {
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

  public boolean isHandled(CollectionReceived received) {
    return jdbc.sql("select handled_at from bank_message where id = ?")
        .param(received.message())
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .isPresent();
  }

  public int reminders(Payment payment) {
    return jdbc.sql(
            "select count(*) from outbox where event_type = 'payment.reminder' and body like ?")
        .param("%" + payment.id().text() + "%")
        .query(Integer.class)
        .single();
  }

  public static void atOnce(Runnable... acts) throws Exception {
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
