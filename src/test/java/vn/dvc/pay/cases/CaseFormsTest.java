package vn.dvc.pay.cases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.testing.Chromium;

/** Each kind of case offers exactly the decisions that it allows. */
@OperatorsTest
class CaseFormsTest {
  private static final double PATIENCE_MS = 90_000;
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  @Autowired List<CaseKind> kinds;
  @Autowired MessageSource texts;
  @Autowired Cases cases;
  @Autowired ProcessEngine engine;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  @Test
  void theTaskOfEveryKindOffersItsDecisions() {
    for (var kind : kinds) {
      var offered = (String) engine.getTaskService().getVariable(task(kind).getId(), "options");
      assertThat(offered.lines())
          .as(kind.name())
          .containsExactlyElementsOf(
              kind.decisions().stream().map(word -> word + "=" + label(word)).toList());
    }
  }

  @Test
  void theTaskShowsTheForm() {
    for (var kind : kinds) {
      var task = task(kind).getId();
      var form = engine.getFormService().getTaskFormData(task).getCamundaFormRef();
      assertThat(form.getKey()).isEqualTo("decide-case");
      assertThat(engine.getFormService().getDeployedTaskForm(task)).isNotEmpty();
      for (var text : List.of("intro", "hint")) {
        assertThat(engine.getTaskService().getVariable(task, text)).asString().isNotBlank();
      }
    }
  }

  @Test
  void tasklistShowsTheDecisionsAndSubmitsTheChosenOne() {
    try (var chromium = Chromium.orSkip()) {
      var page = chromium.browser().newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      page.navigate(tasklist());
      page.fill("input[type=text]", "operator-1");
      page.fill("input[type=password]", "operator-1");
      page.click("button[type=submit]");
      page.waitForSelector(".tasks-list");
      for (var name : List.of("statement-missing", "statement-bank-only")) {
        proposesTheLastWord(page, kind(name));
      }
    }
  }

  private void proposesTheLastWord(Page page, CaseKind kind) {
    var task = task(kind);
    // A Tasklist that is still open would write its own selection over the address.
    page.navigate("about:blank");
    page.navigate(tasklist() + "#/?task=" + task.getId());
    page.waitForSelector(".fjs-form label:has(input[type=radio])");
    var choices = page.locator(".fjs-form label:has(input[type=radio])");
    assertThat(choices).hasText(kind.decisions().stream().map(this::label).toArray(String[]::new));
    var form = page.locator(".fjs-form").first();
    assertThat(form).containsText(texts.getMessage("case.hint." + kind.name(), null, VIETNAMESE));
    assertThat(form).containsText(texts.getMessage("case.intro." + kind.name(), null, VIETNAMESE));
    page.click("button.claim");
    var word = kind.decisions().get(kind.decisions().size() - 1);
    page.getByLabel(label(word)).check();
    page.getByLabel("Lý do (bắt buộc)").fill("Ngân hàng trả lời bằng công văn");
    page.click("button[ng-click='complete()']");
    page.locator("button[ng-click='complete()']")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    var processInstance = task.getProcessInstanceId();
    var said = engine.getRuntimeService().getVariable(processInstance, "decision");
    assertThat(said).isEqualTo(word);
  }

  private String tasklist() {
    return "http://localhost:" + port + "/camunda/app/tasklist/default/";
  }

  private CaseKind kind(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
  }

  private Task task(CaseKind kind) {
    var id =
        transaction.execute(
            on -> cases.open(kind.name(), UUID.randomUUID().toString(), null, "UNKNOWN", Map.of()));
    return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(id).singleResult();
  }

  private String label(String word) {
    return texts.getMessage("case.decision." + word, null, VIETNAMESE);
  }
}
