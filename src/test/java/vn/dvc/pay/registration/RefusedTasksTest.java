package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.HumanTasks.HumanTask;
import vn.dvc.pay.engine.WebappUser;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/**
 * What Tasklist receives when a task is completed wrongly: a status that blames the input and a
 * Vietnamese sentence that says what is missing; the task stays open.
 */
@RegistrationTest
class RefusedTasksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHOOSE = "Hãy chọn một quyết định có trong danh sách.";
  private static final String REASON = "Phải nêu lý do.";

  @Autowired RegistrationFixture fixture;
  @Autowired HumanTasks tasks;
  @Autowired Cases cases;
  @Autowired BankCalls calls;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  @Test
  void tellerMustChooseADecisionAndGiveAReason() throws Exception {
    var payer = fixture.individual();
    var id = fixture.awaitingForm(payer, fixture.accountOf(payer));
    refusesWrongDecisions("teller-1", fixture.task(id), "RETURNED");
    assertThat(fixture.task(id).activity()).isEqualTo("receiveForm");
  }

  @Test
  void officersMustChooseADecisionAndGiveAReason() throws Exception {
    var payer = fixture.organisation();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    refusesWrongDecisions("officer-1", fixture.task(id), "REJECTED");
    assertThat(fixture.task(id).activity()).isEqualTo("approve");
    fixture.decides(id, "approve", "officer-1", "APPROVED", null);
    refusesWrongDecisions("officer-2", fixture.task(id), "RETURNED");
    assertThat(fixture.task(id).activity()).isEqualTo("approveSecond");
  }

  @Test
  void officerCannotDecideAboutAnotherVersion() throws Exception {
    var payer = fixture.individual();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    var answer =
        Completing.by("officer-1", port, fixture.task(id))
            .with(Map.of("decision", "APPROVED", "version", "7"));
    isRefused(answer, 409, "Phiếu đã có phiên bản khác");
  }

  @Test
  void operatorsMustChooseADecisionAndGiveAReason() throws Exception {
    var id = aCase();
    var decide = Completing.by("operator-1", port, taskOf(id));
    isRefused(decide.with(Map.of()), 422, CHOOSE);
    isRefused(decide.with(Map.of("decision", "MARK_PAID", "reason", "Vì")), 422, CHOOSE);
    isRefused(decide.with(Map.of("decision", "MONEY_MOVED")), 422, REASON);
    isRefused(decide.submitted(Map.of("decision", "MONEY_MOVED", "reason", " ")), 422, REASON);
    tasks.complete(
        taskOf(id).id(), "operator-1", Map.of("decision", "MONEY_MOVED", "reason", "Công văn"));

    var confirm = Completing.by("operator-2", port, taskOf(id));
    isRefused(confirm.with(Map.of()), 422, "Hãy chọn đồng ý hoặc không đồng ý");
    isRefused(confirm.with(Map.of("agreed", "yes", "reason", "Vì")), 422, "Hãy chọn đồng ý");
    isRefused(confirm.submitted(Map.of("agreed", "AGREED")), 422, REASON);
    assertThat(taskOf(id).activity()).isEqualTo("confirm");
  }

  @Test
  void nobodySetsWhatTheFormDoesNotAskFor() throws Exception {
    var id = aCase();
    var decide = Completing.by("operator-1", port, taskOf(id));
    var said =
        Map.<String, Object>of("decision", "MONEY_MOVED", "reason", "Vì", "agreed", "AGREED");

    isRefused(decide.with(said), 422, "Biểu mẫu của việc này không hỏi");
    isRefused(decide.submitted(said), 422, "Biểu mẫu của việc này không hỏi");

    assertThat(taskOf(id).activity()).isEqualTo("decide");
  }

  private void refusesWrongDecisions(String actor, HumanTask task, String needsReason)
      throws Exception {
    var complete = Completing.by(actor, port, task);
    isRefused(complete.with(Map.of()), 422, CHOOSE);
    isRefused(complete.submitted(Map.of()), 422, CHOOSE);
    isRefused(complete.with(Map.of("decision", "YES")), 422, CHOOSE);
    isRefused(complete.with(Map.of("decision", 5)), 422, CHOOSE);
    isRefused(complete.with(Map.of("decision", needsReason)), 422, REASON);
    isRefused(complete.submitted(Map.of("decision", needsReason, "reason", "  ")), 422, REASON);
    for (var length : List.of(901, 5000)) {
      isRefused(
          complete.with(Map.of("decision", needsReason, "reason", "a".repeat(length))),
          422,
          "Lý do dài quá");
    }
  }

  private static void isRefused(HttpResponse<String> answer, int status, String sentence)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode body = JSON.readTree(answer.body());
    assertThat(body.path("message").asText()).startsWith(sentence);
    assertThat(answer.body()).doesNotContain("${", "Error while evaluating");
  }

  private String aCase() {
    return transaction.execute(
        on -> {
          var attempt =
              calls.open(Subject.of(PaymentId.fresh()), "970415", Money.dong(120_000)).toString();
          return cases.open("unknown-outcome", attempt, "P1", "UNKNOWN", Map.of());
        });
  }

  private HumanTask taskOf(String caseId) {
    return tasks.openOf(caseId).stream().findFirst().orElseThrow();
  }

  /** One person's task, claimed, as Tasklist completes it. */
  private record Completing(WebappUser person, String task) {

    static Completing by(String actor, int port, HumanTask task) throws Exception {
      var person = WebappUser.signedIn(port, actor, "tasklist");
      var path = WebappUser.ENGINE + "/task/" + task.id();
      var claimed = person.post(path + "/claim", "{\"userId\": \"" + actor + "\"}");
      assertThat(claimed.statusCode()).isEqualTo(204);
      return new Completing(person, path);
    }

    HttpResponse<String> with(Map<String, Object> values) throws Exception {
      return person.post(task + "/complete", variables(values));
    }

    HttpResponse<String> submitted(Map<String, Object> values) throws Exception {
      return person.post(task + "/submit-form", variables(values));
    }

    private static String variables(Map<String, Object> values) throws Exception {
      var body = JSON.createObjectNode();
      var variables = body.putObject("variables");
      values.forEach((name, value) -> variables.putObject(name).putPOJO("value", value));
      return JSON.writeValueAsString(body);
    }
  }
}
