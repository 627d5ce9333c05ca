package vn.dvc.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import vn.dvc.pay.testing.Chromium;

/**
 * Starts the set-up of {@code production/try.sh}, pays through its proxy, signs staff in at their
 * port, knocks at all closed doors, stops a node, and ends it all. Prints what it saw, and fails
 * with the first thing that is otherwise.
 */
public final class ProductionTrial {
  private static final int PATIENCE_MILLIS = 120_000;
  private static final int BASE = port();
  private static final String PAYERS = "https://localhost:" + (BASE + 443);
  private static final String STAFF = "https://127.0.0.1:" + (BASE + 543);
  private static final String PORTAL = "https://localhost:" + (BASE + 743);
  private static final String SANDBOX = "http://127.0.0.1:" + (BASE + 790);

  private final Browser browser;

  private ProductionTrial(Browser browser) {
    this.browser = browser;
  }

  /** With {@code running}, what was started already is tried, and left running. */
  public static void main(String[] words) throws Exception {
    var own = !List.of(words).contains("running");
    if (own) {
      script("start");
    }
    try (var chromium = Chromium.orSkip()) {
      new ProductionTrial(chromium.browser()).run();
    } finally {
      if (own) {
        script("stop");
      }
    }
  }

  private void run() throws Exception {
    var payer = person();
    fromThePortal(payer);
    payByCard(payer);
    staffSignIn();
    script("doors");
    var other = otherNodesPayer(node(payer));
    script("stop-node", node(payer));
    isServed(other, "payer of the node that stays: served on, no sign-in");
    returnsAfterItsNodeEnded(payer);
  }

  private void fromThePortal(BrowserContext person) {
    var page = person.newPage();
    page.navigate(PORTAL + "/identity/portal");
    signIn(page, "nguyen-van-a");
    page.click("#pay");
    page.waitForURL(PAYERS + "/dossiers");
    page.close();
    saw("payer: from the portal to the dossiers, signed in once");
  }

  private void payByCard(BrowserContext person) throws Exception {
    var page = person.newPage();
    page.navigate(PAYERS + "/dossiers");
    page.check("#dossier-0");
    page.click(".pay button");
    page.check("#CARD");
    page.click(".step .stack button[type=submit]");
    page.check("#bank-970415");
    page.click("main .stack button");
    page.fill("#number", "9704150000000011");
    page.fill("#holder", "NGUYEN VAN A");
    page.fill("#date", "07/15");
    page.check("#terms");
    page.click(".step .stack button[type=submit]");
    page.waitForSelector("#otp");
    page.fill("#otp", otp());
    page.click(".step .stack button[type=submit]");
    page.waitForSelector(".result.paid");
    require(page.innerText(".result").contains("ĐÃ THANH TOÁN"), "paid");
    page.close();
    saw("payer: paid by card through the proxy, ĐÃ THANH TOÁN");
  }

  private void staffSignIn() {
    var operator = person().newPage();
    operator.navigate(STAFF + "/operations");
    signIn(operator, "operator-1");
    operator.waitForURL(STAFF + "/operations**");
    require(operator.locator("h1").first().isVisible(), "operations page");
    saw("operator: " + operator.title() + " at " + STAFF);

    var officer = person().newPage();
    officer.navigate(STAFF + "/camunda/app/tasklist/default/");
    signIn(officer, "officer-1");
    officer.waitForURL(STAFF + "/camunda/app/tasklist/**");
    var known = officer.request().get(STAFF + "/camunda/api/admin/auth/user/default").text();
    require(known.contains("officer-1") && known.contains("tasklist"), "known to Tasklist");
    saw("officer: signed in to Tasklist at " + STAFF);
    for (var page : List.of(operator, officer)) {
      var cookies = page.context().cookies(PAYERS);
      require(
          cookies.stream().noneMatch(it -> it.name.equals("DVCSESSION")),
          "no cookie of staff for the payers' host");
    }
    saw("staff: no session cookie for the payers' host");
  }

  /** Somebody whom the proxy has sent to the other node. */
  private BrowserContext otherNodesPayer(String node) {
    for (int tries = 0; tries < 10; tries++) {
      var person = person();
      fromThePortal(person);
      if (!node(person).equals(node)) {
        return person;
      }
    }
    throw new IllegalStateException("All payers are at one node");
  }

  private void isServed(BrowserContext person, String what) {
    var page = person.newPage();
    require(page.navigate(PAYERS + "/payments").status() == 200, what);
    require(page.url().equals(PAYERS + "/payments"), what);
    saw(what);
  }

  /** Its session is gone, and the one at the provider is not. */
  private void returnsAfterItsNodeEnded(BrowserContext person) {
    var page = person.newPage();
    page.navigate(PAYERS + "/payments");
    page.waitForURL(PAYERS + "/payments**");
    require(page.innerText("main").contains("120.000"), "the payment is there");
    saw("payer of the stopped node: signed in anew by the provider without being asked");
  }

  private BrowserContext person() {
    // Chromium knows nothing of the throw-away CA; curl, and the programs, verify it.
    var person =
        browser.newContext(
            new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setLocale("vi-VN"));
    person.setDefaultTimeout(PATIENCE_MILLIS);
    return person;
  }

  private static void signIn(Page page, String name) {
    page.fill("#username", name);
    page.fill("#password", name);
    page.click("main button[type=submit]");
  }

  private static String node(BrowserContext person) {
    return person.cookies(PAYERS).stream()
        .filter(cookie -> cookie.name.equals("NODE"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no cookie of the proxy"));
  }

  private static String otp() throws Exception {
    var messages = new ObjectMapper().readTree(URI.create(SANDBOX + "/sandbox/sms").toURL());
    return messages.path(0).path("otp").asText();
  }

  private static void script(String... words) throws Exception {
    var command = new java.util.ArrayList<>(List.of("production/try.sh"));
    command.addAll(Arrays.asList(words));
    require(new ProcessBuilder(command).inheritIO().start().waitFor() == 0, command.toString());
  }

  private static int port() {
    var base = System.getenv("DVC_TRY_PORTS");
    return base == null ? 8000 : Integer.parseInt(base);
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new IllegalStateException("Not so: " + what);
    }
  }

  private static void saw(String what) {
    System.out.println("  seen: " + what);
  }
}
