package vn.dvc.sandbox.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;

/** DVC Pay's API as its demo client calls it, so that nobody has to copy a password or a token. */
@Component
class TriedApi {
  private static final String CLIENT =
      "Basic "
          + Base64.getEncoder().encodeToString("portal:portal".getBytes(StandardCharsets.UTF_8));

  private final String address;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  TriedApi(SandboxSettings settings) {
    address = settings.appUrl() + "/api/v1";
  }

  /**
   * @param path with its query, below the API's address
   */
  HttpResponse<byte[]> call(String method, String path, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", CLIENT)
            .method(method, BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }
}
