package vn.dvc.pay.web.security.openid.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * What a peer has published is not asked for again at once. A token may name any key, and for each
 * that is unknown the keys are looked up: whoever invents names makes us ask nobody.
 */
public class KeptAnswer implements ClientHttpRequestInterceptor {
  private final Duration kept;
  private final Map<URI, Answer> answers = new ConcurrentHashMap<>();

  /**
   * @param kept for how long; a new key is known so much later at most
   */
  public KeptAnswer(Duration kept) {
    this.kept = kept;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    var known = answers.get(request.getURI());
    if (known != null && System.nanoTime() - known.at() < kept.toNanos()) {
      return known;
    }
    try (var response = execution.execute(request, body)) {
      var status = response.getStatusCode();
      var answer =
          new Answer(
              status,
              HttpHeaders.readOnlyHttpHeaders(response.getHeaders()),
              response.getBody().readAllBytes(),
              System.nanoTime());
      if (request.getMethod() == HttpMethod.GET && HttpStatus.OK.equals(status)) {
        answers.put(request.getURI(), answer);
      }
      return answer;
    }
  }

  private record Answer(HttpStatusCode status, HttpHeaders headers, byte[] body, long at)
      implements ClientHttpResponse {
    @Override
    public HttpStatusCode getStatusCode() {
      return status;
    }

    @Override
    public String getStatusText() {
      return "";
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(body);
    }

    @Override
    public void close() {
      // Read already.
    }
  }
}
