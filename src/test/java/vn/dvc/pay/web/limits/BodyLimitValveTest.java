package vn.dvc.pay.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.util.unit.DataSize;

/** A server with few threads: however many bodies are slow, others are served. */
@Tag("fast")
class BodyLimitValveTest {
  private static final int THREADS = 8;
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String LONG = "Content-Length: 1000\r\n";
  private static WebServer server;

  private final List<SlowRequest> slow = new ArrayList<>();

  @BeforeAll
  static void start() {
    var factory = new TomcatServletWebServerFactory(0);
    factory.addConnectorCustomizers(
        connector -> {
          var http = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
          http.setMaxThreads(THREADS);
          http.setMinSpareThreads(1);
          http.setConnectionTimeout(1_500);
        });
    factory.addContextValves(
        new BodyLimitValve(
            new IncomingLimits(Duration.ofMillis(1_500), DataSize.ofKilobytes(100), 4, 4)));
    server =
        factory.getWebServer(
            context -> {
              var reader = context.addServlet("reader", new Reader());
              reader.addMapping("/*");
              reader.setAsyncSupported(true);
            });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @AfterEach
  void hangUp() throws IOException {
    for (var request : slow) {
      request.close();
    }
  }

  /** Reads the whole body, as a form or raw; or nothing of it. */
  private static final class Reader extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var told =
          switch (request.getRequestURI()) {
            case "/form" -> "field " + request.getParameter("field");
            case "/unread" -> "unread";
            case "/later" -> later(request);
            default -> "bytes " + request.getInputStream().readAllBytes().length;
          };
      response.getOutputStream().print(told);
      response.flushBuffer();
    }
  }

  /** Ends after the valve has seen it pass. */
  private static String later(HttpServletRequest request) {
    request.startAsync().start(() -> request.getAsyncContext().complete());
    return "listening";
  }

  @Test
  void pagesMayListen() throws IOException {
    assertThat(ask("GET /later HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .contains("200")
        .contains("listening");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/body", "/form", "/unread"})
  void howeverManyBodiesAreSlowOthersAreServed(String path) throws IOException {
    var type = path.equals("/form") ? "Content-Type: application/x-www-form-urlencoded\r\n" : "";
    for (int i = 0; i < 3 * THREADS; i++) {
      slow.add(SlowRequest.posting(port(), path, LONG + type));
    }

    assertThat(ask("GET /body HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .contains("200")
        .contains("bytes 0");
    assertThat(
            ask(
                "POST /body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\n\r\n"
                    + "four"))
        .as("a body that arrives with its request")
        .contains("bytes 4");

    assertTimeoutPreemptively(
        SOON,
        () -> {
          var answers = new ArrayList<String>();
          for (var request : slow) {
            answers.add(request.answer().lines().findFirst().orElse(""));
          }
          if (path.equals("/unread")) {
            assertThat(answers).allMatch(it -> it.contains(" 200 "));
          } else {
            assertThat(answers).filteredOn(it -> it.contains(" 408 ")).hasSizeBetween(1, 8);
            assertThat(answers).filteredOn(it -> it.contains(" 503 ")).isNotEmpty();
            assertThat(answers).allMatch(it -> it.contains(" 408 ") || it.contains(" 503 "));
          }
        });
  }

  @Test
  void refusalSaysWhenToRetry() throws IOException {
    for (int i = 0; i < 4; i++) {
      slow.add(SlowRequest.posting(port(), "/body", LONG));
    }
    slow.add(SlowRequest.posting(port(), "/body", LONG));
    slow.add(SlowRequest.posting(port(), "/body", LONG));

    var answers = new ArrayList<String>();
    for (var request : slow) {
      answers.add(request.answer());
    }
    assertThat(answers)
        .filteredOn(it -> it.contains(" 503 "))
        .isNotEmpty()
        .allMatch(it -> it.contains("Retry-After: 5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {LONG, "Transfer-Encoding: chunked\r\n"})
  void aTrickledBodyTimesOut(String headers) throws IOException {
    var request = SlowRequest.posting(port(), "/body", headers);
    slow.add(request);
    var drops = Executors.newSingleThreadScheduledExecutor();
    try {
      var drop = headers.equals(LONG) ? "x" : "\r\n1\r\nx";
      if (!headers.equals(LONG)) {
        request.close();
        slow.set(
            0,
            new SlowRequest(
                port(), "POST /body HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n1\r\nx"));
      }
      drops.scheduleAtFixedRate(
          () -> {
            try {
              slow.get(0).send(drop);
            } catch (IOException closed) {
              drops.shutdown();
            }
          },
          0,
          100,
          TimeUnit.MILLISECONDS);

      assertTimeoutPreemptively(
          SOON, () -> assertThat(slow.get(0).answer()).startsWith("HTTP/1.1 408 "));
    } finally {
      drops.shutdownNow();
    }
  }

  @Test
  void aBodyThatIsTooLongIsRefusedWhetherItsLengthIsDeclaredOrNot() throws IOException {
    assertThat(
            ask(
                "POST /body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 200000\r\n\r\n"
                    + "x".repeat(1_000)))
        .startsWith("HTTP/1.1 413 ");
    var chunk = "7d00\r\n" + "x".repeat(32_000) + "\r\n";
    assertThat(
            ask(
                "POST /body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + chunk.repeat(3)
                    + "1f40\r\n"
                    + "x".repeat(8_000)))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void aConnectionIsReusedAfterAnUnreadBody() throws IOException {
    assertThat(
            ask(
                "POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nfour"
                    + "GET /body HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .contains("unread")
        .contains("bytes 0");
  }

  private static int port() {
    return server.getPort();
  }

  private static String ask(String request) throws IOException {
    try (var whole = new SlowRequest(port(), request)) {
      return assertTimeoutPreemptively(SOON, whole::answer);
    }
  }
}
