package vn.dvc.pay.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;

/** Each kind of case is decided on a form of its own, by exactly the words that it allows. */
@OperatorsTest
class CaseFormsTest {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  @Autowired List<CaseKind> kinds;
  @Autowired MessageSource texts;
  @Autowired Cases cases;
  @Autowired ProcessEngine engine;
  @Autowired TransactionTemplate transaction;

  @Test
  void everyKindHasAFormWithItsWords() throws Exception {
    for (var kind : kinds) {
      var form = new ObjectMapper().readTree(new File("processes/decide-" + kind.name() + ".form"));
      assertThat(form.path("id").asText()).isEqualTo("decide-" + kind.name());
      var offered = values(form);
      assertThat(offered)
          .extracting(each -> each.path("value").asText())
          .as(kind.name())
          .containsExactlyElementsOf(kind.decisions());
      for (var each : offered) {
        var key = "case.decision." + each.path("value").asText();
        assertThat(each.path("label").asText()).isEqualTo(texts.getMessage(key, null, VIETNAMESE));
      }
    }
  }

  @Test
  void theTaskShowsTheFormOfItsKind() {
    for (var kind : kinds) {
      var id =
          transaction.execute(
              on ->
                  cases.open(kind.name(), UUID.randomUUID().toString(), null, "UNKNOWN", Map.of()));
      var task =
          engine.getTaskService().createTaskQuery().processInstanceBusinessKey(id).singleResult();
      var form = engine.getFormService().getTaskFormData(task.getId()).getCamundaFormRef();
      assertThat(form.getKey()).isEqualTo("decide-" + kind.name());
      assertThat(engine.getFormService().getDeployedTaskForm(task.getId())).isNotEmpty();
    }
  }

  private static List<JsonNode> values(JsonNode form) {
    return StreamSupport.stream(form.path("components").spliterator(), false)
        .filter(component -> component.path("key").asText().equals("decision"))
        .flatMap(component -> StreamSupport.stream(component.path("values").spliterator(), false))
        .toList();
  }
}
