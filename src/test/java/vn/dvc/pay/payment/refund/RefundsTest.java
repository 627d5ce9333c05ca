package vn.dvc.pay.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.payment.collection.CollectionFixture.PAYER;
import static vn.dvc.pay.payment.collection.CollectionFixture.atOnce;
import static vn.dvc.pay.payment.collection.CollectionFixture.owing;
import static vn.dvc.pay.payment.collection.CollectionFixture.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.payment.Refund.Status;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.payment.Refunds.Asker;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.ReversalDone;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Refunds from request to end. The bank's answers are simulated; the decisions are real. */
@OperatorsTest
class RefundsTest {
  private static final AtomicInteger SERIAL = new AtomicInteger();
  private static final Asker PORTAL = Asker.portal("portal");
  private static final String WHY = "Người nộp rút hồ sơ";

  @Autowired CollectionFixture fixture;
  @Autowired Payments payments;
  @Autowired Dossiers dossiers;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  @Autowired Refunds refunds;
  @Autowired Reversals reversals;
  @Autowired BankCalls calls;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired ProcessEngine engine;

  private final List<DossierCode> codes = new ArrayList<>();

  @Test
  void refundOfOneDossierLeavesTheOthersPaid() {
    var payment = paid(40_000, 50_000, 60_000);
    var asked = ask(payment, 1);
    assertThat(asked.status()).isEqualTo(Status.REQUESTED);
    assertThat(asked.amount()).isEqualTo(Money.dong(50_000));
    assertThat(asked.lines())
        .containsExactly(
            new Refund.Line(codes.get(1), receipt(payment, 1).number(), Money.dong(50_000)));

    fixture.decide(caseOf(asked), "REFUND", "Đã đối chiếu");
    assertThat(now(asked).status()).isEqualTo(Status.REFUNDING);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(stateOf(1)).isEqualTo(Dossier.Status.PAID);
    bankGivesBack(asked);

    assertThat(now(asked).status()).isEqualTo(Status.REFUNDED);
    assertThat(now(asked).history())
        .extracting(Refund.StatusChange::status)
        .containsExactly(Status.REQUESTED, Status.REFUNDING, Status.REFUNDED);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PARTLY_REVERSED);
    assertThat(List.of(stateOf(0), stateOf(1), stateOf(2)))
        .containsExactly(Dossier.Status.PAID, Dossier.Status.REFUNDED, Dossier.Status.PAID);
    assertThat(payment(payment).receipts())
        .extracting(Receipt::isCancelled)
        .containsExactly(false, true, false);
    assertThat(events(payment, "dossier.refunded")).containsExactly(codes.get(1).text());
    assertThat(bodies(payment, "payment.reversed"))
        .singleElement()
        .satisfies(
            body -> assertThat(body).contains("\"status\":\"partly_reversed\"", "50000", WHY));
  }

  /** The portal can then book what its payer paid without asking again. */
  @Test
  void eventOfAReversalTellsWhatHadComeIn() {
    var payment = paidBy(100_000, 40_000, 50_000);
    refundedBy(ask(payment, 1));
    assertThat(bodies(payment, "payment.reversed"))
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .contains(
                        "\"received\":[{\"amount\":100000,",
                        "\"bank\":\"970415\",\"reference\":\"%s\",\"state\":\"TAKEN\",\"returned\":10000"
                            .formatted(collection(payment))));
  }

  @Test
  void refundOfTheRestReversesThePayment() {
    var payment = paid(40_000, 50_000, 60_000);
    var numbers = payment(payment).receipts().stream().map(Receipt::number).toList();
    refundedBy(ask(payment, 0));
    refundedBy(ask(payment, 2, 1));

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.REVERSED);
    assertThat(payment(payment).receipts())
        .allMatch(Receipt::isCancelled)
        .extracting(Receipt::number)
        .isEqualTo(numbers);
    assertThat(payment(payment).history())
        .extracting(Payment.StatusChange::status)
        .endsWith(PaymentStatus.PAID, PaymentStatus.PARTLY_REVERSED, PaymentStatus.REVERSED);
    assertThat(events(payment, "dossier.refunded")).hasSize(3);
    assertThat(bodies(payment, "payment.reversed")).hasSize(2);
    assertThat(reversedAmounts(payment)).containsExactlyInAnyOrder(40_000L, 110_000L);
  }

  @Test
  void rejectedRefundLeavesTheDossierPaidAndMayBeAskedForAgain() {
    var payment = paid(40_000, 50_000);
    var asked = ask(payment, 0);
    fixture.decide(caseOf(asked), "REJECT", "Hồ sơ đã được giải quyết");

    assertThat(now(asked).status()).isEqualTo(Status.REJECTED);
    assertThat(now(asked).rejection()).isEqualTo("Hồ sơ đã được giải quyết");
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(stateOf(0)).isEqualTo(Dossier.Status.PAID);
    assertThat(reversedAmounts(payment)).isEmpty();
    refundedBy(ask(payment, 0));
    assertThat(stateOf(0)).isEqualTo(Dossier.Status.REFUNDED);
    assertThat(refunds.ofPayment(payment.id()))
        .extracting(Refund::status)
        .containsExactly(Status.REJECTED, Status.REFUNDED);
  }

  @Test
  void refundedDossierIsOver() {
    var payment = paid(40_000);
    refundedBy(ask(payment, 0));
    var code = codes.get(0);
    assertThat(dossiers.put(code, owing(40_000)).status()).isEqualTo(Dossier.Status.REFUNDED);
    refusedWith("dossier-refunded", () -> dossiers.put(code, owing(41_000)));
    refusedWith("dossier-refunded", () -> dossiers.cancel(code));
    refusedWith(
        "dossier-refunded",
        () -> payments.start(PAYER, List.of(code), Payments.Method.COUNTER, null));
    refusedWith("payment-not-paid", () -> ask(payment, 0));
  }

  @Test
  void impossibleRefundIsRefused() {
    var payment = paid(40_000, 50_000);
    var other = DossierCode.of("000.00.00.H47-261128-9999");
    refusedWith("no-dossiers", () -> ask(payment.id(), List.of(), WHY));
    refusedWith("dossier-twice", () -> ask(payment, 0, 0));
    refusedWith("dossier-not-in-payment", () -> ask(payment.id(), List.of(other), WHY));
    refusedWith("reason-missing", () -> ask(payment.id(), List.of(codes.get(0)), " \n"));
    refusedWith("reason-missing", () -> ask(payment.id(), List.of(codes.get(0)), null));
    refusedWith("reason-too-long", () -> ask(payment.id(), codes, "x".repeat(901)));
    refusedWith("payment-not-found", () -> ask(PaymentId.fresh(), codes, WHY));
    refusedWith("payment-not-found", () -> refunds.ofPayment(PaymentId.fresh()));
    var unpaid = fixture.instructed(30_000);
    refusedWith("payment-not-paid", () -> ask(unpaid.id(), List.of(fixture.dossier()), WHY));
    ask(payment, 1);
    refusedWith("refund-already-asked", () -> ask(payment, 1));
    refusedWith("refund-already-asked", () -> ask(payment, 0, 1));
    assertThat(refunds.ofPayment(payment.id())).hasSize(1);
  }

  @Test
  void onlyOneOfConcurrentRefundRequestsSucceeds() throws Exception {
    var payment = paid(40_000, 50_000);
    var refused = new CopyOnWriteArrayList<String>();
    Runnable one =
        () -> {
          try {
            ask(payment, 0);
          } catch (Problem problem) {
            refused.add(problem.code());
          }
        };
    atOnce(one, one, one);
    assertThat(refunds.ofPayment(payment.id())).hasSize(1);
    assertThat(refused).containsExactly("refund-already-asked", "refund-already-asked");
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        "insert into refund_hold select dossier, refund from refund_hold h where"
                            + " h.dossier = ?")
                    .param(codes.get(0).text())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  /** Only a decision of two persons creates a reversal, whatever process is started. */
  @Test
  void processAloneRefundsNothing() {
    var payment = paid(40_000);
    var asked = ask(payment, 0);
    assertThatThrownBy(
            () ->
                engine
                    .getRuntimeService()
                    .startProcessInstanceByKey(
                        "reverse-payment",
                        asked.id(),
                        Map.of("reversalId", asked.id(), "bank", "970415")))
        .isInstanceOf(RuntimeException.class);
    assertThat(reversedAmounts(payment)).isEmpty();
    assertThat(now(asked).status()).isEqualTo(Status.REQUESTED);
  }

  @Test
  void requesterMayNotDecide() {
    var payment = paid(40_000);
    var asked = refunds.ask(payment.id(), codes, WHY, Asker.operator("operator-1"));
    var file = caseOf(asked);
    refused("refund-asked-by-you", () -> fixture.propose(file, "REFUND", "Tôi yêu cầu"));
    fixture.complete(file, "operator-2", Map.of("decision", "REFUND", "reason", "Đã đối chiếu"));
    refused(
        "refund-asked-by-you",
        () -> fixture.complete(file, "operator-1", Map.of("agreed", "AGREED", "reason", "Đồng ý")));
    assertThat(now(asked).status()).isEqualTo(Status.REQUESTED);
    fixture.complete(file, "operator-3", Map.of("agreed", "AGREED", "reason", "Đồng ý"));
    assertThat(now(asked).status()).isEqualTo(Status.REFUNDING);
  }

  @Test
  void caseTellsTwoPersonsWhatIsGivenBackAndWhy() {
    var payment = paid(40_000, 50_000);
    var file = caseOf(ask(payment, 1));
    assertThat(file.kind()).isEqualTo("refund-request");
    assertThat(file.payment()).isEqualTo(payment.id().text());
    assertThat(file.moneyState()).isEqualTo("COLLECTED");
    assertThat(file.evidence())
        .containsEntry("refundReason", WHY)
        .containsEntry("askedBy", "portal")
        .containsEntry("amountToRefund", "50.000")
        .containsEntry("amountPaid", "90.000");
    assertThat(file.evidence().get("refundLines"))
        .contains(codes.get(1).text(), receipt(payment, 1).number(), "50.000")
        .doesNotContain(codes.get(0).text());
    assertThat(file.evidence().get("paidBy")).contains(payment.instruction().code());
    assertThat(file.evidence().get("reference")).startsWith("FT");
  }

  @Test
  void excessAlreadyReturnedIsNotRefunded() {
    var payment = paidBy(100_000, 40_000, 50_000);
    assertThat(refundedBy(ask(payment, 0)).amount()).isEqualTo(Money.dong(40_000));
    assertThat(refundedBy(ask(payment, 1)).amount()).isEqualTo(Money.dong(50_000));
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.REVERSED);
    assertThat(reversedAmounts(payment)).containsExactlyInAnyOrder(10_000L, 40_000L, 50_000L);
  }

  @Test
  void moneyThatCameInTwoPartsIsRefundedFromBothAndDoneWhenBothAreBack() {
    var payment = waiting(40_000, 50_000);
    fixture.collected(payment, 70_000);
    fixture.decide(fixture.onlyCase(payment), "TOP_UP", "Người nộp đồng ý nộp thêm");
    fixture.collected(payment, 20_000);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);

    var first = ask(payment, 0);
    assertThat(refundedBy(first).status()).isEqualTo(Refund.Status.REFUNDED);
    var second = ask(payment, 1);
    fixture.decide(caseOf(second), "REFUND", "Đã đối chiếu");
    var parts = reversalsOf(second);
    assertThat(parts).hasSize(2);
    isBack(parts.get(0), payment.id());
    assertThat(now(second).status()).isEqualTo(Refund.Status.REFUNDING);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PARTLY_REVERSED);
    isBack(parts.get(1), payment.id());
    assertThat(now(second).status()).isEqualTo(Refund.Status.REFUNDED);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.REVERSED);
    assertThat(reversedAmounts(payment)).containsExactlyInAnyOrder(40_000L, 30_000L, 20_000L);
  }

  @Test
  void moneyReturnedOtherwiseIsNotRefunded() {
    var payment = paid(40_000, 50_000);
    var collected = collection(payment);
    transaction.executeWithoutResult(
        on ->
            reversals.giveBack(
                OriginalMoney.collected("970415", collected),
                payment.id().text(),
                Money.dong(10_000),
                "for another reason"));
    assertThat(refundedBy(ask(payment, 0, 1)).amount()).isEqualTo(Money.dong(80_000));
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.REVERSED);
  }

  @Test
  void moneyThatGoesBackOfAPaymentThatEndedUnpaidChangesNoDossier() {
    var payment = fixture.instructed(30_000);
    payments.cancel(payment.id());
    var late =
        transaction.execute(
            on -> calls.open(Subject.of(payment.id()), "970415", Money.dong(30_000)));
    var original = OriginalMoney.debited("970415", late);
    var reversal =
        transaction.execute(
            on ->
                reversals.giveBack(
                    original, payment.id().text(), Money.dong(30_000), "came too late"));
    done(reversal, payment);

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.UNPAID);
    assertThat(bodies(payment, "payment.reversed")).isEmpty();
    assertThat(bodies(payment, "dossier.refunded")).isEmpty();
    assertThat(instructedAgain().status()).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void anotherReversalOfAPaidPaymentIsNoRefund() {
    var payment = paid(40_000);
    ask(payment, 0);
    var second = fixture.collected(payment, 40_000);
    var file =
        cases.ofPayment(payment.id().text()).stream()
            .filter(each -> each.kind().equals("collection-second"))
            .findFirst()
            .orElseThrow();
    fixture.decide(file, "REVERSE", "Nộp hai lần");
    var reversal =
        jdbc.sql("select reversal from collection where reference = ?")
            .param(second.reference())
            .query(String.class)
            .single();
    done(reversal, payment);

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(stateOf(0)).isEqualTo(Dossier.Status.PAID);
  }

  private Payment instructedAgain() {
    return payments.start(PAYER, List.of(fixture.dossier()), Payments.Method.COUNTER, null);
  }

  private Payment paid(long... fees) {
    var sum = 0L;
    for (var fee : fees) {
      sum += fee;
    }
    return paidBy(sum, fees);
  }

  private Payment paidBy(long collected, long... fees) {
    var payment = waiting(fees);
    fixture.collected(payment, collected);
    return payments.find(payment.id()).orElseThrow();
  }

  /** A counter payment that waits for its money, with one dossier per fee. */
  private Payment waiting(long... fees) {
    for (var fee : fees) {
      var code = DossierCode.of("000.00.00.H47-261130-%06d".formatted(SERIAL.incrementAndGet()));
      dossiers.put(code, owing(fee));
      codes.add(code);
    }
    return payments.start(PAYER, codes, Payments.Method.COUNTER, null);
  }

  private String collection(Payment payment) {
    return jdbc.sql("select reference from collection where payment = ?")
        .param(payment.id().text())
        .query(String.class)
        .single();
  }

  private Refund ask(Payment payment, int... which) {
    var chosen = new ArrayList<DossierCode>();
    for (var one : which) {
      chosen.add(codes.get(one));
    }
    return ask(payment.id(), chosen, WHY);
  }

  private Refund ask(PaymentId payment, List<DossierCode> chosen, String reason) {
    return refunds.ask(payment, chosen, reason, PORTAL);
  }

  private Refund refundedBy(Refund asked) {
    fixture.decide(caseOf(asked), "REFUND", "Đã đối chiếu");
    bankGivesBack(asked);
    return now(asked);
  }

  private void bankGivesBack(Refund asked) {
    reversalsOf(asked).forEach(reversal -> isBack(reversal, asked.payment()));
  }

  private List<String> reversalsOf(Refund asked) {
    return jdbc.sql(
            """
            select x.reversal from refund_reversal x join reversal r on r.id = x.reversal
            where x.refund = ? order by r.amount\
            """)
        .param(asked.id())
        .query(String.class)
        .list();
  }

  private void isBack(String reversal, PaymentId payment) {
    transaction.executeWithoutResult(
        on -> {
          jdbc.sql("update reversal set state = 'DONE', finished_at = asked_at where id = ?")
              .param(reversal)
              .update();
          events.publishEvent(new ReversalDone(reversal, payment.text()));
        });
  }

  private void done(String reversal, Payment payment) {
    transaction.executeWithoutResult(
        on -> events.publishEvent(new ReversalDone(reversal, payment.id().text())));
  }

  private Cases.Case caseOf(Refund refund) {
    return cases.ofPayment(refund.payment().text()).stream()
        .filter(each -> each.subject().equals(refund.id()))
        .findFirst()
        .orElseThrow();
  }

  private Refund now(Refund refund) {
    return refunds.find(refund.id()).orElseThrow();
  }

  private Payment payment(Payment payment) {
    return payments.find(payment.id()).orElseThrow();
  }

  private Receipt receipt(Payment payment, int which) {
    return payment(payment).receipts().stream()
        .filter(each -> each.dossier().equals(codes.get(which)))
        .findFirst()
        .orElseThrow();
  }

  private Dossier.Status stateOf(int which) {
    return dossiers.find(codes.get(which)).orElseThrow().status();
  }

  private List<Long> reversedAmounts(Payment payment) {
    return jdbc.sql("select amount from reversal where payment = ?")
        .param(payment.id().text())
        .query(Long.class)
        .list();
  }

  private List<String> bodies(Payment payment, String type) {
    return jdbc.sql("select body from outbox where event_type = ? and body like ?")
        .params(type, "%" + payment.id().text() + "%")
        .query(String.class)
        .list();
  }

  private List<String> events(Payment payment, String type) {
    return bodies(payment, type).stream()
        .map(body -> body.replaceAll(".*\"dossier\":\"([^\"]+)\".*", "$1"))
        .toList();
  }

  private static void refusedWith(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
