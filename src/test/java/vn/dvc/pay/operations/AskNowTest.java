package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Money;

/** Operators have the bank asked immediately about a payment in doubt, for a recorded reason. */
@OperatorsTest
class AskNowTest {
  private static final String WHY = "Người nộp gọi điện";

  @Autowired CollectionFixture fixture;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;
  @Autowired BankCalls calls;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;

  private Payment payment;
  private String page;

  /** Its clarification is only a row: no process asks a bank that is not there. */
  @BeforeEach
  void inDoubt() {
    payment = fixture.instructed(120_000);
    page = "/operations/payments/" + payment.id();
    var attempt =
        transaction.execute(
            on -> calls.open(Subject.of(payment.id()), "970415", Money.dong(120_000)));
    jdbc.sql(
            "insert into clarification (attempt_ref, payment, inquiries, next_inquiry_at)"
                + " values (?, ?, 1, ?)")
        .params(
            attempt.id(), payment.id().text(), Timestamp.from(time.now().plus(Duration.ofHours(1))))
        .update();
  }

  @AfterEach
  void noLonger() {
    jdbc.sql("delete from clarification where payment = ?").param(payment.id().text()).update();
  }

  @Test
  void operatorHasTheBankAskedForAReasonThatIsAudited() {
    var browser = browser("operator-1").get(page);
    browser.shows(200, "Hỏi ngân hàng ngay");
    browser.post(page + "/ask-now", Map.of("reason", " ")).shows(422, "Phải nêu lý do.");
    assertThat(asked()).isEmpty();

    browser.post(page + "/ask-now", Map.of("reason", WHY)).shows(200, "Đã hỏi ngân hàng.");
    assertThat(asked()).containsExactly("operator-1 outcome-asked " + WHY);
  }

  @Test
  void formFromAnotherSiteCausesNoInquiry() {
    browser("operator-1").get(page).postBare(page + "/ask-now", Map.of("reason", WHY));
    assertThat(asked()).isEmpty();
  }

  @Test
  void onlyOperatorsMayHaveTheBankAsked() {
    var nobody = new Browser(port, "vi").get("/operations/login");
    nobody.post(page + "/ask-now", Map.of("reason", WHY));
    assertThat(nobody.path()).isEqualTo("/operations/login");
    var officer = browser("officer-1").get("/operations/login").shows(200, "_csrf");
    officer.post(page + "/ask-now", Map.of("reason", WHY)).shows(403);
    assertThat(asked()).isEmpty();
  }

  private List<String> asked() {
    return audit.about(payment.id().text()).stream()
        .map(it -> it.actor() + " " + it.action() + " " + it.reason())
        .toList();
  }

  private Browser browser(String name) {
    return new Browser(port, "vi").signIn(name);
  }
}
