package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.engine.EngineTestRoom.CallOutsideSteps;
import vn.dvc.pay.engine.watch.StuckSteps;

/** Operators see a stuck step in Cockpit but cannot change anything there. */
@EngineTest
class OperatorRightsTest {
  @LocalServerPort int port;
  @Autowired Processes processes;
  @Autowired StuckSteps stuck;
  @Autowired CallOutsideSteps steps;
  @Autowired ExternalTaskService tasks;

  @Test
  void operatorSeesAnIncidentButChangesNothing() throws Exception {
    String order = UUID.randomUUID().toString();
    steps.banks.put(
        order,
        () -> {
          throw new IllegalStateException("out of order");
        });
    String instance =
        processes.start("call-outside", order, Map.of("order", order, "bank", EngineTestRoom.WELL));
    await().until(() -> stuck.all().stream().anyMatch(s -> order.equals(s.businessKey())));
    String task =
        tasks.createExternalTaskQuery().processInstanceId(instance).singleResult().getId();

    var operator = WebappUser.signedIn(port, "operator-1", "cockpit");
    var incidents = operator.get(WebappUser.ENGINE + "/incident?processInstanceId=" + instance);
    assertThat(incidents.statusCode()).isEqualTo(200);
    assertThat(incidents.body()).contains("failedExternalTask").doesNotContain("out of order");
    assertThat(operator.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);

    String here = WebappUser.ENGINE + "/process-instance/" + instance;
    refused(
        operator.put(
            here + "/variables/verdict", "{\"value\": \"APPROVED\", \"type\": \"String\"}"));
    refused(
        operator.post(
            here + "/modification",
            "{\"instructions\":"
                + " [{\"type\": \"startBeforeActivity\", \"activityId\": \"noteAnswer\"}]}"));
    refused(
        operator.put(
            WebappUser.ENGINE + "/external-task/" + task + "/retries", "{\"retries\": 1}"));
    refused(operator.put(here + "/suspended", "{\"suspended\": true}"));
  }

  /** Refused by the engine's authorisations, not for lack of a CSRF token. */
  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("AuthorizationException");
  }

  @Test
  void tellersHaveTasklistButNotCockpit() throws Exception {
    assertThat(WebappUser.stranger(port).login("teller-1", "tasklist").statusCode()).isEqualTo(200);
    assertThat(WebappUser.stranger(port).login("teller-1", "cockpit").statusCode()).isEqualTo(403);
  }

  @Test
  void operatorsFindTheirGroupsTasksInTasklist() throws Exception {
    processes.start("two-persons", UUID.randomUUID().toString(), Map.of());
    var operator = WebappUser.signedIn(port, "operator-2", "tasklist");
    var filters = operator.get(WebappUser.ENGINE + "/filter?resourceType=Task");
    assertThat(filters.body()).contains("Việc của nhóm Vận hành").doesNotContain("Giao dịch viên");
    String id = filters.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    assertThat(operator.get(WebappUser.ENGINE + "/filter/" + id + "/list").body())
        .contains("Quyết định");
  }
}
