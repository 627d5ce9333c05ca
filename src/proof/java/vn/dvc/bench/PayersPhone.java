package vn.dvc.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opens pages as a browser does that is signed in and takes compressed answers. */
class PayersPhone {
  private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final String address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .version(HttpClient.Version.HTTP_1_1) // else each request offers to change to HTTP/2
          .build();

  PayersPhone(String address) {
    this.address = address;
  }

  /**
   * @param first with all that the page names
   * @param again without what a browser keeps
   */
  record Weight(long first, long again) {}

  void signIn(String payer) throws Exception {
    var token = TOKEN.matcher(text(open("/login").get()));
    if (!token.find()) {
      throw new IllegalStateException("No form to sign in");
    }
    http.send(
        request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "username=%1$s&password=%1$s&_csrf=%2$s".formatted(payer, token.group(1))))
            .build(),
        BodyHandlers.discarding());
  }

  /** Fails with any answer but 200. */
  CompletableFuture<HttpResponse<byte[]>> open(String path) {
    return http.sendAsync(request(path).build(), BodyHandlers.ofByteArray())
        .thenApply(
            answer -> {
              if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
              }
              return answer;
            });
  }

  /** In bytes on the line, without those of headers. */
  Weight weigh(String path) throws Exception {
    var page = open(path).get();
    var named =
        ASSET
            .matcher(text(page))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    long first = page.body().length;
    long again = first;
    for (var asset : named) {
      var answer = open(asset).get();
      first += answer.body().length;
      var kept = answer.headers().firstValue("Cache-Control").orElse("");
      again += kept.contains("max-age=31536000") ? 0 : answer.body().length;
    }
    return new Weight(first, again);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Encoding", "gzip");
  }

  /** Pages are never compressed: see application.yaml. */
  private static String text(HttpResponse<byte[]> page) throws IOException {
    if (page.headers().firstValue("Content-Encoding").isPresent()) {
      throw new IOException("A page was compressed");
    }
    return new String(page.body(), StandardCharsets.UTF_8);
  }
}
