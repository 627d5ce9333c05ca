package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.scenario.HostilePayer.CITIZEN;
import static vn.dvc.scenario.HostilePayer.FIRM;
import static vn.dvc.scenario.HostilePayer.FOREIGNER;
import static vn.dvc.scenario.HostileScenario.BANK;
import static vn.dvc.scenario.HostileScenario.soon;
import static vn.dvc.scenario.HostileScenario.textOf;
import static vn.dvc.scenario.HostileScenario.texts;
import static vn.dvc.scenario.HostileScenario.with;
import static vn.dvc.scenario.HostileTexts.DECOMPOSED;
import static vn.dvc.scenario.HostileTexts.MARKUP;
import static vn.dvc.scenario.HostileTexts.OFFICE;
import static vn.dvc.scenario.HostileTexts.REASON;
import static vn.dvc.scenario.HostileTexts.REFUSED;
import static vn.dvc.scenario.HostileTexts.REMARK;
import static vn.dvc.scenario.HostileTexts.kept;
import static vn.dvc.scenario.HostileTexts.longest;
import static vn.dvc.scenario.Seal.Card.GOOD;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.testing.AtTasklist;
import vn.dvc.pay.testing.Chromium;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.web.security.accounts.PayerAccounts;

/**
 * What people really type, through everything that shows or prints it: every kind of page, paper,
 * webhook, table and statement, once. Real browser, real engine, real sandbox.
 */
@ScenarioTest
@ContextConfiguration(initializers = HostileTextsTest.Sandbox.class)
@Import({HostileTextsTest.Payers.class, HostileScenario.class})
class HostileTextsTest {
  private static final String ACCOUNT = "113366668888";
  private static final String BRANCH = longest(100);

  /** A bank's reference that a spreadsheet could take for a number. */
  private static final String REFERENCE = "-2.5E3";

  @Autowired Scenario scenario;
  @Autowired HostileScenario hostile;
  @Autowired ScenarioSandbox world;
  @Autowired Portal portal;
  @Autowired JsonClient sandbox;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired Reconciliations reconciliations;

  private Chromium chromium;
  private Gallery gallery;
  private Visitors visitors;
  private Page operator;

  @Test
  void everyTextArrivesWholeOrIsRefusedByName() throws Exception {
    chromium = Chromium.orSkip();
    try {
      gallery = new Gallery(chromium.browser());
      visitors = new Visitors(gallery, world.appUrl());
      operator = visitors.operator("operator-1");
      textsThatNobodyCanReadAreRefusedByName();
      foreignerWithAPassportPaysByCard();
      var paid = citizenPaysAtABranch();
      citizenGetsMoneyBack(paid);
      firmRegistersItsAccount();
      firmPaysByAccount();
      dayIsReconciled();
      everybodyElseLooks();
      gallery.seen().assertAll();
    } finally {
      chromium.close();
    }
  }

  private void textsThatNobodyCanReadAreRefusedByName() {
    for (var text : REFUSED) {
      for (var field : List.of("procedure", "authority")) {
        var dossier = new HashMap<>(HostileDossier.TYPED.owedBy(FOREIGNER));
        dossier.put(field, text);
        refused(dossier, field);
      }
      var payer = new HashMap<>(FOREIGNER.inApi());
      payer.put("name", text);
      var dossier = new HashMap<>(HostileDossier.TYPED.owedBy(FOREIGNER));
      dossier.put("payer", payer);
      refused(dossier, "payer.name");
    }
  }

