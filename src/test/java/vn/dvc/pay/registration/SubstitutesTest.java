package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.operations.Browser;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.RegistrationId;

/** Who may stand in for whom, and what a substitute may do. */
@RegistrationTest
class SubstitutesTest {
  private static final String WORK = "/operations/work";
  private static final String PAGE = WORK + "/substitutes";

  @Autowired RegistrationFixture fixture;
  @Autowired HumanTasks tasks;
  @Autowired Audit audit;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @AfterEach
  void forget() {
    jdbc.sql("delete from substitute").update();
  }

  @Test
  void substituteTakesOverWhatTheAbsentHold() {
    var id = reviewHeldBy("officer-1");
    var take = WORK + "/" + fixture.task(id).id() + "/take";
    var second = as("officer-2");
    second.get(WORK).post(take, Map.of()).shows(403);

    as("officer-1").get(PAGE).post(PAGE, naming("", "officer-2")).shows(200, "Đã ghi.");
    second
        .get(WORK + "?q=" + id.reference())
        .shows(200, "vắng mặt, officer-2 thay đến hết", "Nhận làm thay");
    second.post(take, Map.of()).shows(200, "Đã đổi người làm.");

    assertThat(fixture.task(id).assignee()).isEqualTo("officer-2");
    assertThat(audit.about(id.text()))
        .filteredOn(entry -> entry.action().equals("task-substituted"))
        .extracting(Audit.Entry::actor, Audit.Entry::reason)
        .containsExactly(tuple("officer-2", "officer-1 → officer-2: Nghỉ phép"));
    assertThat(audit.about("officer-1"))
        .extracting(Audit.Entry::action, Audit.Entry::actor)
        .contains(tuple("substitute-named", "officer-1"));
  }

  @Test
  void substituteIsNotTheSecondOfTwoPersonsAfterBeingTheFirst() {
    var payer = fixture.organisation();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    fixture.decides(id, "approve", "officer-2", "APPROVED", null);
    tasks.claim(fixture.task(id).id(), "officer-1");
    as("supervisor-1").get(PAGE).post(PAGE, naming("officer-1", "officer-2")).shows(200);

    as("officer-2")
        .get(WORK)
        .post(WORK + "/" + fixture.task(id).id() + "/take", Map.of())
        .shows(403, "người thứ hai");
    assertThat(fixture.task(id).assignee()).isEqualTo("officer-1");
  }

  @Test
  void substitutesAreOfTheSameGroupAndOneselfOrASupervisorNamesThem() {
    var officer = as("officer-1").get(PAGE);
    officer.post(PAGE, naming("", "teller-1")).shows(422, "thuộc mọi nhóm");
    officer.post(PAGE, naming("", "officer-1")).shows(422, "thuộc mọi nhóm");
    officer.post(PAGE, naming("", "operator-1")).shows(422, "thuộc mọi nhóm");
    officer.post(PAGE, naming("officer-2", "officer-1")).shows(403);
    as("supervisor-1").get(PAGE).post(PAGE, naming("operator-1", "operator-2")).shows(403);
    as("operator-1").get(PAGE).shows(403);
  }

  @Test
  void daysAndReasonAreAskedForAndNobodyStandsInWhileAbsent() {
    var supervisor = as("supervisor-1").get(PAGE);
    var good = naming("officer-1", "officer-2");
    supervisor.post(PAGE, with(good, "reason", " ")).shows(422, "Phải nêu lý do.");
    supervisor.post(PAGE, with(good, "to", "")).shows(422, "ngày cuối");
    supervisor.post(PAGE, with(good, "to", today().minusDays(1))).shows(422, "ngày cuối");
    supervisor.post(PAGE, with(good, "from", today().plusDays(9))).shows(422, "ngày cuối");

    supervisor.post(PAGE, good).shows(200, "officer-1 → officer-2");
    supervisor.post(PAGE, good).shows(409, "đã có người thay");
    supervisor.post(PAGE, naming("officer-2", "officer-1")).shows(409, "người thay cũng vắng mặt");
    assertThat(supervisor.get(PAGE + "?lang=en").body()).doesNotContain("??");
  }

  @Test
  void whatIsEndedOrNotYetBegunGivesNoRight() {
    var id = reviewHeldBy("officer-1");
    var take = WORK + "/" + fixture.task(id).id() + "/take";
    var supervisor = as("supervisor-1").get(PAGE);
    var later = with(naming("officer-1", "officer-2"), "from", today().plusDays(1));
    supervisor.post(PAGE, later).shows(200);
    as("officer-2").get(WORK).post(take, Map.of()).shows(403);

    var end = PAGE + "/" + jdbc.sql("select id from substitute").query(String.class).single();
    as("officer-2").get(PAGE).post(end + "/end", Map.of("reason", "Thôi")).shows(403);
    supervisor.post(end + "/end", Map.of("reason", "Về sớm")).shows(200, "Chưa có ai");
    supervisor.post(PAGE, naming("officer-1", "officer-2")).shows(200);
    as("officer-2").get(WORK).post(take, Map.of()).shows(200);
  }

  private RegistrationId reviewHeldBy(String officer) {
    var payer = fixture.organisation();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    tasks.claim(fixture.task(id).id(), officer);
    return id;
  }

  private Map<String, String> naming(String absent, String member) {
    return Map.of(
        "absent",
        absent,
        "member",
        member,
        "from",
        today().toString(),
        "to",
        today().plusDays(5).toString(),
        "reason",
        "Nghỉ phép");
  }

  private static Map<String, String> with(Map<String, String> form, String name, Object value) {
    var changed = new HashMap<>(form);
    changed.put(name, value.toString());
    return changed;
  }

  private LocalDate today() {
    return VietnamTime.dayOf(time.now());
  }

  private Browser as(String member) {
    return new Browser(port, "vi").signIn(member);
  }
}
