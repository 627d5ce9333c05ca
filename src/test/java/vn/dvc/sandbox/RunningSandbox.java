package vn.dvc.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The sandbox, started as its own program is, and spoken to over HTTP. */
class RunningSandbox implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();
  static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ServletWebServerApplicationContext context;

  RunningSandbox(Path data, String appUrl, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "--server.port=0";
    arguments[1] = "--dvc.sandbox.data=" + data;
    arguments[2] = "--dvc.sandbox.app-url=" + appUrl;
    arguments[3] = "--dvc.sandbox.seed=false";
    System.arraycopy(more, 0, arguments, 4, more.length);
    context = (ServletWebServerApplicationContext) SandboxApplication.builder().run(arguments);
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
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> delete(String path) {
    return send(HttpRequest.newBuilder(URI.create(url() + path)).DELETE().build());
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
