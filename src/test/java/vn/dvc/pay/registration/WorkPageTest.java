package vn.dvc.pay.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.WebappUser;
import vn.dvc.pay.operations.Browser;
import vn.dvc.pay.values.RegistrationId;

/** The bank's staff find their tasks, and supervisors give them to those who are there. */
@RegistrationTest
class WorkPageTest {
  private static final String WORK = "/operations/work";
  private static final String OFFICERS = "bank-officers";

  @Autowired RegistrationFixture fixture;
  @Autowired HumanTasks tasks;
  @Autowired Audit audit;
  @Autowired TaskService engineTasks;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService models;
  @LocalServerPort int port;

  @Test
  void taskIsFoundByShortNumberAndByPayer() {
    var payer = fixture.organisation();
    var account = fixture.accountOf(payer);
    var id = fixture.underReview(payer, account);
    var number = id.reference().toString();
    var officer = as("officer-1");

    for (var words : new String[] {number, number.toLowerCase(), payer.id(), id.text()}) {
      officer
          .get(WORK + "?q=" + words)
          .shows(200, number, payer.name(), "1 việc đang chờ", "Duyệt", "Hạn");
    }
    officer.get(WORK + "?q=cong+ty+tnhh+" + payer.id()).shows(200, "1 việc đang chờ", number);
    officer.get(WORK + "?q=khong+ai+ca").shows(200, "0 việc đang chờ");
    assertThat(officer.get(WORK + "?q=" + number).body())
        .contains("*" + account.substring(account.length() - 4))
        .doesNotContain(account, "Ai đang làm gì", "href=\"/operations/cases\"");
  }

  @Test
  void branchIsFoundByItsTaxCodeHoweverItsDigitsAreGrouped() {
    var payer = fixture.branch();
    var number = fixture.underReview(payer, fixture.accountOf(payer)).reference().toString();

    for (var typed :
        new String[] {payer.id(), payer.id().replace("-", ""), payer.id().replace("-", "+-+")}) {
      as("officer-1").get(WORK + "?q=" + typed).shows(200, "1 việc đang chờ", number);
      as("operator-1").get("/operations/search?q=" + typed).shows(200, number);
    }
  }

  @Test
  void rowInTasklistSaysWhatTheTaskIsAbout() throws Exception {
    var payer = fixture.organisation();
    var account = fixture.accountOf(payer);
    var id = fixture.awaitingForm(payer, account);
    var teller = WebappUser.signedIn(port, "teller-1", "tasklist");

    var row = teller.get(WebappUser.ENGINE + "/task/" + fixture.task(id).id() + "/localVariables");
    var said = new ObjectMapper().readTree(row.body());
    assertThat(said.at("/number/value").asText()).isEqualTo(id.reference().toString());
    assertThat(said.at("/payer/value").asText()).isEqualTo(payer.name());
    assertThat(said.at("/account/value").asText())
        .startsWith("***")
        .endsWith(account.substring(account.length() - 4));
  }

  @Test
  void personIsNamedByTheGivenNameAloneInTheRow() throws Exception {
    var payer = fixture.individual();
    var id = fixture.awaitingForm(payer, fixture.accountOf(payer));
    var teller = WebappUser.signedIn(port, "teller-1", "tasklist");

    var row = teller.get(WebappUser.ENGINE + "/task/" + fixture.task(id).id() + "/localVariables");
    assertThat(row.body()).contains("N. V. A").doesNotContain("Nguyễn");
  }

  @Test
  void supervisorTakesATaskFromOneAndGivesItToAnother() {
    var id = reviewHeldBy("officer-1");
    var path = WORK + "/" + fixture.task(id).id();
    var supervisor = as("supervisor-1").get(WORK);
    supervisor.shows(200, "Ai đang làm gì", "officer-1");

    supervisor.post(path + "/give", Map.of("member", "officer-2")).shows(422, "Phải nêu lý do.");
    supervisor
        .post(path + "/give", Map.of("member", "operator-1", "reason", "Nghỉ ốm"))
        .shows(422, "Hãy chọn người nhận trong danh sách.");
    supervisor
        .post(path + "/give", Map.of("member", "officer-2", "reason", "Nghỉ ốm"))
        .shows(200, "Đã đổi người làm.");
    assertThat(fixture.task(id).assignee()).isEqualTo("officer-2");
    supervisor.post(path + "/free", Map.of("reason", "Đi vắng")).shows(200, "Đã đổi người làm.");
    assertThat(fixture.task(id).assignee()).isNull();
    assertThat(audit.about(id.text()))
        .filteredOn(entry -> entry.action().startsWith("task-"))
        .extracting(Audit.Entry::action, Audit.Entry::actor, Audit.Entry::reason)
        .containsExactly(
            tuple("task-given", "supervisor-1", "officer-1 → officer-2: Nghỉ ốm"),
            tuple("task-freed", "supervisor-1", "officer-2 → -: Đi vắng"));
  }

