package vn.dvc.proof.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Reads what the sandbox's banks and portal know, through its control API. */
final class SandboxReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String sandbox;

  SandboxReader(String sandboxUrl) {
    this.sandbox = sandboxUrl + "/sandbox";
  }

  BankEvidence bank() {
    return new BankEvidence(
        each(
            "/ledger?all=true",
            it ->
                new BankEvidence.Movement(
                    text(it, "bank"),
                    uuid(it, "attemptRef"),
                    text(it, "kind"),
                    it.path("amount").asLong(),
                    at(it, "at"),
                    uuid(it, "original"),
                    text(it, "collection"))),
        each(
            "/receipts",
            it ->
                new BankEvidence.Request(
                    text(it, "bank"),
                    text(it, "operation"),
                    uuid(it, "attemptRef"),
                    uuid(it, "callRef"),
                    at(it, "at"),
                    text(it, "fault"))));
  }

  List<Outside.Hook> hooks() {
    return each(
        "/portal/webhooks",
        it -> {
          var event = it.path("event");
          var data = event.path("data");
          return new Outside.Hook(
              text(event, "event_id"),
              text(event, "type"),
              text(data, "payment"),
              text(data, "dossier"),
              it.path("valid").asBoolean(),
              at(it, "receivedAt"));
        });
  }

  private <T> List<T> each(String path, Function<JsonNode, T> reading) {
    var all = new ArrayList<T>();
    get(path).forEach(it -> all.add(reading.apply(it)));
    return all;
  }

  private JsonNode get(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(sandbox + path)).timeout(Duration.ofSeconds(30)).build();
    try {
      var answer = HTTP.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("The sandbox answers " + answer.statusCode());
      }
      return MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(JsonNode it, String field) {
    return it.path(field).asText(null);
  }

  private static UUID uuid(JsonNode it, String field) {
    var text = text(it, field);
    return text == null ? null : UUID.fromString(text);
  }

  private static Instant at(JsonNode it, String field) {
    return Instant.parse(it.path(field).asText());
  }
}
