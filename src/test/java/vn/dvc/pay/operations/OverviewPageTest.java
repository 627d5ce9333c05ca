package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;

/** The operators' start page answers whether anything is wrong. */
@OperatorsTest
class OverviewPageTest {
  private static final UUID KILLED = UUID.randomUUID();

  @Autowired CaseFixture fixture;
  @Autowired JdbcClient jdbc;

  @Test
  void signingInLeadsToTheOverviewOfBanksPaymentsCasesStepsPortalAndDays() {
    var id = fixture.open("P1", Map.of());
    var browser = fixture.browser().signIn("operator-1");

    browser
        .get("/operations")
        .shows(
            200,
            "Tổng quan",
            "VietinBank",
            "970431",
            "Lệnh 0/16",
            "đóng (thông)",
            "Chưa rõ ngân hàng đã chuyển tiền hay chưa",
            "Giao dịch đang kiểm tra kết quả",
            "Cổng dịch vụ công",
            "Ngày chưa đối soát xong",
            "Đồng hồ đúng",
            "Sẵn sàng",
            "giây trước",
            "aria-current=\"page\"");
    assertThat(id).isNotEmpty();
    assertThat(browser.body()).doesNotContain("??", "<script", " style=");
    assertThat(browser.header("Content-Security-Policy")).contains("default-src 'self'");
    browser.get("/operations?lang=en").shows(200, "Overview", "Payments being checked", "Banks");
    assertThat(browser.body()).doesNotContain("??");
  }

  @Test
  void nodeThatWasKilledIsMarkedAndNamedAboveAll() {
    jdbc.sql(
            """
            insert into node (id, name, version, state, started_at, seen_at)
            values (?, 'pay-9:8080', '1.0', 'READY', current_timestamp - interval '1' hour,
                current_timestamp - interval '5' minute)""")
        .param(KILLED)
        .update();

    fixture
        .browser()
        .signIn("operator-1")
        .get("/operations")
        .shows(
            200,
            "Máy chủ pay-9:8080 không còn dấu hiệu hoạt động",
            "Không có dấu hiệu",
            "5 phút trước");
  }

  @AfterEach
  void forget() {
    jdbc.sql("delete from node where id = ?").param(KILLED).update();
  }

  @Test
  void onlyOperatorsSeeIt() {
    assertThat(fixture.browser().get("/operations").path()).isEqualTo("/operations/login");
    fixture.browser().signIn("officer-1").get("/operations").shows(403);
  }
}
