package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.values.Problem;

/** The second person is never the first, whoever calls and by whatever route. */
@EngineTest
class TwoPersonRuleTest {
  @LocalServerPort int port;
  @Autowired Processes processes;
  @Autowired HumanTasks people;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;

  private String key;

  @BeforeEach
  void start() {
    key = UUID.randomUUID().toString();
    processes.start("two-persons", key, Map.of());
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Test
  void twoDifferentPersonsComplete() {
    people.complete(task(), "operator-1", Map.of());
    people.complete(task(), "operator-2", Map.of());
    assertThat(people.openOf(key)).isEmpty();
  }

  @Test
  void firstPersonCannotBeTheSecond() {
    people.complete(task(), "operator-1", Map.of());
    assertThatThrownBy(() -> people.complete(task(), "operator-1", Map.of()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(403);
              assertThat(problem.code()).isEqualTo("second-person-needed");
            });
    assertThat(people.openOf(key)).singleElement().matches(t -> t.assignee() == null);
  }

  @Test
  void secondTaskIsNeitherClaimedByNorAssignedNorDelegatedToTheFirstPerson() {
    people.complete(task(), "operator-1", Map.of());
    String confirm = task();
    assertThatThrownBy(() -> tasks.claim(confirm, "operator-1")).isInstanceOf(refusal());
    assertThatThrownBy(() -> tasks.setAssignee(confirm, "operator-1")).isInstanceOf(refusal());
    assertThatThrownBy(() -> tasks.delegateTask(confirm, "operator-1")).isInstanceOf(refusal());
    Task saved = tasks.createTaskQuery().taskId(confirm).singleResult();
    saved.setAssignee("operator-1");
    assertThatThrownBy(() -> tasks.saveTask(saved)).isInstanceOf(refusal());
  }

  @Test
  void firstPersonCannotResolveATaskDelegatedToAnother() {
    people.complete(task(), "operator-1", Map.of());
    String confirm = task();
    tasks.setAssignee(confirm, "admin");
    tasks.delegateTask(confirm, "operator-2");
    actAs("operator-1");
    assertThatThrownBy(() -> tasks.resolveTask(confirm)).isInstanceOf(refusal());
  }

  @Test
  void onlyTheAssigneeMayCompleteTheTask() {
    String decide = task();
    assertThatThrownBy(() -> tasks.complete(decide)).isInstanceOf(refusal());
    tasks.setAssignee(decide, "operator-1");
    assertThatThrownBy(() -> tasks.complete(decide)).isInstanceOf(refusal());
    actAs("admin");
    assertThatThrownBy(() -> tasks.complete(decide)).isInstanceOf(refusal());
    identity.clearAuthentication();
    people.complete(decide, "operator-1", Map.of());
  }

  @Test
  void administratorIsBoundAsWell() {
    identity.createMembership("admin", "operators");
    try {
      administratorCannotClaimAfterDeciding();
    } finally {
      identity.deleteMembership("admin", "operators");
    }
  }

  private void administratorCannotClaimAfterDeciding() {
    people.complete(task(), "admin", Map.of());
    String confirm = task();
    identity.setAuthentication("admin", List.of("camunda-admin", "operators"));
    assertThatThrownBy(() -> tasks.claim(confirm, "admin"))
        .isInstanceOf(refusal())
        .hasMessageContaining("người thứ hai");
    identity.clearAuthentication();
  }

  @Test
  void browserIsAnswered403InVietnamese() throws Exception {
    people.complete(task(), "operator-1", Map.of());
    String confirm = WebappUser.ENGINE + "/task/" + task();
    var first = WebappUser.signedIn(port, "operator-1", "tasklist");
    refused(first.post(confirm + "/claim", "{\"userId\": \"operator-1\"}"));
    var third = WebappUser.signedIn(port, "operator-3", "tasklist");
    refused(third.post(confirm + "/complete", "{}"));
    for (var call : List.of("/assignee", "/delegate")) {
      assertThat(third.post(confirm + call, "{\"userId\": \"operator-1\"}").statusCode())
          .isEqualTo(403);
    }

    var second = WebappUser.signedIn(port, "operator-2", "tasklist");
    assertThat(second.post(confirm + "/claim", "{\"userId\": \"operator-2\"}").statusCode())
        .isEqualTo(204);
    refused(third.post(confirm + "/submit-form", "{\"variables\": {}}"));
    assertThat(second.post(confirm + "/complete", "{}").statusCode()).isEqualTo(204);
    assertThat(people.openOf(key)).isEmpty();
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).containsAnyOf("người thứ hai", "người đã nhận việc");
  }

  private void actAs(String user) {
    identity.setAuthentication(user, List.of("admin".equals(user) ? "camunda-admin" : "operators"));
  }

  private String task() {
    return people.openOf(key).get(0).id();
  }

  private static Class<AuthorizationException> refusal() {
    return AuthorizationException.class;
  }
}
