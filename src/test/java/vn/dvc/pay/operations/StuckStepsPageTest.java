package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
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
  @Autowired TransactionTemplate transaction;

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
    browser.get(preview(browser)).shows(200, one.businessKey(), two.businessKey());
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

  /** As when the nightly clean-up of its history gave up. */
  @Test
  void ownWorkOfTheEngineIsShownAndRetried() {
    var batches = List.of(failedBatch(), failedBatch());
    try {
      var operator = fixture.browser().signIn("operator-1").get("/operations/stuck");
      operator.shows(200, "Chạy lại cả 2 bước", "Việc riêng của bộ máy quy trình");
      operator.get(preview(operator)).shows(200, "<td class=\"code\"><span>engine</span>");
      assertShownAndRetried("engine", "batch-seed-job");
      assertThat(batches).extracting(it -> seedOf(it).getRetries()).containsExactly(1, 0);
    } finally {
      batches.forEach(it -> engine.getManagementService().deleteBatch(it.getId(), true));
    }
  }

  /** Suspended, so that nobody runs it once it is retried. */
  private Batch failedBatch() {
    var jobs = engine.getManagementService();
    return transaction.execute(
        status -> {
          var batch =
              engine
                  .getHistoryService()
                  .deleteHistoricProcessInstancesAsync(List.of("none"), "trial");
          jobs.setJobRetries(seedOf(batch).getId(), 0);
          jobs.suspendBatchById(batch.getId());
          return batch;
        });
  }

  private Job seedOf(Batch batch) {
    return engine
        .getManagementService()
        .createJobQuery()
        .jobDefinitionId(batch.getSeedJobDefinitionId())
        .singleResult();
  }

  @Test
  void timerThatStartsAProcessIsShownAndRetried() {
    var nightly =
        Bpmn.createExecutableProcess("nightly-trial")
            .camundaHistoryTimeToLive(1)
            .startEvent("atNight")
            .timerWithDate("2999-01-01T00:00:00Z")
            .endEvent()
            .done();
    var models = engine.getRepositoryService();
    var deployed = models.createDeployment().addModelInstance("nightly.bpmn", nightly).deploy();
    try {
      var jobs = engine.getManagementService();
      var timer = jobs.createJobQuery().processDefinitionKey("nightly-trial").singleResult();
      jobs.setJobRetries(timer.getId(), 0);

      assertShownAndRetried("nightly-trial", "atNight");
    } finally {
      models.deleteDeployment(deployed.getId(), true);
    }
  }

  /** A step without an instance. */
  private void assertShownAndRetried(String process, String activity) {
    var step = withoutInstance(process).get(0);
    var operator = fixture.browser().signIn("operator-1");
    operator.get("/operations/cockpit").shows(200, process, activity);

    operator
        .get("/operations/stuck")
        .shows(200, process + " · " + activity)
        .post("/operations/stuck/" + step.id() + "/retry", Map.of("reason", "Đã có chỗ trống"))
        .shows(200, "Bước sẽ được chạy lại ngay.");
    assertThat(withoutInstance(process)).doesNotContain(step);
    assertThat(audit.about(process))
        .last()
        .satisfies(
            it ->
                assertThat(it.reason()).isEqualTo(process + " " + activity + ": Đã có chỗ trống"));
  }

  /** Where the last group of steps that are stuck alike is shown. */
  private static String preview(Browser browser) {
    return browser.body().replaceFirst("(?s).*\"(/operations/stuck/preview[^\"]*)\".*", "$1");
  }

  private List<StuckSteps.StuckStep> withoutInstance(String process) {
    return stuck.all().stream()
        .filter(step -> step.instance() == null && step.process().equals(process))
        .toList();
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
