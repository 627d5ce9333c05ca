package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.engine.WebappUser;

/** Rights that are taken away are gone with the next request, in every session. */
@OperatorsTest
class StaffSessionsTest {
  @LocalServerPort int port;
  @Autowired IdentityService identity;

  private final String id = "op" + UUID.randomUUID().toString().substring(0, 8);
  private Browser pages;
  private WebappUser tasklist;

  @BeforeEach
  void signedInEverywhere() throws Exception {
    var user = identity.newUser(id);
    user.setPassword(id);
    identity.saveUser(user);
    identity.createMembership(id, "operators");
    pages = new Browser(port, "en").signIn(id).get("/operations/cases").shows(200);
    tasklist = WebappUser.signedIn(port, id, "tasklist");
    assertThat(tasks()).isEqualTo(200);
  }

  @Test
  void whoLeavesTheGroupOpensNothingMore() throws Exception {
    identity.deleteMembership(id, "operators");

    pages.get("/operations/cases").shows(403);
    assertThat(tasklist.get(WebappUser.ENGINE + "/filter?resourceType=Task").body())
        .isEqualTo("[]");
    assertThat(tasklist.get("/camunda/app/tasklist/default/").statusCode()).isNotEqualTo(200);
  }

  @Test
  void whoJoinsTheGroupAgainNeedNotSignInAgain() {
    identity.deleteMembership(id, "operators");
    pages.get("/operations/cases").shows(403);
    identity.createMembership(id, "operators");

    pages.get("/operations/cases").shows(200);
  }

  @Test
  void removedAccountIsSignedOut() throws Exception {
    identity.deleteUser(id);

    assertThat(pages.get("/operations/cases").path()).isEqualTo("/operations/login");
    assertThat(tasks()).isEqualTo(401);
  }

  @Test
  void newPasswordEndsTheOldSessions() throws Exception {
    var user = identity.createUserQuery().userId(id).singleResult();
    user.setPassword("another");
    identity.saveUser(user);

    assertThat(pages.get("/operations/cases").path()).isEqualTo("/operations/login");
    assertThat(tasks()).isEqualTo(401);
  }

  private int tasks() throws Exception {
    return tasklist.get(WebappUser.ENGINE + "/task").statusCode();
  }
}
