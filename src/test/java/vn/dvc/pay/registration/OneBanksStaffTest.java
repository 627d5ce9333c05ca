package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.WebappUser;
import vn.dvc.pay.operations.Browser;
import vn.dvc.pay.values.RegistrationId;

/** Staff of a single bank see and do nothing of another bank's, in Tasklist and on our pages. */
@RegistrationTest
class OneBanksStaffTest {
  private static final String WORK = "/operations/work";
  private static final Map<String, String> STAFF =
      Map.of(
          "teller-of-970415", "bank-tellers-970415",
          "officer-of-970415", "bank-officers-970415",
          "chief-of-970415", "bank-supervisors-970415",
          "teller-of-970431", "bank-tellers-970431",
          "chief-of-970431", "bank-supervisors-970431");

  @Autowired RegistrationFixture fixture;
  @Autowired IdentityService identity;
  @Autowired HumanTasks tasks;
  @LocalServerPort int port;

  private RegistrationId id;

  @BeforeEach
  void employ() {
    STAFF.forEach(
        (member, group) -> {
          var user = identity.newUser(member);
          user.setPassword(member);
          identity.saveUser(user);
          identity.createMembership(member, group);
        });
    var payer = fixture.organisation();
    id = fixture.awaitingForm(payer, fixture.accountOf(payer));
  }

  @AfterEach
  void dismiss() {
    STAFF.keySet().forEach(identity::deleteUser);
  }

  @Test
  void tasklistShowsAndGivesATaskToItsBankAlone() throws Exception {
    var task = "/task/" + fixture.task(id).id();
    var own = WebappUser.signedIn(port, "teller-of-970415", "tasklist");
    var other = WebappUser.signedIn(port, "teller-of-970431", "tasklist");

    assertThat(own.get(WebappUser.ENGINE + task).statusCode()).isEqualTo(200);
    assertThat(own.get(WebappUser.ENGINE + "/filter").body())
        .contains("Giao dịch viên ngân hàng 970415")
        .doesNotContain("970431");
    assertThat(other.get(WebappUser.ENGINE + "/task").body()).doesNotContain(fixture.task(id).id());
    assertThat(other.get(WebappUser.ENGINE + task).statusCode()).isNotEqualTo(200);
    var claim = "{\"userId\": \"teller-of-970431\"}";
    assertThat(other.post(WebappUser.ENGINE + task + "/claim", claim).statusCode()).isEqualTo(403);
  }

  @Test
  void pagesShowWorkAndPapersOfOnesOwnBankAlone() {
    var number = id.reference().toString();
    var paper = "/operations/registrations/" + id + "/form.pdf?version=" + fixture.now(id).paper();
    as("teller-of-970415").get(WORK).shows(200, number);
    as("chief-of-970415").get(WORK).shows(200, number, "Ai đang làm gì");
    as("teller-of-970415").get(paper).shows(200);

    for (var stranger : List.of("teller-of-970431", "chief-of-970431")) {
      var browser = as(stranger);
      assertThat(browser.get(WORK).body()).doesNotContain(number);
      browser.get(paper).shows(404);
    }
  }

  @Test
  void oneBanksStaffDoTheirWorkAndStandInForEachOther() {
    fixture.decides(id, "receiveForm", "teller-of-970415", "RECEIVED", null);
    fixture.decides(id, "approve", "officer-of-970415", "APPROVED", null);
    assertThat(fixture.task(id).activity()).isEqualTo("approveSecond");

    var chief = as("chief-of-970415").get(WORK);
    var give = WORK + "/" + fixture.task(id).id() + "/give";
    chief.post(give, Map.of("member", "chief-of-970431", "reason", "Bận")).shows(422);
    chief.post(give, Map.of("member", "officer-of-970415", "reason", "Bận")).shows(403);
    chief.post(give, Map.of("member", "officer-2", "reason", "Bận")).shows(200);
    assertThat(fixture.task(id).assignee()).isEqualTo("officer-2");
  }

  private Browser as(String member) {
    return new Browser(port, "vi").signIn(member);
  }
}
