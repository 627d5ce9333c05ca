package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.sandbox.PersonsBrowser;

/**
 * A company that wants it pays by account with two persons, who both sign in at the OpenID
 * provider: the accountant makes the payment, the account's holder approves it.
 */
@ScenarioTest
class TwoPersonsScenarioTest {
  private static final String NOWHERE = "nowhere";
  private static final String MAKER = "ke-toan-an-phat";
  private static final String CHECKER = "giam-doc-an-phat";
  private static final Pattern TOKEN = Pattern.compile("name=\"token\"[^>]*value=\"([^\"]+)\"");

  @Autowired ScenarioSandbox world;
  @Autowired Scenario scenario;
  @Autowired Portal portal;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired BankCalls calls;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void companyWantsTwoPersons() {
    new RegisteredAccount(jdbc, calls, transaction, time).of("113366668888");
    var accountant = signedIn(MAKER);
    var page = accountant.open(app(registration()));
    assertThat(page.body()).contains("Đang tắt");
    page = accountant.submit(page, registration() + "/two-persons/on", Map.of(), NOWHERE);
    assertThat(page.body()).contains("Đang bật");
  }

  @AfterEach
  void othersGoOnWithOne() {
    jdbc.sql("delete from two_person_rule").update();
  }

  @Test
  void nothingLeavesForTheBankBeforeTheSecondPersonApproves() {
    var accountant = signedIn(MAKER);
    var dossier = portal.dossierOwedBy(Portal.AN_PHAT, 40_000);
    var made = makes(accountant, dossier);
    var payment = made.address().getPath().replaceFirst(".*/", "");
    assertThat(made.body()).contains("Bạn đã lập khoản này").doesNotContain("/approve");
    assertThat(portal.payment(payment).path("status").asText()).isEqualTo("waiting_for_approval");
    assertThat(portal.payment(payment).path("approval").path("until").asText()).isNotEmpty();

    var own = accountant.submit(made, "/payments/" + payment + "/approve", Map.of(), NOWHERE);
    assertThat(own.body()).contains("không có quyền duyệt");
    assertThat(scenario.requests(payment)).isEmpty();

    var holder = signedIn(CHECKER);
    assertThat(holder.open(app("/payments")).body()).contains("Chờ bạn duyệt", "Lê Thị Kế Toán");
    var asked = holder.open(app("/payments/" + payment));
    assertThat(asked.body()).contains("40.000", dossier, "Duyệt, trích");
    holder.submit(asked, "/payments/" + payment + "/approve", Map.of(), NOWHERE);

    scenario.reaches(payment, "paid");
    assertThat(scenario.debits(payment)).containsExactly(40_000L);
    assertThat(scenario.requests(payment)).containsExactly("debit");
    assertThat(scenario.history(payment))
        .containsExactly("created", "waiting_for_approval", "processing", "paid");
  }

  @Test
  void portalLearnsThatTheSecondPersonRefused() {
    var dossier = portal.dossierOwedBy(Portal.AN_PHAT, 50_000);
    var body = new LinkedHashMap<String, Object>();
    body.put("payer", Portal.AN_PHAT);
    body.put("dossiers", List.of(dossier));
    body.put("method", "ACCOUNT");
    var nobody = start(body);
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.body().path("code").asText()).isEqualTo("maker-missing");
    body.put("maker", Map.of("id", MAKER, "name", "Lê Thị Kế Toán"));
    var started = start(body);
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    var payment = started.body().path("id").asText();

    var holder = signedIn(CHECKER);
    var asked = holder.open(app("/payments/" + payment));
    var refused =
        holder.submit(
            asked, "/payments/" + payment + "/refuse", Map.of("reason", "Sai hồ sơ"), NOWHERE);

    assertThat(refused.body()).contains("Trần Thị Bình đã từ chối", "Sai hồ sơ");
    var told = portal.payment(payment);
    assertThat(told.path("status").asText()).isEqualTo("cancelled");
    assertThat(told.path("reason").asText()).isEqualTo("refused-by-checker");
    assertThat(told.path("reasonText").path("title").asText()).isNotBlank();
    assertThat(told.path("approval").path("refusedBecause").asText()).isEqualTo("Sai hồ sơ");
    assertThat(portal.dossierStatusText(dossier)).isEqualTo("CHƯA THANH TOÁN");
    assertThat(scenario.requests(payment)).isEmpty();
  }

  private JsonClient.Answer start(Map<String, Object> body) {
    return portal.api.send(
        "POST", "/payments", body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
  }

  private PersonsBrowser.Page makes(PersonsBrowser person, String dossier) {
    var choice = person.open(app("/payments/new?dossier=" + dossier));
    var token = TOKEN.matcher(choice.body());
    assertThat(token.find()).isTrue();
    var fields =
        Map.ofEntries(
            entry("dossier", dossier), entry("method", "ACCOUNT"), entry("token", token.group(1)));
    var confirm = person.submit(choice, "/payments", fields, NOWHERE);
    assertThat(confirm.body()).contains("chờ người khác của đơn vị duyệt");
    var confirmed = new LinkedHashMap<>(fields);
    confirmed.put("confirmed", "yes");
    return person.submit(confirm, "/payments", confirmed, NOWHERE);
  }

  private PersonsBrowser signedIn(String login) {
    var browser = new PersonsBrowser();
    browser.signIn(browser.open(world.url() + "/identity/portal"), login, "2", NOWHERE);
    browser.open(app("/oauth2/authorization/payers"));
    return browser;
  }

  private String registration() {
    return "/registrations/"
        + jdbc.sql("select id from registration where force_key is not null")
            .query(String.class)
            .single();
  }

  private String app(String path) {
    return world.appUrl() + path;
  }
}
