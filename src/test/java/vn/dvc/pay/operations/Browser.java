package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An operator's browser: keeps cookies, follows redirects, and submits the CSRF token of the
 * current page.
 */
public class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String address;
  private final String language;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private HttpResponse<String> shown;

  public Browser(int port, String language) {
    this.address = "http://localhost:" + port;
    this.language = language;
  }

  public Browser signIn(String name) {
    get("/operations/login?lang=" + language); // a cookie remembers it
    post("/operations/login", Map.of("username", name, "password", name));
    return this;
  }

  public Browser get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)));
  }

  /** Submits a form of the current page, with the page's token. */
  public Browser post(String path, Map<String, String> fields) {
    var all = new TreeMap<>(fields);
    var token = TOKEN.matcher(body());
    if (token.find()) {
      all.put("_csrf", token.group(1));
    }
    return postBare(path, all);
  }

  /** Submits a form of the current page with files in its field {@code file}. */
  public Browser upload(String path, String reason, Map<String, byte[]> files) {
    var boundary = "----" + UUID.randomUUID();
    var body = new ByteArrayOutputStream();
    var token = TOKEN.matcher(body());
    part(body, boundary, "name=\"reason\"", reason.getBytes(StandardCharsets.UTF_8));
    if (token.find()) {
      part(body, boundary, "name=\"_csrf\"", token.group(1).getBytes(StandardCharsets.UTF_8));
    }
    files.forEach(
        (name, bytes) -> part(body, boundary, "name=\"file\"; filename=\"" + name + "\"", bytes));
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(ByteArrayOutputStream body, String boundary, String what, byte[] bytes) {
    var head = "--" + boundary + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  public Browser postBare(String path, Map<String, String> fields) {
    var form =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private Browser send(HttpRequest.Builder request) {
    try {
      shown = http.send(request.build(), BodyHandlers.ofString());
      return this;
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  public Browser shows(int status, String... texts) {
    assertThat(shown.statusCode()).as(body()).isEqualTo(status);
    for (var text : texts) {
      assertThat(body()).contains(text);
    }
    return this;
  }

  String path() {
    return shown.uri().getPath();
  }

  public String body() {
    return shown == null ? "" : shown.body();
  }

  public String header(String name) {
    return shown.headers().firstValue(name).orElse("");
  }
}
