package vn.dvc.pay.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.payment.collection.CollectionFixture.PAYER;
import static vn.dvc.pay.payment.collection.CollectionFixture.owing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.payment.Refunds.Asker;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.reversal.ReversalDone;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * One payment at a counter with its dossiers, and what is given back of it; each test has its own.
 */
@Scope("prototype")
public class RefundFixture {
  private static final AtomicInteger SERIAL = new AtomicInteger();
  private static final Asker PORTAL = Asker.portal("portal");
  public static final String WHY = "Người nộp rút hồ sơ";

  private final CollectionFixture fixture;
  private final Payments payments;
  private final Dossiers dossiers;
  private final Refunds refunds;
  private final Cases cases;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final List<DossierCode> codes = new ArrayList<>();

  RefundFixture(
      CollectionFixture fixture,
      Payments payments,
      Dossiers dossiers,
      Refunds refunds,
      Cases cases,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.fixture = fixture;
    this.payments = payments;
    this.dossiers = dossiers;
    this.refunds = refunds;
    this.cases = cases;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
  }

  public DossierCode dossier(int which) {
    return codes.get(which);
  }

  public List<DossierCode> dossiers() {
    return codes;
  }

  public Payment paid(long... fees) {
    var sum = 0L;
    for (var fee : fees) {
      sum += fee;
    }
    return paidBy(sum, fees);
  }

  public Payment paidBy(long collected, long... fees) {
    var payment = waiting(fees);
    fixture.collected(payment, collected);
    return payments.find(payment.id()).orElseThrow();
  }

  /** A counter payment that waits for its money, with one dossier per fee. */
  public Payment waiting(long... fees) {
    for (var fee : fees) {
      var code = DossierCode.of("000.00.00.H47-261130-%06d".formatted(SERIAL.incrementAndGet()));
      dossiers.put(code, owing(fee));
      codes.add(code);
    }
    return payments.start(PAYER, codes, Payments.Method.COUNTER, null);
  }

  public String collection(Payment payment) {
    return jdbc.sql("select reference from collection where payment = ?")
        .param(payment.id().text())
        .query(String.class)
        .single();
  }

  public Refund ask(Payment payment, int... which) {
    var chosen = new ArrayList<DossierCode>();
    for (var one : which) {
      chosen.add(codes.get(one));
    }
    return ask(payment.id(), chosen, WHY);
  }

  public Refund ask(PaymentId payment, List<DossierCode> chosen, String reason) {
    return refunds.ask(payment, chosen, reason, PORTAL);
  }

  public Refund refundedBy(Refund asked) {
    fixture.decide(caseOf(asked), "REFUND", "Đã đối chiếu");
    bankGivesBack(asked);
    return now(asked);
  }

  public void bankGivesBack(Refund asked) {
    reversalsOf(asked).forEach(reversal -> isBack(reversal, asked.payment()));
  }

  public List<String> reversalsOf(Refund asked) {
    return jdbc.sql(
            """
            select x.reversal from refund_reversal x join reversal r on r.id = x.reversal
            where x.refund = ? order by r.amount\
            """)
        .param(asked.id())
        .query(String.class)
        .list();
  }

  public void isBack(String reversal, PaymentId payment) {
    transaction.executeWithoutResult(
        on -> {
          jdbc.sql("update reversal set state = 'DONE', finished_at = asked_at where id = ?")
              .param(reversal)
              .update();
          events.publishEvent(new ReversalDone(reversal, payment.text()));
        });
  }

  public void done(String reversal, Payment payment) {
    transaction.executeWithoutResult(
        on -> events.publishEvent(new ReversalDone(reversal, payment.id().text())));
  }

  public Cases.Case caseOf(Refund refund) {
    return cases.ofPayment(refund.payment().text()).stream()
        .filter(each -> each.subject().equals(refund.id()))
        .findFirst()
        .orElseThrow();
  }

  public Refund now(Refund refund) {
    return refunds.find(refund.id()).orElseThrow();
  }

  public Payment now(Payment payment) {
    return payments.find(payment.id()).orElseThrow();
  }

  public Receipt receipt(Payment payment, int which) {
    return now(payment).receipts().stream()
        .filter(each -> each.dossier().equals(codes.get(which)))
        .findFirst()
        .orElseThrow();
  }

  public Dossier.Status stateOf(int which) {
    return dossiers.find(codes.get(which)).orElseThrow().status();
  }

  public List<Long> reversedAmounts(Payment payment) {
    return jdbc.sql("select amount from reversal where payment = ?")
        .param(payment.id().text())
        .query(Long.class)
        .list();
  }

  public List<String> bodies(Payment payment, String type) {
    return jdbc.sql("select body from outbox where event_type = ? and body like ?")
        .params(type, "%" + payment.id().text() + "%")
        .query(String.class)
        .list();
  }

  public List<String> events(Payment payment, String type) {
    return bodies(payment, type).stream()
        .map(body -> body.replaceAll(".*\"dossier\":\"([^\"]+)\".*", "$1"))
        .toList();
  }

  public static void refusedWith(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
