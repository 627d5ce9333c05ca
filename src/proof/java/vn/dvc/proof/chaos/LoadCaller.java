package vn.dvc.proof.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Speaks JSON over HTTP to a program that may be dead, frozen or cut off, and never waits long. */
final class LoadCaller {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final String base;
  private final String authorization;

  private LoadCaller(String base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  static LoadCaller anybody(String base) {
    return new LoadCaller(base, null);
  }

  static LoadCaller as(String user, String base) {
    var credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes());
    return new LoadCaller(base, "Basic " + credentials);
  }

  Heard get(String path) {
    return send("GET", path, null, Map.of());
  }

  Heard post(String path, Object body) {
    return send("POST", path, body, Map.of());
  }

  Heard send(String method, String path, Object body, Map<String, String> headers) {
    try {
      var text = body == null ? null : MAPPER.writeValueAsString(body);
      var request =
          HttpRequest.newBuilder(URI.create(base + path))
              .timeout(Duration.ofSeconds(7))
              .method(
                  method, text == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
      if (text != null) {
        request.header("Content-Type", "application/json");
      }
      if (authorization != null) {
        request.header("Authorization", authorization);
      }
      headers.forEach(request::header);
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Heard(answer.statusCode(), answer.body());
    } catch (IOException nobodyKnowsWhatBecameOfIt) {
      return new Heard(0, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Heard(0, "");
    }
  }

  /**
   * The response.
   *
   * @param status 0 if there was none
   */
  record Heard(int status, String text) {
    boolean ok() {
      return status >= 200 && status < 300;
    }

    /** Refused: it certainly had no effect. */
    boolean refused() {
      return status >= 400 && status < 500;
    }

    String type() {
      return ok() ? "ok" : refused() ? "fail" : "info";
    }

    JsonNode body() {
      try {
        return text.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(text);
      } catch (IOException notJson) {
        return MissingNode.getInstance();
      }
    }
  }
}
