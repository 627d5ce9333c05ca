package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.testing.Almighty;

/** Attacks on endpoints that must be closed, over real HTTP. */
@EngineTest
class ClosedEndpointsTest {
  private static final String STRANGER =
      """
      {"profile": {"id": "mallory", "firstName": "M", "lastName": "M", "email": "m@example.org"},
       "credentials": {"password": "mallory-was-here"}}
      """;

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired ProcessEngine engine;
  @Autowired RepositoryService repository;
  @Autowired TaskService tasks;
  @Autowired Processes processes;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/%73etup/default/user/create",
        "/camunda/api/admin/setup;x=1/default/user/create",
        "/camunda/api/admin/./setup/default/user/create",
        "/camunda/api/admin//setup/default/user/create"
      })
  void strangerCannotBecomeAdministratorEvenIfThereIsNone(String path) throws Exception {
    identity.deleteMembership("admin", "camunda-admin");
    try {
      assertThat(WebappUser.stranger(port).post(path, STRANGER).statusCode()).isBetween(400, 404);
      assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
    } finally {
      identity.createMembership("admin", "camunda-admin");
    }
  }

  /** With an account that has every right and both applications. */
  @ParameterizedTest
  @CsvSource({
    "POST, deployment/create",
    "DELETE, deployment/{deployment}?cascade=true",
    "POST, process-instance/{instance}/modification",
    "POST, process-instance/%7Binstance%7D/modification",
    "POST, process-instance/{instance}/modification/",
    "DELETE, process-instance/{instance}",
    "POST, process-instance/delete",
    "PUT, process-instance/{instance}/suspended",
    "PUT, process-instance/{instance}/variables/decision",
    "POST, process-instance/{instance}/variables",
    "POST, process-definition/key/two-persons/start",
    "POST, message",
    "POST, signal",
    "POST, migration/execute",
    "POST, modification/execute",
    "POST, external-task/fetchAndLock",
    "PUT, task/{task}/variables/decision",
    "POST, task/{task}/delegate",
    "POST, task/{task}/identity-links",
    "POST, task/{task}/comment/create",
    "POST, task/create",
    "PUT, job/any/retries",
    "POST, authorization/create",
    "POST, group/create",
    "POST, identity/verify",
    "POST, history/process-instance/delete",
    "DELETE, history/process-instance/{instance}"
  })
  void nobodyChangesAProcessPastUsNotEvenWithEveryRight(String method, String call)
      throws Exception {
    var instance = processes.start("two-persons", UUID.randomUUID().toString(), Map.of());
    var task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    var deployment = repository.createDeploymentQuery().list().get(0).getId();
    var path =
        call.replace("{instance}", instance)
            .replace(
                "%7Binstance%7D",
                "%" + Integer.toHexString(instance.charAt(0)) + instance.substring(1))
            .replace("{task}", task)
            .replace("{deployment}", deployment);

    var answer = almighty().send(method, WebappUser.ENGINE + "/" + path, "{}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("đã đóng cho mọi người");
    assertThat(processes.isRunning(instance)).isTrue();
  }

  private WebappUser almighty() throws Exception {
    return WebappUser.signedIn(port, Almighty.in(engine), "cockpit");
  }

  @Test
  void membersOfStaffCannotRemoveTheirOwnAccount() throws Exception {
    var user = identity.newUser("tired");
    user.setPassword("tired");
    identity.saveUser(user);
    identity.createMembership("tired", "operators");

    var member = WebappUser.signedIn(port, "tired", "tasklist");

    assertThat(member.send("DELETE", WebappUser.ENGINE + "/user/tired", "").statusCode())
        .isEqualTo(403);
    assertThat(identity.createUserQuery().userId("tired").count()).isOne();
  }

  @Test
  void administratorsKeepAccountsAndSeeNothingElse() throws Exception {
    var admin = WebappUser.signedIn(port, "admin", "admin");

    assertThat(admin.get(WebappUser.ENGINE + "/user?id=operator-1").body()).contains("operator-1");
    assertThat(WebappUser.stranger(port).login("admin", "cockpit").statusCode()).isEqualTo(403);
    assertThat(WebappUser.stranger(port).login("admin", "tasklist").statusCode()).isEqualTo(403);
    var instance = processes.start("two-persons", UUID.randomUUID().toString(), Map.of());
    for (var asked :
        List.of(
            "/task?processInstanceId=",
            "/process-instance?processInstanceIds=",
            "/variable-instance?processInstanceIdIn=",
            "/execution?processInstanceId=")) {
      assertThat(admin.get(WebappUser.ENGINE + asked + instance).body()).isEqualTo("[]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/engine", "/h2-console", "/h2-console/login.jsp"})
  void thereIsNoOtherWayIn(String path) throws Exception {
    assertThat(WebappUser.stranger(port).get(path).statusCode()).isIn(302, 401, 403, 404);
  }

  @Test
  void strangerSeesNoTask() throws Exception {
    assertThat(WebappUser.stranger(port).get(WebappUser.ENGINE + "/task").statusCode())
        .isEqualTo(401);
  }
}
