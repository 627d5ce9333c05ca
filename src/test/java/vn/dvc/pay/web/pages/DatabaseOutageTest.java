package vn.dvc.pay.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.CutDatabase;
import vn.dvc.pay.web.HttpCaller;
import vn.dvc.pay.web.HttpCaller.Answer;
import vn.dvc.pay.web.WebTest;

/**
 * The database is away while somebody who is signed in opens a page, from the first, the second or
 * any later statement on: each time the page says so, and nobody is signed out by it.
 */
@WebTest
class DatabaseOutageTest {
  private static final String OPERATOR = "outage-operator";
  private static final int MANY = 60;

  @Autowired Callers callers;
  @Autowired CutDatabase database;
  @Autowired IdentityService engine;

  @ParameterizedTest
  @CsvSource({
    "/dossiers, vi, Hệ thống tạm thời không phục vụ được",
    "/dossiers, en, The system is temporarily unavailable",
    "/payments, vi, Hệ thống tạm thời không phục vụ được",
    "/registrations/new, vi, Hệ thống tạm thời không phục vụ được",
    "/notices, en, The system is temporarily unavailable",
    "/check?number=BL-2026-0000001&code=AAAA, vi, Hệ thống tạm thời không phục vụ được",
    "/nothing-here, en, The system is temporarily unavailable"
  })
  void payerIsToldAndStaysSignedIn(String page, String language, String title) {
    var payer = browserOf(callers.signedIn("nguyen-van-a"));
    payer.get("/check?lang=" + language); // a cookie remembers it
    var whole = payer.get(page).status();

    saysSoUntilItIsBack(payer, page, title, whole);

    assertThat(payer.get("/trial-me").body()).startsWith("Nguyễn Văn A");
  }

  @Test
  void formIsNotTakenAndMayBeSentAgain() {
    var payer = browserOf(callers.signedIn("nguyen-van-a"));
    var form = Map.of("_csrf", callers.token(payer), "code", "?", "number", "1");
    database.cutAfter(0);
    isOut(payer.form("/others", form), "Hệ thống tạm thời không phục vụ được");
    database.heal();
    assertThat(payer.form("/others", form).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"/operations", "/operations/cases", "/operations/payments"})
  void operatorIsToldAndStaysSignedIn(String page) {
    var operator = operator();
    saysSoUntilItIsBack(operator, page, "Hệ thống tạm thời không phục vụ được", 200);
    assertThat(operator.get(page).status()).isEqualTo(200);
  }

  private void saysSoUntilItIsBack(HttpCaller person, String page, String title, int whole) {
    for (var connections = 0; connections < MANY; connections++) {
      database.cutAfter(connections);
      var answer = person.get(page);
      database.heal();
      if (answer.status() == whole) {
        assertThat(connections).as("statements before the page was whole").isPositive();
        return;
      }
      isOut(answer, title);
    }
    throw new AssertionError(page + " asks more than " + MANY + " times");
  }

  private static void isOut(Answer answer, String title) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("10");
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Set-Cookie")).isNull();
    assertThat(answer.body()).contains("<h1>" + title + "</h1>").doesNotContain("??", "SQL");
  }

  private HttpCaller operator() {
    if (engine.createUserQuery().userId(OPERATOR).count() == 0) {
      var user = engine.newUser(OPERATOR);
      user.setPassword(OPERATOR);
      engine.saveUser(user);
      if (engine.createGroupQuery().groupId("operators").count() == 0) {
        engine.saveGroup(engine.newGroup("operators"));
      }
      engine.createMembership(OPERATOR, "operators");
    }
    var browser = callers.anybody();
    browser.form(
        "/operations/login",
        Map.of("username", OPERATOR, "password", OPERATOR, "_csrf", callers.token(browser)));
    return browserOf(browser);
  }

  private static HttpCaller browserOf(HttpCaller person) {
    return person.with("Accept", "text/html");
  }
}
