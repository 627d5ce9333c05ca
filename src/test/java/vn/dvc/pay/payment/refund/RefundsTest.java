package vn.dvc.pay.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.payment.collection.CollectionFixture.PAYER;
import static vn.dvc.pay.payment.refund.RefundFixture.WHY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.values.Money;

/** What is given back of a payment, and what then becomes of it and its dossiers. */
@OperatorsTest
class RefundsTest {
  @Autowired CollectionFixture fixture;
  @Autowired RefundFixture refund;
  @Autowired Payments payments;
  @Autowired Dossiers dossiers;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  @Autowired Reversals reversals;
  @Autowired BankCalls calls;
  @Autowired TransactionTemplate transaction;

  @Test
  void refundOfOneDossierLeavesTheOthersPaid() {
    var payment = refund.paid(40_000, 50_000, 60_000);
    var asked = refund.ask(payment, 1);
    assertThat(asked.status()).isEqualTo(Status.REQUESTED);
    assertThat(asked.amount()).isEqualTo(Money.dong(50_000));
    assertThat(asked.lines())
        .containsExactly(
            new Refund.Line(
                refund.dossier(1), refund.receipt(payment, 1).number(), Money.dong(50_000)));

    fixture.decide(refund.caseOf(asked), "REFUND", "Đã đối chiếu");
    assertThat(refund.now(asked).status()).isEqualTo(Status.REFUNDING);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(refund.stateOf(1)).isEqualTo(Dossier.Status.PAID);
    refund.bankGivesBack(asked);

    assertThat(refund.now(asked).status()).isEqualTo(Status.REFUNDED);
    assertThat(refund.now(asked).history())
        .extracting(Refund.StatusChange::status)
        .containsExactly(Status.REQUESTED, Status.REFUNDING, Status.REFUNDED);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PARTLY_REVERSED);
    assertThat(List.of(refund.stateOf(0), refund.stateOf(1), refund.stateOf(2)))
        .containsExactly(Dossier.Status.PAID, Dossier.Status.REFUNDED, Dossier.Status.PAID);
    assertThat(refund.now(payment).receipts())
        .extracting(Receipt::isCancelled)
        .containsExactly(false, true, false);
    assertThat(refund.events(payment, "dossier.refunded"))
        .containsExactly(refund.dossier(1).text());
    assertThat(refund.bodies(payment, "payment.reversed"))
        .singleElement()
        .satisfies(
            body -> assertThat(body).contains("\"status\":\"partly_reversed\"", "50000", WHY));
  }

  /** The portal can then book what its payer paid without asking again. */
  @Test
  void eventOfAReversalStatesWhatHadBeenReceived() {
    var payment = refund.paidBy(100_000, 40_000, 50_000);
    refund.refundedBy(refund.ask(payment, 1));
    assertThat(refund.bodies(payment, "payment.reversed"))
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .contains(
                        "\"received\":[{\"amount\":100000,",
                        "\"bank\":\"970415\",\"reference\":\"%s\",\"state\":\"TAKEN\",\"returned\":10000"
                            .formatted(refund.collection(payment))));
  }

  @Test
  void refundOfTheRestReversesThePayment() {
    var payment = refund.paid(40_000, 50_000, 60_000);
    var numbers = refund.now(payment).receipts().stream().map(Receipt::number).toList();
    refund.refundedBy(refund.ask(payment, 0));
    refund.refundedBy(refund.ask(payment, 2, 1));

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.REVERSED);
    assertThat(refund.now(payment).receipts())
        .allMatch(Receipt::isCancelled)
        .extracting(Receipt::number)
        .isEqualTo(numbers);
    assertThat(refund.now(payment).history())
        .extracting(Payment.StatusChange::status)
        .endsWith(PaymentStatus.PAID, PaymentStatus.PARTLY_REVERSED, PaymentStatus.REVERSED);
    assertThat(refund.events(payment, "dossier.refunded")).hasSize(3);
    assertThat(refund.bodies(payment, "payment.reversed")).hasSize(2);
    assertThat(refund.reversedAmounts(payment)).containsExactlyInAnyOrder(40_000L, 110_000L);
  }

  @Test
  void excessAlreadyReturnedIsNotRefunded() {
    var payment = refund.paidBy(100_000, 40_000, 50_000);
    assertThat(refund.refundedBy(refund.ask(payment, 0)).amount()).isEqualTo(Money.dong(40_000));
    assertThat(refund.refundedBy(refund.ask(payment, 1)).amount()).isEqualTo(Money.dong(50_000));
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.REVERSED);
    assertThat(refund.reversedAmounts(payment))
        .containsExactlyInAnyOrder(10_000L, 40_000L, 50_000L);
  }

  @Test
  void moneyThatCameInTwoPartsIsRefundedFromBothAndDoneWhenBothAreBack() {
    var payment = refund.waiting(40_000, 50_000);
    fixture.collected(payment, 70_000);
    fixture.decide(fixture.onlyCase(payment), "TOP_UP", "Người nộp đồng ý nộp thêm");
    fixture.collected(payment, 20_000);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);

    var first = refund.ask(payment, 0);
    assertThat(refund.refundedBy(first).status()).isEqualTo(Refund.Status.REFUNDED);
    var second = refund.ask(payment, 1);
    fixture.decide(refund.caseOf(second), "REFUND", "Đã đối chiếu");
    var parts = refund.reversalsOf(second);
    assertThat(parts).hasSize(2);
    refund.isBack(parts.get(0), payment.id());
    assertThat(refund.now(second).status()).isEqualTo(Refund.Status.REFUNDING);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PARTLY_REVERSED);
    refund.isBack(parts.get(1), payment.id());
    assertThat(refund.now(second).status()).isEqualTo(Refund.Status.REFUNDED);
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.REVERSED);
    assertThat(refund.reversedAmounts(payment))
        .containsExactlyInAnyOrder(40_000L, 30_000L, 20_000L);
  }

  @Test
  void moneyReturnedForAnotherReasonIsNotRefunded() {
    var payment = refund.paid(40_000, 50_000);
    var collected = refund.collection(payment);
    transaction.executeWithoutResult(
        on ->
            reversals.giveBack(
                OriginalMoney.collected("970415", collected),
                payment.id().text(),
                Money.dong(10_000),
                "for another reason"));
    assertThat(refund.refundedBy(refund.ask(payment, 0, 1)).amount()).isEqualTo(Money.dong(80_000));
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.REVERSED);
  }

  @Test
  void returningMoneyOfAnUnpaidPaymentChangesNoDossier() {
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
    refund.done(reversal, payment);

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.UNPAID);
    assertThat(refund.bodies(payment, "payment.reversed")).isEmpty();
    assertThat(refund.bodies(payment, "dossier.refunded")).isEmpty();
    assertThat(instructedAgain().status()).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void otherReversalOfAPaidPaymentIsNotARefund() {
    var payment = refund.paid(40_000);
    refund.ask(payment, 0);
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
    refund.done(reversal, payment);

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(refund.stateOf(0)).isEqualTo(Dossier.Status.PAID);
  }

  private Payment instructedAgain() {
    return payments.start(PAYER, List.of(fixture.dossier()), Payments.Method.COUNTER, null);
  }
}
