package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.registration.RegistrationFixture.application;
import static vn.dvc.pay.registration.RegistrationFixture.refused;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.CHECKING_ACCOUNT;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.REJECTED;
import static vn.dvc.pay.registration.RegistrationStatus.RETURNED;
import static vn.dvc.pay.registration.RegistrationStatus.WITHDRAWN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.WebappUser;
import vn.dvc.pay.time.DatabaseTime;

/** What the bank's staff see of a registration, and what their decisions do. */
@RegistrationTest
class RegistrationReviewTest {
  @Autowired RegistrationFixture fixture;
  @Autowired Registrations registrations;
  @Autowired ScriptedAccounts bank;
  @Autowired HumanTasks tasks;
  @Autowired DatabaseTime time;
  @Autowired Audit audit;
  @LocalServerPort int port;

  @Test
  void returnedFormIsCorrectedInTheNextVersionAndTheOldOneCannotBeDecided() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var id = fixture.underReview(payer, account);
    refused(
        "resubmit-not-awaited", () -> registrations.resubmit(id, fixture.now(id).application()));
    var first = fixture.now(id).formSha256();
    refused("reason-missing", () -> fixture.decides(id, "approve", "officer-1", "RETURNED", " "));
    refused("decision-missing", () -> fixture.decides(id, "approve", "officer-1", "YES", null));
    fixture.decides(id, "approve", "officer-1", "RETURNED", "Thiếu chữ ký");
    assertThat(fixture.now(id).status()).isEqualTo(RETURNED);
    assertThat(fixture.now(id).note()).isEqualTo("Thiếu chữ ký");

    registrations.resubmit(id, application(account, payer.name()));
    fixture.reaches(id, AWAITING_FORM);
    assertThat(bank.asked(account, Operation.ENQUIRY)).isEqualTo(1);
    assertThat(fixture.now(id).formSha256()).isNotEqualTo(first);
    fixture.decides(id, "receiveForm", "teller-1", "RECEIVED", null);
    refused(
        "other-version-shown",
        () ->
            tasks.complete(
                fixture.task(id).id(),
                "officer-1",
                Map.of("decision", "APPROVED", "version", "1", "sha256", first)));
    assertThat(fixture.task(id).activity()).isEqualTo("approve");
  }

  @Test
  void tasklistReceivesTheReasonForARefusalInVietnamese() {
    var payer = fixture.individual();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    assertThatThrownBy(() -> fixture.decides(id, "approve", "officer-1", "REJECTED", ""))
        .hasStackTraceContaining("Phải nêu lý do.");
  }

  @Test
  void registrationIsFoundByItsReference() {
    var payer = fixture.individual();
    var id = fixture.started(payer, fixture.accountOf(payer)).id();
    assertThat(registrations.withReference(id.reference()))
        .extracting(Registration::id)
        .containsExactly(id);
  }

  @Test
  void rejectionStatesTheReasonToThePayer() {
    var payer = fixture.individual();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    fixture.decides(id, "approve", "officer-2", "REJECTED", "Chữ ký không khớp");
    assertThat(fixture.now(id).status()).isEqualTo(REJECTED);
    assertThat(fixture.now(id).note()).isEqualTo("Chữ ký không khớp");
    refused("registration-not-open", () -> registrations.withdraw(id));
  }

  @Test
  void withdrawalTakesTheTaskAway() {
    var payer = fixture.individual();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    var task = fixture.task(id);
    registrations.withdraw(id);
    assertThat(fixture.now(id).status()).isEqualTo(WITHDRAWN);
    assertThat(tasks.openOf(id.text())).isEmpty();
    refused(
        "task-not-found",
        () -> tasks.complete(task.id(), "officer-1", Map.of("decision", "APPROVED")));
    assertThat(fixture.started(payer, fixture.accountOf(payer)).status())
        .isEqualTo(CHECKING_ACCOUNT);
  }

  @Test
  void overdueReviewGoesToTheSupervisorsToo() {
    var payer = fixture.individual();
    var id = fixture.underReview(payer, fixture.accountOf(payer));
    assertThat(keys("bank-supervisors")).doesNotContain(id.text());
    time.travel(Duration.ofDays(3));
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(keys("bank-supervisors")).contains(id.text()));
    assertThat(keys("bank-officers")).contains(id.text());
    assertThat(audit.about(id.text()))
        .extracting(Audit.Entry::action)
        .contains("registration-overdue");
    fixture.decides(id, "approve", "supervisor-1", "APPROVED", null);
    time.travel(Duration.ZERO);
    fixture.reaches(id, REGISTERED);
  }

  @Test
  void onlyStaffOpenTheFormFromTheirTask() throws Exception {
    var payer = fixture.individual();
    var id = fixture.awaitingForm(payer, fixture.accountOf(payer));
    var path = "/operations/registrations/" + id + "/form.pdf?version=1";
    var shown = WebappUser.signedIn(port, "teller-1", "tasklist").get(path);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(shown.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline");
    assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(shown.body()).startsWith("%PDF");

    var officer = WebappUser.signedIn(port, "officer-1", "tasklist");
    assertThat(officer.get(path.replace("=1", "=2")).statusCode()).isEqualTo(404);
    assertThat(officer.get("/operations/registrations/R1/form.pdf?version=1").statusCode())
        .isEqualTo(404);
    assertThat(officer.get("/operations/cases").statusCode()).isIn(302, 403);
    assertThat(WebappUser.stranger(port).get(path).statusCode()).isEqualTo(302);
    assertThat(WebappUser.signedIn(port, "analyst-1", "cockpit").get(path).statusCode())
        .isEqualTo(403);
  }

  @Test
  void tellerSeesTheTellersTasksInTasklistAndNoOthers() throws Exception {
    var payer = fixture.individual();
    var another = fixture.individual();
    var waiting = fixture.awaitingForm(payer, fixture.accountOf(payer));
    var reviewed = fixture.underReview(another, fixture.accountOf(another));
    var teller = WebappUser.signedIn(port, "teller-1", "tasklist");
    var mine =
        teller.get(WebappUser.ENGINE + "/task/" + fixture.task(waiting).id() + "/deployed-form");
    assertThat(mine.statusCode()).isEqualTo(200);
    assertThat(mine.body()).contains("form.pdf");
    assertThat(teller.get(WebappUser.ENGINE + "/task/" + fixture.task(reviewed).id()).statusCode())
        .isNotEqualTo(200);
  }

  private List<String> keys(String group) {
    return tasks.openFor(group).stream().map(task -> task.businessKey()).toList();
  }
}
