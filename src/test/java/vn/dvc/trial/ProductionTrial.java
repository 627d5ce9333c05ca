package vn.dvc.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.dvc.pay.testing.Chromium;

/**
 * Starts the set-up of {@code production/try.sh}, pays through its proxy, signs staff in at their
 * port, knocks at all closed doors, restarts both nodes under load, stops one, and ends it all.
 * Prints what it saw, and fails with the first thing that is otherwise.
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
    restartUnderLoad(payer);
    script("stop-node", "a");
    isServed(payer);
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

  /** One node after the other, while payers read, portals start payments, and a page listens. */
  private void restartUnderLoad(BrowserContext payer) throws Exception {
    var listening = payer.newPage();
    var connections = new CopyOnWriteArrayList<Integer>();
    listening.onResponse(
        answer -> {
          if (answer.url().endsWith("/events")) {
            connections.add(answer.status());
          }
        });
    waitAtTheCounter(listening);
    listening.waitForCondition(() -> connections.size() == 1);
    try (var load =
        new Load(PAYERS, PORTAL, session(payer), Path.of("target/production/tls/public.crt"))) {
      script("rolling-restart");
      // With both nodes gone in between, the page has been at a new one at least once.
      listening.waitForCondition(() -> connections.size() > 1);
      var failures = load.failures();
      failures.stream().limit(20).forEach(ProductionTrial::saw);
      saw("rolling restart: " + load.seen());
      require(failures.isEmpty(), "no request failed");
    }
    require(connections.stream().allMatch(status -> status == 200), "each new listening served");
    listening.close();
    saw("page that listens: connected " + connections.size() + " times, signed in all the time");
  }

  private void waitAtTheCounter(Page page) {
    page.navigate(PAYERS + "/dossiers");
    page.check("#dossier-0");
    page.click(".pay button");
    page.check("#COUNTER");
    page.click(".step .stack button[type=submit]");
    page.waitForURL(PAYERS + "/payments/P**");
  }

  private void isServed(BrowserContext person) {
    var page = person.newPage();
    require(page.navigate(PAYERS + "/payments").status() == 200, "served by the node that stays");
    require(page.url().equals(PAYERS + "/payments"), "still signed in");
    saw("payer who signed in at nodes that are gone: served on, no sign-in");
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

  private static String session(BrowserContext person) {
    return person.cookies(PAYERS).stream()
        .filter(cookie -> cookie.name.equals("DVCSESSION"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
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
