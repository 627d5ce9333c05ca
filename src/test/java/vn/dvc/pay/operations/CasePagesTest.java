package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.operations.CaseFixture.KIND;
import static vn.dvc.pay.operations.CaseFixture.WHY;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.payment.collection.CollectionFixture;

/** Two operators decide a case on its page. */
@OperatorsTest
class CasePagesTest {
  @Autowired CaseFixture fixture;
  @Autowired Cases cases;
  @Autowired CollectionFixture money;

  @Test
  void theListSaysWhoseMoneyHowMuchAndForHowLong() {
    var payment = money.instructed(170_000);
    var list = fixture.listed(fixture.open(payment.id().text(), Map.of()));

    list.shows(200, payment.payer().name(), payment.payer().id(), "170.000 đồng", " giây</span>");
    assertThat(list.body()).contains(payment.id().reference().toString()).doesNotContain("??");
  }

  @Test
  void twoOperatorsDecideACase() {
    var id = fixture.open();
    var first = fixture.listed(id);
    first.shows(200, "Chưa rõ ngân hàng đã chuyển tiền hay chưa", "Chờ đề xuất");
    first
        .get("/operations/cases/" + id)
        .shows(200, "<dt>Ngân hàng</dt>", "không trả lời", fixture.subject());
    first
        .post("/operations/cases/" + id + "/claim", Map.of("task", fixture.task(id)))
        .shows(200, "Đang được operator-1 xử lý.");
    first
        .post(
            "/operations/cases/" + id + "/decide", fixture.said(id, "decision", "MONEY_MOVED", WHY))
        .shows(200, "Ngân hàng đã chuyển tiền", WHY, "Bạn là người đề xuất.");

    var second = fixture.browser().signIn("operator-2").get("/operations/cases/" + id);
    second
        .post(
            "/operations/cases/" + id + "/confirm",
            fixture.said(id, "agreed", "AGREED", "Đã đối chiếu"))
        .shows(200, "Đã quyết định", "operator-2", "Đã đối chiếu");
    assertThat(cases.isOpen(KIND, fixture.subject())).isFalse();
  }

  @Test
  void theSamePersonIsRefusedInVietnamese() {
    var id = fixture.open();
    var browser = fixture.browser().signIn("operator-1").get("/operations/cases/" + id);
    browser.post(
        "/operations/cases/" + id + "/decide", fixture.said(id, "decision", "MONEY_MOVED", WHY));

    browser
        .post("/operations/cases/" + id + "/confirm", fixture.said(id, "agreed", "AGREED", WHY))
        .shows(403, "Việc này phải do người thứ hai thực hiện");
    assertThat(cases.isOpen(KIND, fixture.subject())).isTrue();
  }

  @Test
  void theRefusalIsInEnglishForReadersOfEnglish() {
    var id = fixture.open();
    var browser = fixture.browser("en").signIn("operator-1").get("/operations/cases/" + id);
    browser.shows(200, "Not known whether the bank moved the money");
    browser.post(
        "/operations/cases/" + id + "/decide", fixture.said(id, "decision", "MONEY_MOVED", WHY));

    browser
        .post("/operations/cases/" + id + "/confirm", fixture.said(id, "agreed", "AGREED", WHY))
        .shows(403, "A second person must do this");
  }

  @Test
  void aDecisionWithoutAReasonOrAChoiceIsRefused() {
    var id = fixture.open();
    var browser = fixture.browser().signIn("operator-1").get("/operations/cases/" + id);

    browser
        .post(
            "/operations/cases/" + id + "/decide", fixture.said(id, "decision", "MONEY_MOVED", " "))
        .shows(422, "Phải nêu lý do.");
    browser
        .post("/operations/cases/" + id + "/decide", fixture.said(id, "decision", "MARK_PAID", WHY))
        .shows(422, "Hãy chọn một quyết định có trong danh sách.", WHY);
    browser
        .post("/operations/cases/" + id + "/decide", Map.of("task", fixture.task(id)))
        .shows(422, "Hãy chọn một quyết định có trong danh sách.");
    assertThat(cases.find(id).orElseThrow().decision()).isNull();
  }

  @Test
  void anOldPageCannotConfirmAProposalItDidNotShow() {
    var id = fixture.open();
    var first = fixture.browser().signIn("operator-1").get("/operations/cases/" + id);
    first.post(
        "/operations/cases/" + id + "/decide", fixture.said(id, "decision", "MONEY_MOVED", WHY));
    var second = fixture.browser().signIn("operator-2").get("/operations/cases/" + id);
    var oldForm = fixture.said(id, "agreed", "AGREED", WHY);
    // Meanwhile the proposal is replaced by the opposite one.
    second.post(
        "/operations/cases/" + id + "/confirm",
        fixture.said(id, "agreed", "DISAGREED", "Không đúng"));
    first.get("/operations/cases/" + id);
    first.post(
        "/operations/cases/" + id + "/decide", fixture.said(id, "decision", "NO_MONEY_MOVED", WHY));

    second
        .post("/operations/cases/" + id + "/confirm", oldForm)
        .shows(409, "Vụ việc đã sang bước khác");
    assertThat(cases.isOpen(KIND, fixture.subject())).isTrue();
  }

  @Test
  void aFormFromAnotherSiteChangesNothing() {
    var id = fixture.open();
    var browser = fixture.browser().signIn("operator-1");

    browser.postBare(
        "/operations/cases/" + id + "/decide", fixture.said(id, "decision", "MONEY_MOVED", WHY));
    assertThat(cases.find(id).orElseThrow().decision()).isNull();
  }

  @Test
  void anUnknownCaseIsNotFound() {
    fixture
        .browser()
        .signIn("operator-1")
        .get("/operations/cases/CNONE")
        .shows(404, "Không có vụ việc này.");
  }

  @Test
  void foreignTextIsNeverInterpretedAsMarkup() {
    var id = fixture.open("P1", Map.of("Ngân hàng", "<script>alert(1)</script>"));

    var page = fixture.browser().signIn("operator-1").get("/operations/cases/" + id);
    assertThat(page.body()).doesNotContain("<script").contains("&lt;script&gt;");
  }
}
