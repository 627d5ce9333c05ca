package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
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
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.StuckSteps;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;

@OperatorsTest
class OperationsPagesTest {
  private static final String KIND = "unknown-outcome";
  private static final String WHY = "Ngân hàng xác nhận bằng công văn số 12";

  @LocalServerPort int port;
  @Autowired Cases cases;
  @Autowired Audit audit;
  @Autowired HumanTasks tasks;
  @Autowired StuckSteps stuck;
  @Autowired Dossiers dossiers;
  @Autowired Payments payments;
  @Autowired ProcessEngine engine;
  @Autowired TransactionTemplate transaction;
  @Autowired BankCalls calls;
  @Autowired JdbcClient jdbc;

  private String subject;

  @BeforeEach
  void aMoneyAttempt() {
    // The listener for the decision looks the attempt up.
    subject =
        transaction
            .execute(on -> calls.open(Subject.of(PaymentId.fresh()), "970415", Money.dong(120_000)))
            .toString();
  }

  @Test
  void whoIsNotSignedInIsSentToTheLoginPage() {
    var browser = browser().get("/operations/cases");

    assertThat(browser.path()).isEqualTo("/operations/login");
    browser.shows(200, "Đăng nhập", "Mật khẩu");
  }

  @Test
  void aWrongPasswordIsToldAsSuch() {
    var browser = browser().get("/operations/login");

    browser
        .post("/operations/login", Map.of("username", "analyst-1", "password", "guess"))
        .shows(200, "Tên đăng nhập hoặc mật khẩu không đúng.");
  }

  @Test
  void bankOfficersAreNoOperators() {
    browser().signIn("officer-1").get("/operations/cases").shows(403);
  }

  @Test
  void twoOperatorsDecideACase() {
    var id = open();
    var first = browser().signIn("operator-1").get("/operations/cases");
    first.shows(200, "Chưa rõ ngân hàng đã chuyển tiền hay chưa", "Chờ đề xuất");
    first.get("/operations/cases/" + id).shows(200, "<dt>Ngân hàng</dt>", "không trả lời", subject);
    first
        .post("/operations/cases/" + id + "/claim", Map.of("task", task(id)))
        .shows(200, "Đang được operator-1 xử lý.");
    first
        .post("/operations/cases/" + id + "/decide", said(id, "decision", "MONEY_MOVED", WHY))
        .shows(200, "Ngân hàng đã chuyển tiền", WHY, "Bạn là người đề xuất.");

    var second = browser().signIn("operator-2").get("/operations/cases/" + id);
    second
        .post("/operations/cases/" + id + "/confirm", said(id, "agreed", "AGREED", "Đã đối chiếu"))
        .shows(200, "Đã quyết định", "operator-2", "Đã đối chiếu");
    assertThat(cases.isOpen(KIND, subject)).isFalse();
  }

  @Test
  void theSamePersonIsRefusedInVietnamese() {
    var id = open();
    var browser = browser().signIn("operator-1").get("/operations/cases/" + id);
    browser.post("/operations/cases/" + id + "/decide", said(id, "decision", "MONEY_MOVED", WHY));

    browser
        .post("/operations/cases/" + id + "/confirm", said(id, "agreed", "AGREED", WHY))
        .shows(403, "Việc này phải do người thứ hai thực hiện");
    assertThat(cases.isOpen(KIND, subject)).isTrue();
  }

  @Test
  void theRefusalIsToldInEnglishToWhoReadsEnglish() {
    var id = open();
    var browser = new Browser(port, "en").signIn("operator-1").get("/operations/cases/" + id);
    browser.shows(200, "Not known whether the bank moved the money");
    browser.post("/operations/cases/" + id + "/decide", said(id, "decision", "MONEY_MOVED", WHY));

    browser
        .post("/operations/cases/" + id + "/confirm", said(id, "agreed", "AGREED", WHY))
        .shows(403, "A second person must do this");
  }

  @Test
  void aDecisionWithoutReasonOrWordIsRefused() {
    var id = open();
    var browser = browser().signIn("operator-1").get("/operations/cases/" + id);

    browser
        .post("/operations/cases/" + id + "/decide", said(id, "decision", "MONEY_MOVED", " "))
        .shows(422, "Phải nêu lý do.");
    browser
        .post("/operations/cases/" + id + "/decide", said(id, "decision", "MARK_PAID", WHY))
        .shows(422, "Hãy chọn một quyết định có trong danh sách.", WHY);
    browser
        .post("/operations/cases/" + id + "/decide", Map.of("task", task(id)))
        .shows(422, "Hãy chọn một quyết định có trong danh sách.");
    assertThat(cases.find(id).orElseThrow().decision()).isNull();
  }

