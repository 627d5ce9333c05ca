package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.engine.EngineTestRoom.CallOutsideSteps;

/** Attacks by expressions in queries (CVE-2026-109432), and what models may still do. */
@EngineTest
class QueryExpressionTest {
  private static final String ATTACK = "${''.getClass().forName('java.lang.Runtime').toString()}";

  @LocalServerPort int port;
  @Autowired TaskService tasks;
  @Autowired FilterService filters;
  @Autowired Processes processes;
  @Autowired CallOutsideSteps steps;
  @Autowired JdbcClient jdbc;

  @Test
  void expressionInAQueryIsRefused() {
    assertThatThrownBy(() -> tasks.createTaskQuery().taskAssigneeExpression(ATTACK).list())
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void expressionInAnOrQueryIsRefused() {
    assertThatThrownBy(() -> orQuery().list())
        .hasStackTraceContaining("Expressions in queries are not allowed");
    assertThatThrownBy(() -> orQuery().count())
        .hasStackTraceContaining("Expressions in queries are not allowed");
  }

  @Test
  void expressionInASavedFilterIsRefusedForListAndCount() {
    Filter filter = filters.newTaskFilter("attack-" + UUID.randomUUID());
    filter.setQuery(tasks.createTaskQuery());
    filters.saveFilter(filter);
    try {
      jdbc.sql("update act_ru_filter set query_ = ? where id_ = ?")
          .params(
              "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}".formatted(ATTACK),
              filter.getId())
          .update();
      assertThatThrownBy(() -> filters.list(filter.getId())).hasStackTraceContaining("not allowed");
      assertThatThrownBy(() -> filters.count(filter.getId()))
          .hasStackTraceContaining("not allowed");
    } finally {
      filters.deleteFilter(filter.getId());
    }
  }

  @Test
  void expressionOverTheWebIsRefusedToo() throws Exception {
    var operator = WebappUser.signedIn(port, "operator-1", "tasklist");
    var answer =
        operator.post(
            WebappUser.ENGINE + "/task",
            "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}".formatted(ATTACK));
    assertThat(answer.statusCode()).isIn(400, 500);
    assertThat(answer.body()).contains("Unable to resolve expression");
  }

  @Test
  void modelsStillEvaluateTheirExpressions() {
    String order = UUID.randomUUID().toString();
    processes.start("call-outside", order, Map.of("order", order, "bank", EngineTestRoom.WELL));
    await().until(() -> steps.noted.contains(order + " APPROVED"));
  }

  private TaskQuery orQuery() {
    return tasks.createTaskQuery().or().taskAssigneeExpression(ATTACK).taskName("x").endOr();
  }
}
