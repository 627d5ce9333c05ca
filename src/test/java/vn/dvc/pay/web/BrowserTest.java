package vn.dvc.pay.web;

import java.util.Map;
import vn.dvc.pay.web.HttpCaller.Answer;

/** Tests that use the pages as a browser without JavaScript would. */
public abstract class BrowserTest extends WebTest {

  protected HttpCaller signedIn(String payer) {
    var browser = anybody();
    signIn(browser, payer, payer);
    return browser;
  }

  protected Answer signIn(HttpCaller browser, String name, String password) {
    return browser.form(
        "/login", Map.of("username", name, "password", password, "_csrf", token(browser)));
  }

  protected String token(HttpCaller browser) {
    return browser.get("/assets/trial-token").body();
  }

  protected String sessionOf(HttpCaller browser) {
    return browser.cookie("DVCSESSION");
  }
}
