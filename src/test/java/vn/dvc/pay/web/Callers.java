package vn.dvc.pay.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.testing.Fixture;
import vn.dvc.pay.web.HttpCaller.Answer;

/** Those who call the application: the portal, payers in browsers without JavaScript, strangers. */
public class Callers implements Fixture {
  private final Environment environment;
  private final Banks banks;

  Callers(Environment environment, Banks banks) {
    this.environment = environment;
    this.banks = banks;
  }

  /** The banks have told their keys. */
  @Override
  public void beforeEachTest() {
    doReturn(List.of(Map.of("kty", "RSA", "use", "enc", "kid", "b1", "n", "AQ", "e", "AQAB")))
        .when(banks)
        .sealingKeys(any());
  }

  /** The application's port, which is known once it serves. */
  public int port() {
    return environment.getRequiredProperty("local.server.port", Integer.class);
  }

  public HttpCaller anybody() {
    return HttpCaller.of(port());
  }

  public HttpCaller portal() {
    return anybody().as("portal", "portal");
  }

  public HttpCaller english() {
    return portal().with("Accept-Language", "en-GB,en;q=0.8");
  }

  public HttpCaller signedIn(String payer) {
    var browser = anybody();
    signIn(browser, payer, payer);
    return browser;
  }

  public Answer signIn(HttpCaller browser, String name, String password) {
    return browser.form(
        "/login", Map.of("username", name, "password", password, "_csrf", token(browser)));
  }

  public String token(HttpCaller browser) {
    return browser.get("/assets/trial-token").body();
  }

  public String sessionOf(HttpCaller browser) {
    return browser.cookie("DVCSESSION");
  }
}
