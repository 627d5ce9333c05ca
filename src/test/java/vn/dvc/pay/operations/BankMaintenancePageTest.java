package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.collection.CollectionFixture;

/** Operators close a bank for new payments while it is under repair. */
@OperatorsTest
class BankMaintenancePageTest {
  private static final String BANK = "970415";
  private static final String PAGE = "/operations/banks";

  @Autowired CaseFixture fixture;
  @Autowired CollectionFixture payers;
  @Autowired Dossiers dossiers;
  @Autowired Payments payments;
  @Autowired Banks banks;
  @Autowired Banks.Maintenance maintenance;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void open() {
    if (banks.maintenance(BANK).isPresent()) {
      transaction.executeWithoutResult(on -> maintenance.end(BANK));
    }
  }

  @Test
  void maintenanceIsBegunAndEndedForAReasonThatIsAudited() {
    var operator = fixture.browser().signIn("operator-1").get(PAGE);
    operator.shows(200, "Đang phục vụ", "Bắt đầu bảo trì");
    operator.post(path(""), Map.of("reason", " ")).shows(422, "Phải nêu lý do.");
    operator
        .post(path(""), Map.of("reason", "Công văn 7"))
        .shows(200, "Đang bảo trì", "Công văn 7");
    operator.post(path(""), Map.of("reason", "Lần nữa")).shows(409, "đang bảo trì");
    operator.post(path("/end"), Map.of("reason", "Đã xong")).shows(200);
    operator.post(path("/end"), Map.of("reason", "Lần nữa")).shows(409, "không bảo trì");

    assertThat(audit.about(BANK))
        .extracting(Audit.Entry::actor, Audit.Entry::action, Audit.Entry::reason)
        .endsWith(
            tuple("operator-1", "bank-maintenance-begun", "Công văn 7"),
            tuple("operator-1", "bank-maintenance-ended", "Đã xong"));
  }

  @Test
  void noCardIsTakenForABankInMaintenance() {
    var payment = byCard();
    begin();

    CollectionFixture.refused(
        "bank-in-maintenance", () -> payments.enterCard(payment.id(), BANK, "a.b.c.d.e", "1"));
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.WAITING_FOR_CARD);
    open();
    CollectionFixture.refused(
        "terms-not-accepted", () -> payments.enterCard(payment.id(), BANK, "a.b.c.d.e", "none"));
  }

  @Test
  void anotherBankGoesOn() {
    var payment = byCard();
    begin();

    CollectionFixture.refused(
        "terms-not-accepted",
        () -> payments.enterCard(payment.id(), "970436", "a.b.c.d.e", "none"));
  }

  private Payment byCard() {
    dossiers.put(payers.dossier(), CollectionFixture.owing(120_000));
    return payments.start(
        CollectionFixture.PAYER, List.of(payers.dossier()), Payments.Method.CARD, null);
  }

  private Payment now(Payment payment) {
    return payments.find(payment.id()).orElseThrow();
  }

  private void begin() {
    transaction.executeWithoutResult(on -> maintenance.begin(BANK, "operator-1", "Công văn 7"));
  }

  private static String path(String end) {
    return PAGE + "/" + BANK + "/maintenance" + end;
  }
}
