package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.OTHER;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.PaymentId;

/** The stream by which a page is told that its payment has changed, as it is on the wire. */
@PagesTest
class LiveEventsTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @Autowired PagesFixture fixture;
  @Autowired FakePayments payments;
  @Autowired WebApplicationContext context;
  @LocalServerPort int port;

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @Test
  void changeMadeAnywhereIsToldWithoutWhatItIs() throws Exception {
    signIn();
    var id = start();
    var stream = listen(id);
    assertThat(stream.answer.statusCode()).isEqualTo(200);
    assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
    assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
    assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
    assertThat(stream.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(stream.header("Content-Encoding")).isNull();
    await().until(() -> stream.lines.contains("event: alive"));

    payments.bankSendsOtp(id);
    await().until(() -> stream.lines.contains("event: changed"));
    payments.bankPays(id);
    await().until(stream.end::isDone);
    assertThat(stream.lines)
        .allMatch(line -> List.of("event: alive", "event: changed", "data:", "").contains(line));
  }

  @Test
  void aFinishedPaymentHasNothingMoreToTell() throws Exception {
    signIn();
    var id = start();
    payments.bankPays(id);
    assertThat(get("/payments/" + id + "/events").statusCode()).isEqualTo(204);
  }

  @Test
  void onlyThePayerMayListen() {
    var events = "/payments/" + start() + "/events";
    assertThat(new SignedInPages(context, OTHER).open(events).getStatus()).isEqualTo(404);
  }

  @Test
  void tooManyPagesOfAPayerAreRefused() throws Exception {
    signIn();
    var id = start();
    var open = IntStream.range(0, 20).mapToObj(each -> listen(id)).toList();
    var refused = get("/payments/" + id + "/events");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    payments.bankPays(id);
    open.forEach(stream -> await().until(stream.end::isDone));
  }

  @Test
  void signingOutEndsIt() throws Exception {
    var token = signIn();
    var stream = listen(start());
    await().until(() -> stream.lines.contains("event: alive"));
    post("/logout", "_csrf=" + token);
    await().until(stream.end::isDone);
  }

  private PaymentId start() {
    return payments.start(AN, List.of(fixture.first()), Method.CARD, null).id();
  }

  /** Returns the token of the session's forms. */
  private String signIn() throws Exception {
    post(
        "/login",
        "username=nguyen-van-a&password=nguyen-van-a&_csrf=" + token(get("/login").body()));
    return token(get("/dossiers").body());
  }

  private static String token(String page) {
    var found = TOKEN.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }

  private void post(String path, String form) throws Exception {
    http.send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private Listening listen(PaymentId id) {
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(address("/payments/" + id + "/events")).build(),
              BodyHandlers.ofLines());
      var lines = new CopyOnWriteArrayList<String>();
      var end =
          CompletableFuture.runAsync(
              () -> answer.body().forEach(lines::add), read -> new Thread(read).start());
      return new Listening(answer, lines, end);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private record Listening(
      HttpResponse<Stream<String>> answer, List<String> lines, CompletableFuture<Void> end) {
    String header(String name) {
      return answer.headers().firstValue(name).orElse(null);
    }
  }
}
