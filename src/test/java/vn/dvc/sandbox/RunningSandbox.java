package vn.dvc.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The sandbox, started as its own program would be, and addressed over HTTP. */
class RunningSandbox implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();
  static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ServletWebServerApplicationContext context;

  RunningSandbox(Path data, String appUrl, String... more) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--server.port", "0");
    options.put("--dvc.sandbox.data", data.toString());
    options.put("--dvc.sandbox.app-url", appUrl);
    options.put("--dvc.sandbox.seed", "false");
    options.put("--dvc.sandbox.mail-port", "0");
    for (String option : more) {
      options.put(option.split("=")[0], option.split("=")[1]);
    }
    String[] arguments =
        options.entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .toArray(String[]::new);
    KeptKeys.lendTo(data);
    context = (ServletWebServerApplicationContext) SandboxApplication.builder().run(arguments);
    KeptKeys.keepFrom(data);
  }

  ServletWebServerApplicationContext context() {
    return context;
  }

  String url() {
    return "http://localhost:" + context.getWebServer().getPort();
  }

  JsonNode get(String path) {
    return json(send(HttpRequest.newBuilder(URI.create(url() + path)).build()));
  }

  HttpResponse<String> post(String path, Object body) {
    try {
      return send(
          HttpRequest.newBuilder(URI.create(url() + path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> delete(String path) {
    return send(HttpRequest.newBuilder(URI.create(url() + path)).DELETE().build());
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
