package vn.dvc.pay.operations.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.operations.Browser;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.payment.collection.CollectionFixture;

/** Operators request refunds on a payment's page, and two others decide. */
@OperatorsTest
class RefundRequestsTest {
  private static final String WHY = "Cơ quan giải quyết trả hồ sơ";

  @Autowired CollectionFixture fixture;
  @Autowired HumanTasks tasks;
  @LocalServerPort int port;
  @Autowired Refunds refunds;
  @Autowired Audit audit;

  @Test
  void operatorRequestsARefundAndTwoOthersDecide() {
    var payment = paid();
    var page = "/operations/payments/" + payment.id();
    var first = browser("operator-1").get(page);
    first.shows(
        200, "Hồ sơ cần hoàn tiền", fixture.dossier().text(), "Hai người khác sẽ quyết định");
    first
        .post(page + "/refunds", Map.of("dossier", fixture.dossier().text(), "reason", WHY))
        .shows(200, "Đang chờ quyết định", WHY, "Yêu cầu hoàn tiền hồ sơ đã thanh toán");
    assertThat(first.body()).doesNotContain("Hồ sơ cần hoàn tiền");
    var refund = refunds.ofPayment(payment.id()).get(0);
    assertThat(audit.about(payment.id().text()))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo("operator-1");
              assertThat(entry.action()).isEqualTo("refund-asked");
              assertThat(entry.reason()).isEqualTo(refund.id() + ": " + WHY);
            });

    first.get("/operations/search?q=" + refund.id()).shows(200, payment.id().text(), WHY);

    var file = "/operations/cases/" + fixture.onlyCase(payment).id();
    first.get(file).shows(200, "Số tiền sẽ hoàn (đồng)", "120.000", "operator-1");
    first
        .post(file + "/decide", said(payment, "decision", "REFUND"))
        .shows(403, "Bạn đã yêu cầu hoàn tiền này.");
    var second = browser("operator-2").get(file);
    second
        .post(file + "/decide", said(payment, "decision", "REJECT"))
        .shows(200, "Không hoàn tiền");
    browser("operator-3")
        .get(file)
        .post(file + "/confirm", said(payment, "agreed", "AGREED"))
        .shows(200);
    assertThat(refunds.find(refund.id()).orElseThrow().status()).isEqualTo(Refund.Status.REJECTED);
    first.get(page).shows(200, "Không được chấp nhận", "Hồ sơ cần hoàn tiền");
  }

  @Test
  void refusalIsExplainedAndTheInputKept() {
    var payment = paid();
    var page = "/operations/payments/" + payment.id();
    var browser = browser("operator-1").get(page);
    browser
        .post(page + "/refunds", Map.of("dossier", fixture.dossier().text(), "reason", " "))
        .shows(422, "Phải nêu lý do.", "checked=\"checked\"");
    browser.post(page + "/refunds", Map.of("reason", WHY)).shows(422, "Chưa chọn hồ sơ nào", WHY);
    browser
        .post(page + "/refunds", Map.of("dossier", "nonsense", "reason", WHY))
        .shows(422, "Hồ sơ không thuộc thanh toán này");
    assertThat(refunds.ofPayment(payment.id())).isEmpty();
    assertThat(audit.about(payment.id().text())).isEmpty();
    browser.postBare(page + "/refunds", Map.of("dossier", fixture.dossier().text(), "reason", WHY));
    assertThat(refunds.ofPayment(payment.id())).isEmpty();
  }

  @Test
  void unpaidPaymentOffersNoRefund() {
    var page = "/operations/payments/" + fixture.instructed(120_000).id();
    var browser = browser("operator-1").get(page);
    assertThat(browser.shows(200).body()).doesNotContain("Hồ sơ cần hoàn tiền");
    browser
        .post(page + "/refunds", Map.of("dossier", fixture.dossier().text(), "reason", WHY))
        .shows(409, "Thanh toán này chưa hoàn thành");
  }

  private Payment paid() {
    var payment = fixture.instructed(120_000);
    fixture.collected(payment, 120_000);
    return payment;
  }

  private Map<String, String> said(Payment payment, String field, String word) {
    var task = tasks.openOf(fixture.onlyCase(payment).id()).get(0).id();
    return Map.of("task", task, field, word, "reason", "Đã đối chiếu");
  }

  private Browser browser(String operator) {
    return new Browser(port, "vi").signIn(operator);
  }
}
