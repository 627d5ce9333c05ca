package vn.dvc.pay.doors;

import java.io.IOException;
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
import java.util.Base64;
import java.util.regex.Pattern;

/** Somebody who tries doors, signed in wherever they can be, with the tokens that forms need. */
final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final String address;
  private final Role role;
  private CookieManager cookies;
  private HttpClient http;
  private String token = "";

  Visitor(int port, Role role) throws Exception {
    this.address = "http://localhost:" + port;
    this.role = role;
    signIn();
  }

  /** Whether somebody in this role gets past the door, whatever happens behind it. */
  boolean passes(Door door) throws Exception {
    var answer = send(door.method(), door.address(), body(door), type(door));
    if (door.path().matches(".*(log(in|out)|lang).*")) {
      signIn();
    }
    var location = answer.headers().firstValue("Location").orElse("");
    // A login answers 401 to a wrong password: the door itself is open.
    return (answer.statusCode() != 401 || door.path().contains("/login/"))
        && answer.statusCode() != 403
        && !location.replaceFirst("\\?.*", "").endsWith("/login");
  }

  private void signIn() throws Exception {
    token = "";
    cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    http = HttpClient.newBuilder().cookieHandler(cookies).build();
    switch (role) {
      case NOBODY, PORTAL -> {}
      case PAYER -> signInAt("/login");
      default -> {
        signInAtTheEngine(); // begins a new session
        signInAt("/operations/login");
      }
    }
    token = tokenOf("/login");
  }

  private void signInAt(String page) throws Exception {
    var csrf = tokenOf(page);
    form(page, "username=" + role.id() + "&password=" + role.id() + "&_csrf=" + encoded(csrf));
  }

  private void signInAtTheEngine() throws Exception {
    get("/camunda/app/welcome/default/");
    for (var app : new String[] {"tasklist", "cockpit", "admin"}) {
      var answer =
          form(
              "/camunda/api/admin/auth/user/default/login/" + app,
              "username=" + role.id() + "&password=" + role.id());
      if (answer.statusCode() == 200) {
        cookies.getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
            .toList()
            .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
        get("/camunda/app/" + app + "/default/"); // signing in began a new session
        return;
      }
    }
    throw new IllegalStateException(role + " cannot sign in to the engine's applications");
  }

  private String tokenOf(String page) throws Exception {
    var found = TOKEN.matcher(get(page).body());
    return found.find() ? found.group(1) : "";
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, null, null);
  }

  private HttpResponse<String> form(String path, String body) throws Exception {
    return send("POST", path, body, "application/x-www-form-urlencoded");
  }

  private static String body(Door door) {
    if (door.method().equals("GET")) {
      return null;
    }
    return isPage(door) ? "" : account(door);
  }

  /** Whole enough for the engine to ask whether the caller may do that. */
  private static String account(Door door) {
    return switch (door.path().replaceFirst(".*/user/", "")) {
      case "create" ->
          """
          {"profile": {"id": "nobody-has-this"}, "credentials": {"password": "Nobody-has-this-1"}}""";
      case "{id}/credentials" -> "{\"password\": \"Nobody-has-this-1\"}";
      case "{id}/profile" -> "{\"id\": \"nobody-has-this\"}";
      default -> "{}";
    };
  }

  private static String type(Door door) {
    return isPage(door) ? "application/x-www-form-urlencoded" : "application/json";
  }

  private static boolean isPage(Door door) {
    return !door.path().matches("/(api|bank|camunda/api)/.*") || door.path().contains("/login/");
  }

  private HttpResponse<String> send(String method, String path, String body, String type)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", type);
    }
    if (!token.isEmpty()) {
      request.header("X-CSRF-TOKEN", token);
    }
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .ifPresent(value -> request.header("X-XSRF-TOKEN", value));
    if (role == Role.PORTAL) {
      var pair = "portal:portal".getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
