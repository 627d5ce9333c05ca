package vn.dvc.pay.payment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.payment.account.AccountFixture.lines;
import static vn.dvc.pay.payment.account.AccountFixture.sumOfLines;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.StoredRequests;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.bank.maintenance.UnderRepair;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.payment.settlement.SettleDossiersSteps;
import vn.dvc.pay.values.PaymentId;

/** What one debit pays, and what a declined one leaves behind. */
@AccountTest
class AccountPaymentsTest {
  private static final BankAnswer NOT_SENT = new BankAnswer.NotSent("connect-refused");

  @Autowired AccountFixture fixture;
  @Autowired ScriptedBank bank;
  @Autowired Dossiers dossiers;
  @Autowired JdbcClient jdbc;
  @Autowired Banks.Maintenance maintenance;
  @Autowired TransactionTemplate transaction;
  @Autowired SettleDossiersSteps settle;

  @Test
  void manyDossiersArePaidByOneDebitOfAllTheirLines() {
    var first = fixture.owing(10_000, 5_000);
    var second = fixture.owing(20_000);
    var id = fixture.pay(first, second);
    fixture.reaches(id, PaymentStatus.PAID);
    assertThat(fixture.asked(id))
        .singleElement()
        .satisfies(
            debit -> {
              assertThat(debit.operation()).isEqualTo(Operation.DEBIT);
              assertThat(debit.amount().dong()).isEqualTo(35_000).isEqualTo(sumOfLines(debit));
              assertThat(lines(debit)).hasSize(3);
              assertThat(lines(debit))
                  .allSatisfy(
                      line -> assertThat(line).containsKeys("dossier", "fee", "beneficiary"));
              assertThat(debit.body())
                  .containsEntry("mandate", "UQ0001")
                  .containsEntry("account", "113366668888")
                  .containsEntry("payment", id.text());
            });
    assertThat(fixture.payment(id).receipts()).hasSize(2);
    assertThat(fixture.payment(id).account().number()).isEqualTo("********8888");
    assertThat(statuses(id)).containsExactly("created", "processing", "paid");
    assertThat(dossiers.find(first).orElseThrow().status()).isEqualTo(Dossier.Status.PAID);
  }

  @Test
  void debitNamesThePaymentItsMandateAndItsLines() {
    var dossier = fixture.owing(10_000);
    var id = fixture.pay(dossier);
    fixture.reaches(id, PaymentStatus.PAID);
    assertThat(StoredRequests.newest(jdbc, id.text(), Operation.DEBIT))
        .isEqualTo(
            Map.of(
                "payment",
                id.text(),
                "mandate",
                "UQ0001",
                "account",
                "113366668888",
                "lines",
                List.of(
                    Map.of(
                        "dossier",
                        dossier.text(),
                        "fee",
                        "LP00",
                        "amount",
                        10_000,
                        "beneficiary",
                        Map.of(
                            "bank", "970415",
                            "account", "118000054321",
                            "name", "Sở Tư pháp")))));
  }

  @Test
  void noDebitStartsAtABankInMaintenance() {
    var dossier = fixture.owing(10_000);
    try (var repair = new UnderRepair("970415", maintenance, transaction)) {
      CollectionFixture.refused("bank-in-maintenance", () -> fixture.pay(dossier));
    }
    fixture.isFreed(dossier);
    fixture.reaches(fixture.pay(dossier), PaymentStatus.PAID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insufficient-funds",
        "limit-exceeded",
        "mandate-suspended",
        "account-closed",
        "account-blocked",
        "bank-declined"
      })
  void declinedDebitKeepsTheBanksReasonAndFreesTheDossiers(String reason) {
    bank.answers(asked -> ScriptedBank.declined(reason, TransactionState.DECLINED));
    var dossier = fixture.owing(10_000);
    var id = fixture.pay(dossier);
    fixture.reaches(id, PaymentStatus.DECLINED);
    assertThat(fixture.payment(id).reason()).isEqualTo(reason);
    assertThat(fixture.payment(id).lastDecline().code()).isEqualTo(reason);
    fixture.isFreed(dossier);
    bank.answers(asked -> ScriptedBank.approved(TransactionState.DEBITED));
    fixture.reaches(fixture.pay(dossier), PaymentStatus.PAID);
  }

  @Test
  void onlyADebitOfExactlyItsLinesPays() {
    bank.answers(asked -> NOT_SENT);
    var dossier = fixture.owing(10_000);
    var id = fixture.pay(dossier);
    fixture.triedInVain(id, 1);
    assertThatThrownBy(() -> settle.settlePayment(id.text()))
        .isInstanceOf(IllegalStateException.class);
    jdbc.sql(
            "update attempt set state = 'DEBITED', amount = 9999 where subject = ? and state ="
                + " 'NOT_EXECUTED'")
        .param(id.text())
        .update();
    assertThatThrownBy(() -> settle.settlePayment(id.text()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.IN_PROGRESS);
  }

  private List<String> statuses(PaymentId id) {
    return fixture.payment(id).history().stream()
        .map(Payment.StatusChange::status)
        .map(PaymentStatus::word)
        .toList();
  }
}