  @Test
  void officerGivesBackOnlyTheirOwnTask() {
    var id = reviewHeldBy("officer-1");
    var path = WORK + "/" + fixture.task(id).id();

    as("officer-2").get(WORK).post(path + "/free", Map.of("reason", "Cần gấp")).shows(403);
    as("officer-1")
        .get(WORK)
        .post(path + "/give", Map.of("member", "officer-2", "reason", "Cần gấp"))
        .shows(403);
    assertThat(fixture.task(id).assignee()).isEqualTo("officer-1");
    as("officer-1").get(WORK).post(path + "/free", Map.of("reason", "Đi họp")).shows(200);
    assertThat(fixture.task(id).assignee()).isNull();
  }

  @Test
  void firstOfTwoPersonsIsNotGivenTheSecondTask() {
    var payer = fixture.organisation();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    fixture.decides(id, "approve", "officer-1", "APPROVED", "Đã gọi kế toán trưởng");

    as("supervisor-1")
        .get(WORK)
        .post(
            WORK + "/" + fixture.task(id).id() + "/give",
            Map.of("member", "officer-1", "reason", "Người kia nghỉ"))
        .shows(403, "người thứ hai");
    assertThat(fixture.task(id).assignee()).isNull();
  }

  @Test
  void taskWhoseTimeIsOverIsMarked() {
    var id = reviewHeldBy("officer-1");
    var page = WORK + "?q=" + id.reference();
    var officer = as("officer-1");
    assertThat(officer.get(page).body()).doesNotContain("Quá hạn</span>");

    var task = engineTasks.createTaskQuery().taskId(fixture.task(id).id()).singleResult();
    task.setDueDate(Date.from(Instant.now().minusSeconds(60)));
    engineTasks.saveTask(task);

    officer.get(page).shows(200, "<span class=\"tag open\">Quá hạn</span>");
  }

  /** One without a process, and one of an instance that is about nothing. */
  @Test
  void tasksAboutNothingOfOursNeitherShowNorBreakTheList() {
    var number = reviewHeldBy("officer-1").reference().toString();
    var own = engineTasks.newTask();
    own.setName("Gọi điện cho khách");
    own.setDueDate(Date.from(Instant.EPOCH));
    engineTasks.saveTask(own);
    engineTasks.addCandidateGroup(own.getId(), OFFICERS);
    var trial =
        Bpmn.createExecutableProcess("trial")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .userTask()
            .name("Thử mô hình")
            .camundaCandidateGroups(OFFICERS)
            .camundaDueDate("1970-01-01T00:00:00Z")
            .endEvent()
            .done();
    var deployed = models.createDeployment().addModelInstance("trial.bpmn", trial).deploy();
    runtime.startProcessInstanceByKey("trial");
    try {
      assertThat(as("officer-1").get(WORK + "?q=" + number).shows(200, number).body())
          .doesNotContain(own.getName(), "Thử mô hình");
      assertThat(tasks.overdueFor(OFFICERS, Instant.EPOCH.plusSeconds(1))).isEmpty();
      assertThat(tasks.find(own.getId())).isEmpty();
    } finally {
      engineTasks.deleteTask(own.getId(), true);
      models.deleteDeployment(deployed.getId(), true);
    }
  }

  @Test
  void listIsNarrowedToABankAndABranch() {
    var payer = fixture.organisation();
    var id = fixture.awaitingForm(payer, fixture.accountOf(payer));
    var number = id.reference().toString();
    var bank = fixture.now(id).application().account().bank();
    var branch = URLEncoder.encode(fixture.now(id).application().branch(), UTF_8);
    var teller = as("teller-1");
    var mine = WORK + "?q=" + number;

    teller.get(mine + "&bank=" + bank + "&branch=" + branch).shows(200, number);
    for (var elsewhere : new String[] {"&bank=970400", "&branch=Kh%C3%A1c"}) {
      teller.get(mine + elsewhere).shows(200, "0 việc đang chờ");
    }
  }

  @Test
  void secondOfficerReadsWhatTheFirstNoted() throws Exception {
    var payer = fixture.organisation();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    fixture.decides(id, "approve", "officer-1", "APPROVED", "Đã gọi kế toán trưởng");
    var second = WebappUser.signedIn(port, "officer-2", "tasklist");

    var form = second.get(WebappUser.ENGINE + "/task/" + fixture.task(id).id() + "/form-variables");
    assertThat(new ObjectMapper().readTree(form.body()).at("/earlier/value").asText())
        .contains("officer-1 · Duyệt đăng ký", "Đã gọi kế toán trưởng");
  }

  @Test
  void visitorFromTasklistNeedNotSignInAgain() throws Exception {
    var teller = WebappUser.signedIn(port, "teller-1", "tasklist");

    assertThat(teller.get(WORK).body()).contains("Việc của ngân hàng");
    as("operator-1").get(WORK).shows(403);
  }

  private RegistrationId reviewHeldBy(String officer) {
    var payer = fixture.organisation();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    tasks.claim(fixture.task(id).id(), officer);
    return id;
  }

  private Browser as(String member) {
    return new Browser(port, "vi").signIn(member);
  }
}
