package vn.dvc.pay.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** With a management port of its own, Prometheus reads our metrics there, and nowhere else. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
@AutoConfigureObservability(tracing = false)
@ActiveProfiles("test")
class ManagementPortTest {
  @LocalServerPort int main;
  @LocalManagementPort int management;

  @Test
  void metricsAreOnTheManagementPortOnly() throws Exception {
    var metrics = get(management, "/actuator/prometheus");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.body())
        .contains("dvc_steps_stuck ", "dvc_bank_breaker_open{", "hikaricp_connections");
    assertThat(get(management, "/actuator/env").statusCode()).isEqualTo(403);
    assertThat(get(management, "/actuator/health").statusCode()).isIn(200, 503);

    assertThat(get(main, "/actuator/prometheus").statusCode()).isEqualTo(403);
    assertThat(get(main, "/livez").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    var address = URI.create("http://localhost:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
