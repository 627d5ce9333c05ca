package vn.dvc.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without scripts: it keeps cookies, follows redirects and sends forms with their token.
 */
public final class PersonsBrowser {
  private static final int MAX_REDIRECTS = 15;
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();

  /** A page, as it was reached. */
  public record Page(URI address, int status, String body, Map<String, String> headers) {
    public String header(String name) {
      return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }

    public Map<String, String> query() {
      return query(address);
    }

    static Map<String, String> query(URI address) {
      var query = new HashMap<String, String>();
      if (address.getQuery() != null) {
        for (var part : address.getQuery().split("&")) {
          query.put(part.replaceAll("=.*", ""), part.replaceAll("^[^=]*=?", ""));
        }
      }
      return query;
    }
  }

  /** One request; a redirect is not followed. */
  public Page ask(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)));
  }

  /** Follows redirects up to a page, or to an address that begins so. */
  public Page follow(String address, String upTo) {
    var page = ask(address);
    for (int i = 0; i < MAX_REDIRECTS && page.status() / 100 == 3; i++) {
      var next = page.address().resolve(page.header("location")).toString();
      if (next.startsWith(upTo)) {
        return new Page(URI.create(next), 0, "", Map.of());
      }
      page = ask(next);
    }
    return page;
  }

  public Page open(String address) {
    return follow(address, "nowhere");
  }

  /** Sends a form of this page, with its token, and follows redirects. */
  public Page submit(Page page, String action, Map<String, String> fields, String upTo) {
    var form = new HashMap<>(fields);
    var token = TOKEN.matcher(page.body());
    if (token.find()) {
      form.put("_csrf", token.group(1));
    }
    var address = page.address().resolve(action);
    var answer =
        send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    if (answer.status() / 100 != 3) {
      return answer;
    }
    return follow(address.resolve(answer.header("location")).toString(), upTo);
  }

  /** What a script of the engine's pages sends, with their token. */
  public Page call(String address, String json) {
    var token =
        cookies.getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
            .map(HttpCookie::getValue)
            .findFirst()
            .orElse("");
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", token)
            .POST(BodyPublishers.ofString(json)));
  }

  /** Signs in on the provider's login page that is shown. */
  public Page signIn(Page login, String name, String level, String upTo) {
    return submit(
        login, "/identity/login", Map.of("username", name, "password", name, "level", level), upTo);
  }

  private Page send(HttpRequest.Builder request) {
    try {
      var answer =
          http.send(
              request
                  .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                  .timeout(Duration.ofSeconds(30))
                  .build(),
              BodyHandlers.ofString());
      return page(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Page page(HttpResponse<String> answer) {
    var headers = new HashMap<String, String>();
    answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
    return new Page(answer.uri(), answer.statusCode(), answer.body(), headers);
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
