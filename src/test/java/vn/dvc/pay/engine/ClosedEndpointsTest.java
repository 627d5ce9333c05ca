package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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

  @Test
  void nobodyDeploysOverHttpNotEvenTheAdministrator() throws Exception {
    var admin = WebappUser.signedIn(port, "admin", "admin");
    assertThat(admin.post(WebappUser.ENGINE + "/deployment/create", "{}").statusCode())
        .isEqualTo(404);
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
