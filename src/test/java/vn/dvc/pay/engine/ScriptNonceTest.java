package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page of Camunda's web apps runs its scripts, whatever else is asked for at the same time. */
@EngineTest
class ScriptNonceTest {
  private static final int PAGES = 200;
  private static final Pattern ALLOWED = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern WRITTEN = Pattern.compile("nonce=\"([^\"]+)\"");

  @LocalServerPort int port;

  @Test
  void pageCarriesTheNonceThatItsOwnHeaderAllows() {
    var client = HttpClient.newHttpClient();
    var answers = Stream.generate(() -> page(client)).limit(PAGES).toList();

    assertThat(answers)
        .extracting(CompletableFuture::join)
        .allSatisfy(
            page -> {
              var header = page.headers().firstValue("Content-Security-Policy").orElseThrow();
              assertThat(WRITTEN.matcher(page.body()).results())
                  .isNotEmpty()
                  .allMatch(nonce -> nonce.group(1).equals(nonceOf(header)));
            });
  }

  private CompletableFuture<HttpResponse<String>> page(HttpClient client) {
    var address = "http://localhost:" + port + "/camunda/app/tasklist/default/";
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private static String nonceOf(String header) {
    return ALLOWED.matcher(header).results().findFirst().orElseThrow().group(1);
  }
}
