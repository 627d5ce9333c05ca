package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.OperatorsTest;

/** The pictures of the models say how many processes are at each step, and how many are stuck. */
@OperatorsTest
class ProcessesPageTest {
  private static final String ORDER = "PROCESSES-PAGE";

  @Autowired CaseFixture fixture;
  @Autowired ProcessEngine engine;

  @AfterEach
  void over() {
    var runtime = engine.getRuntimeService();
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(ORDER)
        .list()
        .forEach(it -> runtime.deleteProcessInstance(it.getId(), "test over"));
  }

  @Test
  void operatorSeesHowManyAreAtAStepAndHowManyAreStuckThere() {
    threeOfWhichOneIsStuck();
    var browser = fixture.browser().signIn("operator-1").get("/operations/processes");

    browser.shows(200, "failing-call", "3 đang chạy", "Hỏi ngân hàng thử");
    assertThat(browser.body())
        .containsPattern("data-counts=\"[^\"]*e\\d+:3")
        .containsPattern("data-stuck=\"e\\d+:1\"")
        .containsPattern("<td>3</td>\\s*<td><a href=\"/operations/stuck\">1</a>");
    var drawing =
        browser
            .body()
            .replaceFirst("(?s).*\"(/operations/processes/failing-call/[^\"]*)\".*", "$1");
    browser.get(drawing).shows(200, "Hỏi ngân hàng thử", "BPMNDiagram");
    assertThat(browser.body()).doesNotContain("trial.nobody");
    browser.get("/operations/processes/none/1/drawing").shows(404);
  }

  private void threeOfWhichOneIsStuck() {
    FailingCall.deploy(engine);
    for (var i = 0; i < 3; i++) {
      engine.getRuntimeService().startProcessInstanceByKey("failing-call", ORDER);
    }
    var calls = engine.getExternalTaskService();
    var call = calls.fetchAndLock(1, "trial").topic("trial.nobody", 60_000).execute().get(0);
    calls.handleFailure(call.getId(), "trial", "NoAnswer", 0, 0);
  }
}
