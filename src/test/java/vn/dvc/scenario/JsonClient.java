package vn.dvc.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;

/** Speaks JSON over HTTP, with or without credentials. */
public final class JsonClient {
  public static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;
  private final String authorization;

  private JsonClient(String base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  public static JsonClient at(String base) {
    return new JsonClient(base, null);
  }

  public static JsonClient as(String user, String password, String base) {
    var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
    return new JsonClient(base, "Basic " + credentials);
  }

  public Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body, Map.of());
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body, Map.of());
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, Map.of());
  }

  /** The body may be a text, which is sent unchanged, or anything that can be written as JSON. */
  public Answer send(String method, String path, Object body, Map<String, String> headers) {
    try {
      var text =
          body == null ? null : body instanceof String s ? s : MAPPER.writeValueAsString(body);
      var request =
          HttpRequest.newBuilder(URI.create(base + path))
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
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public record Answer(int status, String text) {
    public JsonNode body() {
      try {
        return MAPPER.readTree(text);
      } catch (IOException e) {
        throw new IllegalStateException("Not JSON, status " + status, e);
      }
    }
  }
}
