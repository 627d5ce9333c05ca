package vn.dvc.pay.web.security.openid.provider;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Leaves a peer alone for a while after it failed, and fails at once meanwhile. */
public class PauseAfterFailure implements ClientHttpRequestInterceptor {
  private final Duration pause;
  private volatile @Nullable Long failedAt;

  public PauseAfterFailure(Duration pause) {
    this.pause = pause;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    var failed = failedAt;
    if (failed != null && System.nanoTime() - failed < pause.toNanos()) {
      throw new IOException("failed a moment ago");
    }
    try {
      var response = execution.execute(request, body);
      failedAt = null;
      return response;
    } catch (IOException failure) {
      failedAt = System.nanoTime();
      throw failure;
    }
  }
}