  @Test
  void anOldPageCannotAgreeToWhatItDidNotShow() {
    var id = open();
    var first = browser().signIn("operator-1").get("/operations/cases/" + id);
    first.post("/operations/cases/" + id + "/decide", said(id, "decision", "MONEY_MOVED", WHY));
    var second = browser().signIn("operator-2").get("/operations/cases/" + id);
    var oldForm = said(id, "agreed", "AGREED", WHY);
    // Meanwhile the proposal is replaced by the opposite one.
    second.post(
        "/operations/cases/" + id + "/confirm", said(id, "agreed", "DISAGREED", "Không đúng"));
    first.get("/operations/cases/" + id);
    first.post("/operations/cases/" + id + "/decide", said(id, "decision", "NO_MONEY_MOVED", WHY));

    second
        .post("/operations/cases/" + id + "/confirm", oldForm)
        .shows(409, "Vụ việc đã sang bước khác");
    assertThat(cases.isOpen(KIND, subject)).isTrue();
  }

  @Test
  void aFormFromElsewhereChangesNothing() {
    var id = open();
    var browser = browser().signIn("operator-1");

    browser.postBare(
        "/operations/cases/" + id + "/decide", said(id, "decision", "MONEY_MOVED", WHY));
    assertThat(cases.find(id).orElseThrow().decision()).isNull();
  }

  @Test
  void anUnknownCaseIsNotFound() {
    browser()
        .signIn("operator-1")
        .get("/operations/cases/CNONE")
        .shows(404, "Không có vụ việc này.");
  }

  @Test
  void whatOthersWroteIsShownAsTextOnly() {
    var id =
        transaction.execute(
            on ->
                cases.open(
                    KIND,
                    subject,
                    "P1",
                    "UNKNOWN",
                    Map.of("Ngân hàng", "<script>alert(1)</script>")));

    var page = browser().signIn("operator-1").get("/operations/cases/" + id);
    assertThat(page.body()).doesNotContain("<script").contains("&lt;script&gt;");
  }

