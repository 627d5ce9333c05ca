package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.watch.StuckSteps;

/** A step that nobody tries again any more is run again by an operator. */
@OperatorsTest
class StuckStepsPageTest {
  @Autowired CaseFixture fixture;
  @Autowired Audit audit;
  @Autowired StuckSteps stuck;
  @Autowired ProcessEngine engine;

  @Test
  void caseWhoseProcessIsGoneIsNamed() {
    var id = fixture.open();
    var runtime = engine.getRuntimeService();
    var browser = fixture.browser().signIn("operator-1").get("/operations/stuck");
    assertThat(browser.body()).doesNotContain(id);

    runtime.deleteProcessInstance(
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).singleResult().getId(),
        "deleted in the database");

    browser.get("/operations/stuck").shows(200, id, "Không còn quy trình");
  }

  @Test
  void aStuckCallIsRetriedForAReasonThatIsAudited() {
    var order = "P-" + fixture.subject();
    FailingCall.deploy(engine);
    engine.getRuntimeService().startProcessInstanceByKey("failing-call", order);
    var call = fetch();
    engine.getExternalTaskService().handleFailure(call, "trial", "NoAnswer: 3 times", 0, 0);
    var step = stuckOf(order);
    var browser = fixture.browser().signIn("operator-1").get("/operations/stuck");
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
  void stepsStuckAlikeArePreviewedAndRetriedTogether() {
    var one = stuckAt("B-" + fixture.subject() + "-1", "TrialAlike");
    var two = stuckAt("B-" + fixture.subject() + "-2", "TrialAlike");
    var browser = fixture.browser().signIn("operator-1").get("/operations/stuck");
    browser.shows(200, "Chạy lại cả 2 bước", "Lỗi của chương trình");
    var preview =
        browser.body().replaceFirst("(?s).*\"(/operations/stuck/preview[^\"]*)\".*", "$1");

    browser.get(preview).shows(200, one.businessKey(), two.businessKey());
    browser.post(
        "/operations/stuck/retry-all?step=" + one.id() + "&step=" + two.id(),
        Map.of("reason", "Đã sửa"));
    browser.shows(200, "Đã cho chạy lại 2 trên 2 bước");
    for (var step : List.of(one, two)) {
      assertThat(stuckOf(step.businessKey())).isEmpty();
      assertThat(audit.about(step.businessKey()))
          .singleElement()
          .satisfies(it -> assertThat(it.reason()).endsWith(": Đã sửa"));
    }

    engine.getExternalTaskService().handleFailure(fetch(), "trial", "TrialAlike", 0, 0);
    browser.get("/operations/stuck").shows(200, "1 lần không thành công");
    engine.getExternalTaskService().complete(fetch(), "trial");
    for (var left : stuck.all()) {
      if (left.businessKey() != null && left.businessKey().startsWith("B-")) {
        engine.getRuntimeService().deleteProcessInstance(left.instance(), "test over");
      }
    }
  }

  private StuckSteps.StuckStep stuckAt(String order, String cause) {
    FailingCall.deploy(engine);
    engine.getRuntimeService().startProcessInstanceByKey("failing-call", order);
    engine.getExternalTaskService().handleFailure(fetch(), "trial", cause, 0, 0);
    return stuckOf(order).get(0);
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
}
