package vn.dvc.pay.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.WebTest;

/** More senders of slow bodies than there are threads, at every path that reads bodies. */
@WebTest
class SlowSendersTest {
  private static final int SENDERS = 210;
  private static final String HEADERS =
      "Content-Length: 1000\r\nContent-Type: application/json\r\n"
          + "Authorization: Basic cG9ydGFsOnBvcnRhbA==\r\n";

  private static final String FORM =
      "Content-Length: 1000\r\nContent-Type: application/x-www-form-urlencoded\r\n";

  @Autowired Callers callers;

  @ParameterizedTest
  @ValueSource(strings = {"/bank/v1/notices", "/bank/v1/collections", "/api/v1/payments", "/login"})
  void othersAreServedMeanwhile(String path) throws IOException {
    var headers = path.equals("/login") ? FORM : HEADERS;
    var slow = new ArrayList<SlowRequest>();
    try {
      for (int i = 0; i < SENDERS; i++) {
        slow.add(SlowRequest.posting(callers.port(), path, headers));
      }
      assertTimeoutPreemptively(
          Duration.ofSeconds(4), // less than the slow ones are allowed
          () -> {
            assertThat(callers.anybody().get("/login").status()).isEqualTo(200);
            assertThat(callers.portal().get("/api/v1/banks").status()).isEqualTo(200);
          });
    } finally {
      for (var request : slow) {
        request.close();
      }
    }
  }

  @Test
  void slowSenderOfTheApiReceivesAProblem() throws IOException {
    try (var slow = SlowRequest.posting(callers.port(), "/bank/v1/notices", HEADERS)) {
      assertThat(slow.answer())
          .startsWith("HTTP/1.1 408 ")
          .contains("application/problem+json")
          .contains("\"code\":\"body-too-slow\"");
    }
  }

  /** The form's token is in the body, so without one it looks forged or expired. */
  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void slowSenderOfAFormIsToldSoAndFillsNoLog(CapturedOutput log) throws IOException {
    try (var slow = SlowRequest.posting(callers.port(), "/login", FORM)) {
      assertThat(slow.answer()).startsWith("HTTP/1.1 408 ");
    }
    assertThat(log).doesNotContain("Exception");
  }

  @Test
  void headThatIsTooLongIsNoRequest() throws IOException {
    var head = "GET /api/v1/banks HTTP/1.1\r\nHost: localhost\r\nX-Long: %s\r\n\r\n";
    try (var request = new SlowRequest(callers.port(), head.formatted("x".repeat(9_000)))) {
      assertThat(request.answer()).startsWith("HTTP/1.1 400 ").doesNotContain("problem+json");
    }
  }
}
