package vn.dvc.pay.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.Decisions;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.release.ReleasedModels;
import vn.dvc.pay.operations.models.AnalystsChange;
import vn.dvc.pay.operations.models.ModelsAsBefore;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.collection.CollectionFixture;

/** An analyst changes tables and models on the running product; another person releases them. */
@OperatorsTest
class ModelReleaseTest {
  private static final String PAGE = "/operations/models";

  @Autowired CaseFixture fixture;
  @Autowired CollectionFixture payers;
  @Autowired Payments payments;
  @Autowired HumanTasks tasks;
  @Autowired Decisions decisions;
  @Autowired ReleasedModels models;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;

  private ModelsAsBefore restored;
  private Map<String, byte[]> before;
  private Browser analyst;
  private Browser operator;

  @BeforeEach
  void signIn() {
    restored = ModelsAsBefore.of(models, transaction);
    before = restored.files();
    analyst = fixture.browser().signIn("analyst-1").get(PAGE);
    operator = fixture.browser().signIn("operator-1");
  }

  @AfterEach
  void restore() {
    restored.restore();
  }

  @Test
  void whatTwoPersonsReleasedRunsAndWhatIsUnderWayIsMovedByAPlan() {
    var untouched = instructed();
    var moved = instructed();
    analyst.upload(PAGE, "Công văn 7: năm lần nhập OTP", AnalystsChange.files());
    analyst.shows(200, "Chờ người thứ hai", "lookAtCancel", "Xem lại khoản bị hủy", "Chạy được");
    var release = analyst.path();
    assertThat(tries()).isEqualTo(3);

    analyst.post(release + "/release", Map.of("reason", "Tự duyệt")).shows(409, "không được tự");
    operator.get(release).post(release + "/release", Map.of("reason", "Đã xem")).shows(200);

    operator.shows(200, "Đã đưa vào chạy");
    assertThat(tries()).isEqualTo(5);
    cancel(untouched);
    assertThat(now(untouched).status()).isEqualTo(PaymentStatus.CANCELLED);
    var next = instructed();
    cancel(next);
    assertThat(now(next).status()).isNotEqualTo(PaymentStatus.CANCELLED);
    assertThat(task(next)).isEqualTo("lookAtCancel");

    analyst.get(PAGE);
    var plan = planOffered();
    analyst.get(PAGE + "/moves?" + plan).shows(200, "awaitCollection");
    analyst.post(PAGE + "/moves?" + plan, Map.of("reason", "Theo bản mới")).shows(200);
    var move = analyst.path();
    analyst.post(move + "/move", Map.of("reason", "Tự chuyển")).shows(409, "không được tự");
    operator.get(move).post(move + "/move", Map.of("reason", "Đã xem")).shows(200, "Đã chuyển");
    cancel(moved);
    assertThat(task(moved)).isEqualTo("lookAtCancel");

    analyst.get(release).post(release + "/return", Map.of("reason", "Trở lại")).shows(200);
    var back = analyst.path();
    operator.get(back).post(back + "/release", Map.of("reason", "Đồng ý")).shows(200);
    assertThat(tries()).isEqualTo(3);
    var last = instructed();
    cancel(last);
    assertThat(now(last).status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(audit.about("otp-policy.dmn"))
        .extracting(Audit.Entry::actor, Audit.Entry::action)
        .endsWith(
            tuple("analyst-1", "model-proposed"),
            tuple("operator-1", "model-released"),
            tuple("analyst-1", "model-proposed"),
            tuple("operator-1", "model-released"));
    assertThat(audit.about("otp-policy.dmn").get(audit.about("otp-policy.dmn").size() - 1).reason())
        .contains("→")
        .contains("Đồng ý");
  }

  @Test
  void nothingThatDoesNotFitIsTaken() {
    refused(Map.of("notes.txt", bytes("x")), "Tên tệp phải");
    refused(Map.of("no-such-table.dmn", bytes("<definitions/>")), "Không có mô hình");
    refused(Map.of("otp-policy.dmn", new byte[300_001]), "lớn hơn 300 KB");
    refused(Map.of("otp-policy.dmn", before.get("otp-policy.dmn")), "giống hệt");
    refused(Map.of(), "Chưa chọn tệp");
    refused(Map.of("otp-policy.dmn", AnalystsChange.tries("hai")), "không phải số nguyên");
    refused(
        Map.of("otp-policy.dmn", bytes("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")), "DOCTYPE");
    refused(
        Map.of("counter-payment.bpmn", before.get("card-payment.bpmn")), "counter-payment.bpmn");
    refused(
        Map.of(
            "counter-payment.bpmn",
            AnalystsChange.changed(
                "counter-payment.bpmn",
                "${verdict == 'COLLECTED'}",
                "${''.getClass().forName('java.lang.Runtime') == verdict}")),
        "đọc một thuộc tính");
    refused(Map.of("counter-payment.bpmn", ofTheFormerEngine()), "không gian tên cũ");
    analyst.upload(PAGE, " ", Map.of("otp-policy.dmn", AnalystsChange.tries("4")));
    analyst.shows(422, "Phải nêu lý do");

    operator.get(PAGE).upload(PAGE, "Tôi", Map.of("otp-policy.dmn", AnalystsChange.tries("4")));
    operator.shows(403, "Chỉ người phân tích");
    fixture.browser().signIn("teller-1").get(PAGE).shows(403);
  }

  @Test
  void onlyTheFirstOfTwoUploadsOfOneTableIsReleasedAndADecisionIsMadeOnce() {
    analyst.upload(PAGE, "Bốn", Map.of("otp-policy.dmn", AnalystsChange.tries("4"))).shows(200);
    var first = analyst.path();
    analyst.get(PAGE).upload(PAGE, "Sáu", Map.of("otp-policy.dmn", AnalystsChange.tries("6")));
    var second = analyst.path();
    var reason = Map.of("reason", "Đã xem");

    operator.get(first).post(first + "/release", reason).shows(200, "Đã đưa vào chạy");
    operator.post(first + "/refuse", reason).shows(409, "Đã có người quyết định");
    operator.get(second).post(second + "/release", reason).shows(409, "đã đổi từ khi tải lên");
    analyst.get(second).post(second + "/withdraw", reason).shows(200, "Đã rút");
    operator.get(second).shows(200, "Đã rút");
    assertThat(tries()).isEqualTo(4);
  }

  private void refused(Map<String, byte[]> files, String why) {
    analyst.upload(PAGE, "Thử", files).shows(422, why);
    assertThat(models.files()).containsOnlyKeys(before.keySet());
  }

  private byte[] ofTheFormerEngine() {
    return bytes(
        new String(before.get("counter-payment.bpmn"), UTF_8)
            .replace(
                "<bpmn:definitions ",
                "<bpmn:definitions xmlns:activiti=\"http://activiti.org/bpmn\" ")
            .replace(
                "<bpmn:serviceTask id=\"openInstruction\"",
                "<bpmn:serviceTask activiti:class=\"java.lang.Object\" id=\"openInstruction\""));
  }

  private int tries() {
    return decisions.decide("otp-policy", Map.of("bank", "970415")).number("tries");
  }

  /** Of the version that ran just before. */
  private String planOffered() {
    var offered =
        Pattern.compile("moves\\?(process=counter-payment&amp;from=\\d+&amp;to=\\d+)")
            .matcher(analyst.body());
    String last = "";
    while (offered.find()) {
      last = offered.group(1).replace("&amp;", "&");
    }
    assertThat(last).isNotEmpty();
    return last;
  }

  private Payment instructed() {
    return payers.instructedFor(CollectionFixture.anotherDossier(), 120_000);
  }

  private void cancel(Payment payment) {
    payments.cancel(payment.id());
  }

  private Payment now(Payment payment) {
    return payments.find(payment.id()).orElseThrow();
  }

  private String task(Payment payment) {
    var open = tasks.openOf(payment.id().text());
    assertThat(open).hasSize(1);
    return open.get(0).activity();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