  @Test
  void aStuckCallRunsAgainForAReasonAndIsWrittenDown() {
    var order = "P-" + subject;
    engine
        .getRepositoryService()
        .createDeployment()
        .name("failing-call")
        .enableDuplicateFiltering(true)
        .addClasspathResource("operations/failing-call.bpmn")
        .deploy();
    engine.getRuntimeService().startProcessInstanceByKey("failing-call", order);
    var call = fetch();
    engine.getExternalTaskService().handleFailure(call, "trial", "NoAnswer: 3 times", 0, 0);
    var step = stuckOf(order);
    var browser = browser().signIn("operator-1").get("/operations/stuck");
    browser.shows(200, "Hỏi ngân hàng thử", "NoAnswer: 3 times", order);
    var retry = "/operations/stuck/" + step.get(0).id() + "/retry";

    browser.post(retry, Map.of("reason", "  ")).shows(422, "Phải nêu lý do.");
    assertThat(stuckOf(order)).hasSize(1);
    assertThat(audit.about(order)).isEmpty();

    browser
        .post(retry, Map.of("reason", "Ngân hàng đã hoạt động lại"))
        .shows(200, "Bước sẽ được chạy lại ngay.");
    assertThat(stuckOf(order)).isEmpty();
    assertThat(audit.about(order))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo("operator-1");
              assertThat(entry.action()).isEqualTo("step-retried");
              assertThat(entry.reason())
                  .isEqualTo("failing-call askTrialBank: Ngân hàng đã hoạt động lại");
            });
    browser.get("/operations/stuck").post(retry, Map.of("reason", "lần nữa")).shows(404);
    assertThat(audit.about(order)).hasSize(1);

    engine.getExternalTaskService().complete(fetch(), "trial");
    assertThat(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .count())
        .isZero();
  }

  @Test
  void theTrailTellsWhoDidWhatAndWhetherItWasEdited() {
    transaction.executeWithoutResult(
        on -> audit.write("operator-2", "step-retried", subject, "Đã gọi ngân hàng"));
    var browser = browser().signIn("operator-1").get("/operations/audit");
    browser.shows(200, "operator-2", "Đã gọi ngân hàng", "Chuỗi nhật ký nguyên vẹn");

    var seq = audit.about(subject).get(0).seq();
    edit(seq, "Chưa gọi ai");
    try {
      browser.get("/operations/audit").shows(200, "Nhật ký đã bị sửa hoặc xóa từ dòng " + seq);
    } finally {
      edit(seq, "Đã gọi ngân hàng");
    }
  }

  @Test
  void aPaymentIsFoundByItsIdAndByItsDossier() {
    var payer = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
    var code = DossierCode.of("000.00.00.H47-261124-7301");
    var treasury = new DossierContent.Beneficiary("970415", "112233445566", "Kho bạc Nhà nước");
    var fee = new DossierContent.Fee("LP01", "Lệ phí", Money.dong(120_000), treasury);
    dossiers.put(code, new DossierContent("Cấp hộ chiếu", "Công an", payer, null, List.of(fee)));
    var payment = payments.start(payer, List.of(code), Payments.Method.CARD, null).id().text();
    var id = transaction.execute(on -> cases.open(KIND, subject, payment, "UNKNOWN", Map.of()));
    var browser = browser().signIn("operator-1");

    browser
        .get(
            "/operations/search?q="
                + code.text().toLowerCase(Locale.ROOT).replace("-", "%E2%80%93"))
        .shows(200, "ĐANG THANH TOÁN", "120.000 đồng", "/operations/payments/" + payment);
    browser
        .get("/operations/search?q=" + payment.toLowerCase(Locale.ROOT))
        .shows(200, "Chờ nhập thẻ", "Nguyễn Văn A", code.text(), "/operations/cases/" + id);
    assertThat(browser.path()).isEqualTo("/operations/payments/" + payment);
    browser.get("/operations/search?q=" + id).shows(200, "Chờ đề xuất");
  }

  @Test
  void aPaymentIsFoundByTheReferenceThatSomebodyReadsOut() {
    var payer = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
    var code = DossierCode.of("000.00.00.H47-261124-7302");
    var treasury = new DossierContent.Beneficiary("970415", "112233445566", "Kho bạc Nhà nước");
    var fee = new DossierContent.Fee("LP01", "Lệ phí", Money.dong(130_000), treasury);
    dossiers.put(code, new DossierContent("Cấp hộ chiếu", "Công an", payer, null, List.of(fee)));
    var payment = payments.start(payer, List.of(code), Payments.Method.CARD, null).id();
    var reference = payment.reference().toString();
    var browser = browser().signIn("operator-1");

    var asInWord = reference.replace("-", URLEncoder.encode(" – ", StandardCharsets.UTF_8));
    for (var typed :
        List.of(reference, reference.toLowerCase(Locale.ROOT).replace("-", "+"), asInWord)) {
      browser.get("/operations/search?q=" + typed).shows(200, reference, code.text());
      assertThat(browser.path()).isEqualTo("/operations/payments/" + payment);
    }
    var last = reference.charAt(reference.length() - 1);
    var wrong = reference.substring(0, reference.length() - 1) + (last == '0' ? '1' : '0');
    browser.get("/operations/search?q=" + wrong).shows(422, "ký tự cuối không khớp", wrong);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    var browser = browser().signIn("operator-1");
    for (var asked : List.of("xyz", "000.00.00.H47-261124-9999", "P" + "0".repeat(32))) {
      browser
          .get("/operations/search?q=" + asked)
          .shows(404, "Không tìm thấy giao dịch, đăng ký hay hồ sơ nào.");
    }
    browser.get("/operations/payments/P" + "0".repeat(32)).shows(404, "Không tìm thấy thanh toán");
  }

  @Test
  void theListTellsWhereEachCaseStands() {
    var id = open();

    var page = browser().signIn("operator-1").get("/operations/cases").body();
    assertThat(page.substring(page.indexOf("<tbody>")))
        .contains("/operations/cases/" + id, "Chờ đề xuất");
    assertThat(page.substring(0, page.indexOf("<tbody>"))).doesNotContain("badge");
  }

  @Test
  void pagesKeepTheStrictPolicy() {
    var id = open();
    var browser = browser().signIn("operator-1");
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

  private String fetch() {
    return engine
        .getExternalTaskService()
        .fetchAndLock(1, "trial")
        .topic("trial.nobody", 60_000)
        .execute()
        .get(0)
        .getId();
  }

  private List<StuckSteps.StuckStep> stuckOf(String order) {
    return stuck.all().stream().filter(step -> order.equals(step.businessKey())).toList();
  }

  private String open() {
    return transaction.execute(
        on -> cases.open(KIND, subject, "P1", "UNKNOWN", Map.of("bank", "không trả lời")));
  }

  private String task(String id) {
    return tasks.openOf(id).get(0).id();
  }

  private Map<String, String> said(String id, String field, String word, String reason) {
    return Map.of("task", task(id), field, word, "reason", reason);
  }

  private Browser browser() {
    return new Browser(port, "vi");
  }
}
