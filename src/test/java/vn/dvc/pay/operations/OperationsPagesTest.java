package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Audit;

/** Who may see the pages of operations, and what stands on each of them. */
@OperatorsTest
class OperationsPagesTest {
  @Autowired CaseFixture fixture;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @Test
  void anonymousVisitorsAreSentToTheLoginPage() {
    var browser = fixture.browser().get("/operations/cases");

    assertThat(browser.path()).isEqualTo("/operations/login");
    browser.shows(200, "Đăng nhập", "Mật khẩu");
  }

  @Test
  void aWrongPasswordIsReported() {
    var browser = fixture.browser().get("/operations/login");

    browser
        .post("/operations/login", Map.of("username", "analyst-1", "password", "guess"))
        .shows(200, "Tên đăng nhập hoặc mật khẩu không đúng.");
  }

  @ParameterizedTest
  @CsvSource({
    "operator-1, /operations",
    "analyst-1, /operations/models",
    "teller-1, /operations/work",
    "officer-1, /operations/work",
    "supervisor-1, /operations/work",
    "admin, /camunda/app/welcome/default/"
  })
  void signInLeadsToAPageOfOnesOwn(String member, String home) {
    assertThat(fixture.browser().signIn(member).shows(200).path()).isEqualTo(home);
    assertThat(fixture.browser().get("/operations").signIn(member).shows(200).path())
        .as("having begun at the operators' first page")
        .isEqualTo(home);
  }

  @Test
  void signInLeadsToThePageThatWasWanted() {
    var browser = fixture.browser().get("/operations/handbook/officer").signIn("analyst-1");
    assertThat(browser.shows(200).path()).isEqualTo("/operations/handbook/officer");
  }

  @Test
  void bankOfficersAreNotOperators() {
    fixture.browser().signIn("officer-1").get("/operations/cases").shows(403);
  }

  @Test
  void theListShowsTheStateOfEachCase() {
    var id = fixture.open();

    var page = fixture.listed(id).body();
    assertThat(page.substring(page.indexOf("<tbody>")))
        .contains("/operations/cases/" + id, "Chờ đề xuất");
    assertThat(page.substring(0, page.indexOf("<tbody>"))).doesNotContain("badge");
  }

  @Test
  void theTrailShowsWhoDidWhatAndWhetherItWasEdited() {
    transaction.executeWithoutResult(
        on -> audit.write("operator-2", "step-retried", fixture.subject(), "Đã gọi ngân hàng"));
    var browser = fixture.browser().signIn("operator-1").get("/operations/audit");
    browser.shows(200, "operator-2", "Đã gọi ngân hàng", "Chuỗi nhật ký nguyên vẹn");

    var seq = audit.about(fixture.subject()).get(0).seq();
    edit(seq, "Chưa gọi ai");
    try {
      browser.get("/operations/audit").shows(200, "Nhật ký đã bị sửa hoặc xóa từ dòng " + seq);
    } finally {
      edit(seq, "Đã gọi ngân hàng");
    }
  }

  @Test
  void pagesHaveTheStrictContentSecurityPolicy() {
    var id = fixture.open();
    var browser = fixture.browser().signIn("operator-1");
    for (var path :
        List.of(
            "/operations/cases",
            "/operations/cases/" + id,
            "/operations/stuck",
            "/operations/audit",
            "/operations/search")) {
      browser
          .get(path)
          .shows(200, "/camunda/app/cockpit/default/", "/camunda/app/tasklist/default/");
      assertThat(browser.body()).doesNotContain("<script", " style=", " onclick=", "??");
      assertThat(browser.header("Content-Security-Policy")).contains("default-src 'self'");
    }
  }

  private void edit(long seq, String reason) {
    jdbc.sql("update audit_entry set reason = :reason where seq = :seq")
        .param("reason", reason)
        .param("seq", seq)
        .update();
  }
}
