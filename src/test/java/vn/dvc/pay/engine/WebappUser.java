package vn.dvc.pay.engine;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A browser at the engine's web applications, signed in or not. */
public class WebappUser {
  public static final String ENGINE = "/camunda/api/engine/engine/default";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String base;

  private WebappUser(int port) {
    this.base = "http://localhost:" + port;
  }

  public static WebappUser stranger(int port) throws Exception {
    WebappUser user = new WebappUser(port);
    user.get("/camunda/app/welcome/default/"); // for the XSRF cookie
    return user;
  }

  /** Signs in as a demo account, whose password equals its id. */
  public static WebappUser signedIn(int port, String id, String app) throws Exception {
    WebappUser user = stranger(port);
    HttpResponse<String> answer = user.login(id, app);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(id + " cannot sign in: " + answer.statusCode());
    }
    user.cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> "XSRF-TOKEN".equals(cookie.getName()))
        .toList()
        .forEach(cookie -> user.cookies.getCookieStore().remove(null, cookie));
    user.get("/camunda/app/%s/default/".formatted(app)); // signing in creates a new session
    return user;
  }

  HttpResponse<String> login(String id, String app) throws Exception {
    return send(
        request("/camunda/api/admin/auth/user/default/login/" + app)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("username=" + id + "&password=" + id)));
  }

  public HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  public HttpResponse<String> post(String path, String json) throws Exception {
    return json("POST", path, json);
  }

  HttpResponse<String> put(String path, String json) throws Exception {
    return json("PUT", path, json);
  }

  HttpResponse<String> send(String method, String path, String json) throws Exception {
    return json(method, path, json);
  }

  private HttpResponse<String> json(String method, String path, String json) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json, */*");
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> "XSRF-TOKEN".equals(cookie.getName()))
        .map(HttpCookie::getValue)
        .findFirst()
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