  private void refused(Map<String, Object> dossier, String field) {
    var answer = portal.api.put("/dossiers/000.00.00.H47-261124-6999", dossier);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.body().path("field").asText()).isEqualTo(field);
    assertThat(answer.body().path("character").asText()).startsWith("U+");
  }

  private void foreignerWithAPassportPaysByCard() {
    assertThat(FOREIGNER.name).hasSize(110);
    var page = visitors.payer(FOREIGNER);
    var dossiers = hostile.owedBy(FOREIGNER);
    page.navigate("/dossiers");
    gallery.shows(page, "dossiers", texts(it -> it.procedure, it -> it.authority, it -> it.fee));
    page.navigate(
        "/payments/new?"
            + dossiers.values().stream().map("dossier="::concat).collect(Collectors.joining("&")));
    gallery.shows(page, "choice", texts(it -> it.procedure, it -> it.fee));

    var payment = hostile.started(FOREIGNER, "CARD", dossiers);
    page.navigate("/payments/" + payment);
    gallery.shows(page, "card-banks");
    page.navigate("/payments/" + payment + "?bank=" + BANK);
    gallery.shows(page, "card");
    portal.enterCard(payment, GOOD);
    scenario.reaches(payment, "waiting_for_otp");
    page.navigate("/payments/" + payment);
    gallery.shows(page, "card-otp");
    portal.enterOtp(payment, BANK, scenario.otpOf(payment));
    scenario.reaches(payment, "paid");

    showsPaid(page, payment, "card", FOREIGNER, dossiers);
  }

  private String citizenPaysAtABranch() {
    var page = visitors.payer(CITIZEN);
    var dossiers = hostile.owedBy(CITIZEN);
    var payment = hostile.started(CITIZEN, "COUNTER", dossiers);
    page.navigate("/payments/" + payment);
    gallery.shows(page, "counter-instruction");
    gallery.prints(
        page,
        "/payments/" + payment + "/instruction.pdf",
        "counter-instruction",
        with(texts(it -> it.fee, it -> it.beneficiary), CITIZEN.name));

    hostile.collected(payment, 1_000, REMARK, null);
    var tooLittle = hostile.caseOf(payment);
    page.navigate("/payments/" + payment);
    gallery.shows(page, "counter-money-looked-at");
    decided(tooLittle, "REVERSE", REMARK);
    soon(() -> assertThat(hostile.returned(payment)).isEqualTo(1_000));

    hostile.collected(payment, 120_000, REMARK, REFERENCE);
    scenario.reaches(payment, "paid");
    showsPaid(page, payment, "counter", CITIZEN, dossiers);
    return payment;
  }

  private void citizenGetsMoneyBack(String payment) {
    var dossier = portal.payment(payment).path("dossiers").path(0).asText();
    var asked =
        portal.api.send(
            "POST",
            "/payments/" + payment + "/refunds",
            Map.of("dossiers", List.of(dossier), "reason", REASON),
            Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    decided(hostile.caseOf(payment), "REFUND", REASON);
    scenario.reaches(payment, "partly_reversed");

    var page = visitors.payer(CITIZEN);
    page.navigate("/payments/" + payment);
    gallery.shows(page, "counter-refunded");
    page.navigate("/payments");
    gallery.shows(page, "payments");
    gallery.prints(
        page,
        "/payments/%s/receipts/%s.pdf".formatted(payment, hostile.receiptOf(payment, dossier)),
        "counter-cancelled-confirmation",
        CITIZEN.name);

    operator.navigate("/operations/payments/" + payment);
    gallery.shows(operator, "operations-payment", CITIZEN.name, REASON);
    operator.navigate("/operations/search?q=" + dossier);
    gallery.shows(operator, "operations-search-found", dossier);
    operator.navigate("/operations/search?q=" + URLEncoder.encode(MARKUP, StandardCharsets.UTF_8));
    gallery.shows(operator, "operations-search-nothing", MARKUP);
  }

  private void decided(Cases.Case file, String decision, String told) {
    operator.navigate("/operations/cases/" + file.id());
    gallery.shows(operator, "operations-case-" + file.kind(), told);
    hostile.complete(file, "operator-1", Map.of("decision", decision, "reason", REASON));
    operator.navigate("/operations/cases/" + file.id());
    gallery.shows(operator, "operations-case-" + file.kind() + "-proposed", REASON);
    if (decision.equals("REFUND")) {
      try (var second = AtTasklist.as("operator-2", chromium.browser(), world.appUrl())) {
        second.opens("Người thứ hai xác nhận");
        gallery.picture(second.page, "tasklist-confirm-case");
      }
    }
    hostile.complete(file, "operator-2", Map.of("agreed", "AGREED", "reason", OFFICE));
  }

  private void firmRegistersItsAccount() {
    var page = visitors.payer(FIRM);
    page.navigate("/registrations/new");
    gallery.shows(
        page, "registration-new", FIRM.name, FIRM.address, HostilePayer.SIGNS, HostilePayer.TITLE);
    var wrong = "'\"<script>alert(2)</script>";
    fill(page, wrong, "Phí \u202eđạc", "សុខ សុភា", "x" + wrong, "@" + wrong);
    gallery.shows(page, "registration-refused", wrong, "U+202E", "សុខ សុភា");
    fill(page, ACCOUNT, FIRM.name, BRANCH, "+84 (0)905 123 456", "o'hara+le.phi@example.vn");
    page.waitForURL("**/registrations/R*");
    var id = page.url().replaceFirst(".*/", "").replaceFirst("[?#].*", "");

    namesAreConfirmed(page, id);
    page.navigate("/registrations/" + id);
    gallery.shows(page, "registration-awaiting-form", BRANCH);
    gallery.prints(
        page,
        "/registrations/" + id + "/form.pdf",
        "registration-form",
        FIRM.name,
        FIRM.address,
        HostilePayer.SIGNS,
        HostilePayer.TITLE,
        BRANCH);
    try (var teller = AtTasklist.as("teller-1", chromium.browser(), world.appUrl())) {
      teller.opens("Nhận phiếu");
      gallery.seen().assertThat(teller.facts()).contains(kept(FIRM.name), kept(BRANCH));
      gallery.picture(teller.page, "tasklist-receive-form");
    }
    hostile.decides(id, "receiveForm", "teller-1", "RETURNED", REASON);
    hostile.registrationReaches(id, "returned");
    page.navigate("/registrations/" + id);
    gallery.shows(page, "registration-returned", REASON);
    page.navigate("/registrations/" + id + "/correct");
    gallery.shows(page, "registration-correct", FIRM.name, BRANCH, REASON);

    var again = Map.of("bank", BANK, "number", ACCOUNT, "holder", FIRM.name);
    var resubmitted =
        portal.api.post(
            "/registrations/" + id + "/resubmit", Map.of("account", again, "branch", OFFICE));
    assertThat(resubmitted.status()).as(resubmitted.text()).isEqualTo(202);
    namesAreConfirmed(page, id);
    hostile.decides(id, "receiveForm", "teller-1", "RECEIVED", OFFICE);
    hostile.decides(id, "approve", "officer-1", "APPROVED", OFFICE);
    try (var second = AtTasklist.as("officer-2", chromium.browser(), world.appUrl())) {
      second.opens("Duyệt lần hai");
      gallery.picture(second.page, "tasklist-approve-registration");
    }
    hostile.decides(id, "approveSecond", "officer-2", "APPROVED", DECOMPOSED);
    hostile.registrationReaches(id, "registered");
    page.navigate("/registrations/" + id);
    gallery.shows(page, "registration-registered", FIRM.name);
    page.navigate("/registrations");
    gallery.shows(page, "registrations");
    operator.navigate("/operations/search?q=" + id);
    gallery.shows(operator, "operations-search-registration", FIRM.name);
  }

  private void namesAreConfirmed(Page page, String id) {
    soon(
        () ->
            assertThat(hostile.registration(id, "status"))
                .isIn("account_refused", "awaiting_form"));
    if (hostile.registration(id, "status").equals("account_refused")) {
      page.navigate("/registrations/" + id);
      gallery.shows(page, "registration-names-differ", FIRM.name);
      var confirmed = portal.api.post("/registrations/" + id + "/confirm-name", null);
      assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(202);
      hostile.registrationReaches(id, "awaiting_form");
    }
  }

  private void firmPaysByAccount() {
    var page = visitors.payer(FIRM);
    var dossiers = hostile.owedBy(FIRM);
    var payment = hostile.started(FIRM, "ACCOUNT", dossiers);
    scenario.reaches(payment, "paid");
    showsPaid(page, payment, "account", FIRM, dossiers);
  }

  private void dayIsReconciled() throws Exception {
    var day = VietnamTime.dayOf(time.now());
    reconciliations.importNow(BANK, day);
    soon(() -> assertThat(reconciliations.find(BANK, day).orElseThrow().statement()).isNotNull());
    operator.navigate("/operations/reconciliation");
    gallery.shows(operator, "operations-reconciliation");
    var report = "/operations/reconciliation/" + BANK + "/" + day;
    operator.navigate(report);
    gallery.shows(operator, "operations-reconciliation-report");
    gallery.prints(operator, report + "/report.pdf", "reconciliation-report");
    var csv = operator.request().get(report + "/report.csv").text();
    gallery.keep("reconciliation.csv", csv.getBytes(StandardCharsets.UTF_8));
    gallery.seen().assertThat(csv).contains(",'" + REFERENCE + ",").doesNotContain("," + REFERENCE);

    var statement =
        jdbc.sql("select content from statement where bank = ? order by fetched_at desc")
            .param(BANK)
            .query(byte[].class)
            .list()
            .get(0);
    gallery.keep("statement.xml", statement);
    gallery.seen().assertThat(textOf(statement)).contains(REMARK.strip());
  }

  private void everybodyElseLooks() {
    for (var path : List.of("cases", "audit", "stuck")) {
      operator.navigate("/operations/" + path);
      gallery.shows(operator, "operations-" + path);
    }
    var nobody = visitors.nobody();
    nobody.navigate("/login");
    nobody.fill("#username", MARKUP);
    nobody.fill("#password", MARKUP);
    nobody.click("main button");
    gallery.shows(nobody, "login-refused");
    var page = visitors.payer(FIRM);
    page.navigate("/payments/%3Cscript%3Ealert(1)%3Cscript%3E");
    gallery.shows(page, "not-found", "Không tìm thấy trang");
    var tester = gallery.visitor(world.url());
    tester.navigate("/");
    gallery.shows(tester, "sandbox", REMARK);

    var webhooks = sandbox.get("/portal/webhooks");
    gallery.keep("webhooks.json", webhooks.text().getBytes(StandardCharsets.UTF_8));
    assertThat(webhooks.body()).isNotEmpty().allMatch(it -> it.path("valid").asBoolean());
  }

  private void showsPaid(
      Page page,
      String payment,
      String name,
      HostilePayer payer,
      Map<HostileDossier, String> dossiers) {
    page.navigate("/payments/" + payment);
    gallery.shows(page, name + "-paid");
    gallery.prints(
        page,
        "/payments/" + payment + "/receipt.pdf",
        name + "-summary",
        with(texts(it -> it.fee, it -> it.beneficiary), payer.name));
    dossiers.forEach(
        (dossier, code) ->
            gallery.prints(
                page,
                "/payments/%s/receipts/%s.pdf".formatted(payment, hostile.receiptOf(payment, code)),
                name + "-confirmation-" + dossier.name().toLowerCase(Locale.ROOT),
                payer.name,
                dossier.procedure,
                dossier.authority,
                dossier.fee,
                dossier.beneficiary));
  }

  private static void fill(
      Page page, String account, String holder, String branch, String phone, String email) {
    page.selectOption("#bank", BANK);
    page.fill("#account", account);
    page.fill("#accountHolder", holder);
    page.fill("#branch", branch);
    page.fill("#phone", phone);
    page.fill("#email", email);
    page.click("main form button[type=submit]");
  }

  /** The portal knows the payers. */
  static class Sandbox extends SandboxBeside {
    Sandbox() {
      super(HostilePayer.profiles());
    }
  }

  /** The payers may sign in. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Payers {
    @Bean
    PayerAccounts hostilePayers() {
      return HostilePayer::signedIn;
    }
  }
}
