package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;

/** Operators find a payment by what they are told, and read its whole story on its page. */
@OperatorsTest
class PaymentListTest {
  @Autowired CaseFixture fixture;
  @Autowired CollectionFixture money;
  @Autowired BankCalls calls;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @Test
  void thePaymentIsFoundByItsCodeAndByTheBanksReference() {
    var payment = money.instructed(120_000);
    var attempt = attemptOf(payment);
    var browser = fixture.browser().signIn("operator-1");

    for (var quoted :
        new String[] {payment.instruction().code(), attempt.toString(), "FT-" + attempt}) {
      browser.get("/operations/search?q=" + quoted).shows(200, payment.id().reference().toString());
      assertThat(browser.path()).as(quoted).isEqualTo("/operations/payments/" + payment.id());
    }
    for (var typed : new String[] {"nguyễn văn", "nguyen van", "NGUYEN VAN A"}) {
      var name = URLEncoder.encode(typed, StandardCharsets.UTF_8);
      browser.get("/operations/search?q=" + name).shows(200, "Nguyễn Văn A");
      browser.get("/operations/payments?q=" + name).shows(200, "Nguyễn Văn A");
    }
  }

  @Test
  void theListIsFilteredAndDownloaded() {
    var payment = money.instructed(130_000);
    var browser = fixture.browser().signIn("operator-1");
    var filter = "q=049012345678&method=COUNTER&status=WAITING_FOR_COLLECTION&from=2020-01-01";

    browser
        .get("/operations/payments?" + filter)
        .shows(200, payment.id().reference().toString(), "130.000 đồng", "Tại quầy ngân hàng");
    assertThat(browser.body()).doesNotContain("??", "<script", " style=");
    browser.get("/operations/payments.csv?" + filter).shows(200, payment.id().text(), "130000");
    assertThat(browser.header("Content-Type")).startsWith("text/csv");
    browser.get("/operations/payments?q=049012345678&status=REVERSED&lang=en").shows(200, "Filter");
    assertThat(browser.body()).doesNotContain(payment.id().reference().toString(), "??");
    fixture.browser().signIn("officer-1").get("/operations/payments.csv").shows(403);
  }

  @Test
  void thePageTellsWhatBanksWereAskedAndWhatHappensNext() {
    var payment = money.instructed(140_000);
    var attempt = attemptOf(payment);
    called(attempt);

    var browser = fixture.browser().signIn("operator-1");
    browser
        .get("/operations/payments/" + payment.id())
        .shows(
            200,
            "Lệnh gửi ngân hàng",
            "Thu tiền đã giữ",
            "UNKNOWN http-503",
            "FT-" + attempt,
            "Việc tự động kế tiếp",
            "counter-payment",
            "Quy trình đang ở",
            "Xem trong Cockpit");
    assertThat(browser.body()).doesNotContain("??", "<script", " style=");
    browser.get("/operations/payments/" + payment.id() + "?lang=en").shows(200, "Capture the held");
    assertThat(browser.body()).doesNotContain("??");
  }

  @Test
  void theTrailLinksOnlyWhereThereIsAPage() {
    var payment = money.instructed(150_000);
    transaction.executeWithoutResult(
        on -> {
          audit.write("system", "step-retried", "b5c9-no-page", "…");
          audit.write("operator-1", "outcome-asked", payment.id().text(), "…");
          audit.write("operator-1", "statement-wanted", "970415 2026-11-24", "");
        });

    var page = fixture.browser().signIn("operator-1").get("/operations/audit").body();
    assertThat(page)
        .contains(
            "<span>b5c9-no-page</span>",
            "href=\"/operations/payments/" + payment.id() + "\"",
            "href=\"/operations/reconciliation/970415/2026-11-24\"");
  }

  private AttemptRef attemptOf(Payment payment) {
    var attempt =
        transaction.execute(
            on -> calls.open(Subject.of(payment.id()), "970415", Money.dong(120_000)));
    jdbc.sql("update attempt set bank_ref = ? where attempt_ref = ?")
        .params("FT-" + attempt, attempt.id())
        .update();
    return attempt;
  }

  private void called(AttemptRef attempt) {
    jdbc.sql(
            """
            insert into bank_call (call_ref, attempt_ref, operation, seq, state, version,
              attempt_was, prepared_at, valid_until, body, executions, sent_at, answered_at, answer)
            values (random_uuid(), ?, 'CAPTURE', 1, 'UNKNOWN', 0, 'AUTHORISED', current_timestamp,
              current_timestamp, '{}', 1, current_timestamp, current_timestamp, ?)""")
        .params(attempt.id(), answer())
        .update();
  }

  /** As the bank room stores it. */
  private String answer() {
    return "{\"verdict\":\"UNKNOWN\",\"reason\":\"http-503\"}";
  }
}
