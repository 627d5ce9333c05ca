package vn.dvc.pay.operations.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.operations.Browser;

/** What operators see of a bank's day, and can download. */
@OperatorsTest
class ReconciliationControllerTest {
  private static final String DAY = "/operations/reconciliation/970499/2999-11-24";
  private static final String EVIL = "=HYPERLINK(1)";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aDay() {
    forget();
    var statement = UUID.randomUUID();
    run(
        """
        insert into statement (id, bank, on_day, sha256, content, state, message, account, from_at,
          to_at, opening, closing, credits, credit_sum, debits, debit_sum, fetched_at)
        values ('%s', '970499', '2999-11-24', repeat('ab12', 16), X'00', 'IMPORTED', 'STMT-1', '118000012345',
          timestamp with time zone '2999-11-24 00:00:00+07:00',
          timestamp with time zone '2999-11-25 00:00:00+07:00', 1000000, 1200000, 2, 200000, 0, 0,
          current_timestamp)\
        """
            .formatted(statement));
    run(
        """
        insert into reconciliation (id, bank, on_day, state, due_at, fetches, match_passes, statement)
        values ('970499-29991124', '970499', '2999-11-24', 'DONE', current_timestamp, 0, 1, '%s')\
        """
            .formatted(statement));
    for (int line = 1; line <= 2; line++) {
      run(
          """
          insert into statement_line (statement, line_no, entry_ref, bank_ref, reference, amount,
            credit, booked_at, line_class, payment)
          values ('%s', %d, 'N%d', 'FT%d', 'ref-%d', 100000, true,
            timestamp with time zone '2999-11-24 10:00:00+07:00', '%s', '%s')\
          """
              .formatted(
                  statement, line, line, line, line, line == 1 ? "MATCHED" : "BANK_ONLY", "P-1"));
    }
    run(
        """
        insert into difference (id, bank, on_day, kind, reference, line_no, money, credit, payment,
          bank_amount, bank_ref, booked_twice, state, found_at)
        values ('DTEST', '970499', '2999-11-24', 'BANK_ONLY', 'ref-2', 2, 'ref-2', true, 'P-1',
          100000, '%s', false, 'OPEN', current_timestamp)\
        """
            .formatted(EVIL));
  }

  @AfterEach
  void forget() {
    run("delete from document where subject like '970499-%'");
    run("delete from difference where bank = '970499'");
    run(
        "delete from statement_line where statement in"
            + " (select id from statement where bank = '970499')");
    run("delete from statement where bank = '970499'");
    run("delete from reconciliation where bank = '970499'");
  }

  @Test
  void daysAreListedOfOneBankOrOfAll() {
    var operator = new Browser(port, "vi").signIn("operator-1");
    operator.get("/operations/reconciliation").shows(200, DAY);
    operator.get("/operations/reconciliation?bank=970499").shows(200, DAY);
    operator.get("/operations/reconciliation?bank=970436").shows(200, "selected");
    assertThat(operator.body()).doesNotContain(DAY);
  }

  @Test
  void daysAndOneDayAreShown() {
    var browser = browser("vi").get("/operations/reconciliation");
    browser.shows(200, "Đối soát", "24/11/2999", "Đã đối soát", "Chỉ ngân hàng có");
    browser
        .get(DAY)
        .shows(200, "STMT-1", "118000012345", "ab12", "1.000.000 đồng", "Chỉ ngân hàng có", "FT1");
    assertThat(browser.body()).contains("href=\"/operations/payments/P-1\"");
  }

  @Test
  void theyAreShownInEnglishToo() {
    browser("en").get(DAY).shows(200, "Reconciliation", "At the bank only", "Closing balance");
  }

  /** Its statement did not reach the end of the day, so the rest is fetched later (P19). */
  @Test
  void aDayThatIsPlannedAgainIsNotCalledNotYetDueAboveItsFigures() {
    run("update reconciliation set state = 'PLANNED' where bank = '970499'");

    var browser = browser("vi").get(DAY);
    browser.shows(200, "Đã đối soát đến hết sao kê này", "1.000.000 đồng");
    assertThat(browser.body()).doesNotContain("Chưa đến giờ lấy sao kê");
    browser.get("/operations/reconciliation").shows(200, "Đã đối soát đến hết sao kê này");
  }

  @Test
  void theDownloadedTableExecutesNothing() {
    var browser = browser("vi").get(DAY + "/report.csv");
    browser.shows(200, "970499,2999-11-24,bank-only,2,ref-2,'" + EVIL + ",CRDT,100000,,");
    browser.shows(200, "970499,2999-11-24,matched,1,ref-1,FT1,CRDT,100000,100000,2999-11-24T10:00");
    assertThat(browser.header("Content-Type")).startsWith("text/csv");
    assertThat(browser.header("Content-Disposition")).contains("attachment");
  }

  @Test
  void theSameReportIsTheSameDocument() {
    var browser = browser("vi").get(DAY + "/report.pdf");
    browser.shows(200, "%PDF-");
    var first = browser.body();
    assertThat(browser.get(DAY + "/report.pdf").body()).isEqualTo(first);
    assertThat(papers()).isOne();
    run("update difference set state = 'DECIDED', decision = 'ACKNOWLEDGED' where id = 'DTEST'");
    browser.get(DAY + "/report.pdf").shows(200, "%PDF-");
    assertThat(papers()).isEqualTo(2);
  }

  @Test
  void statementOfAnUnknownBankOrAFutureDayIsRefused() {
    var browser = browser("vi").get("/operations/reconciliation");
    browser
        .post("/operations/reconciliation", Map.of("bank", "970499", "day", "2026-11-24"))
        .shows(422, "Ngân hàng này không có trong danh sách");
    browser
        .post("/operations/reconciliation", Map.of("bank", "970415", "day", "2999-11-24"))
        .shows(422, "Ngày này chưa bắt đầu.");
    browser.get("/operations/reconciliation/970499/2999-01-01").shows(404);
  }

  @Test
  void onlyOperatorsSeeIt() {
    new Browser(port, "vi").signIn("officer-1").get(DAY).shows(403);
    new Browser(port, "vi").signIn("officer-1").get(DAY + "/report.csv").shows(403);
  }

  private long papers() {
    return jdbc.sql("select count(*) from document where subject like '970499-%'")
        .query(Long.class)
        .single();
  }

  private void run(String sql) {
    jdbc.sql(sql).update();
  }

  private Browser browser(String language) {
    return new Browser(port, language).signIn("operator-1");
  }
}
