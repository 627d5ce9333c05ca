package vn.dvc.bench.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.dvc.scenario.JsonClient;
import vn.dvc.scenario.Portal;

/**
 * The portal's side: is told when a payment has finished, so that nobody has to ask for it, and
 * knows one payer. Signatures are not verified here; the sandbox's portal does that in the tests.
 */
final class PortalInbox {
  private static final int NO_CONTENT = 204;

  private final Map<String, CompletableFuture<Finished>> payments = new ConcurrentHashMap<>();

  PortalInbox(int port) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      server.createContext("/portal/webhooks", this::told);
      server.createContext("/portal/profiles", PortalInbox::profile);
      server.setExecutor(Executors.newCachedThreadPool(PortalInbox::daemon));
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A payment's end.
   *
   * @param at when it was paid, by the event
   * @param told when we heard of it
   */
  record Finished(String status, Instant at, Instant told) {}

  Finished end(String payment, int patienceSeconds) throws InterruptedException {
    try {
      return ofPayment(payment).get(patienceSeconds, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(payment + " does not come to an end");
    } finally {
      payments.remove(payment);
    }
  }

  private CompletableFuture<Finished> ofPayment(String payment) {
    return payments.computeIfAbsent(payment, unknown -> new CompletableFuture<>());
  }

  private void told(HttpExchange exchange) throws IOException {
    var now = Instant.now();
    try (exchange) {
      var event = JsonClient.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(NO_CONTENT, -1);
      if (event.path("type").asText().equals("payment.finished")) {
        var payment = event.path("data");
        ofPayment(payment.path("payment").asText())
            .complete(
                new Finished(
                    payment.path("status").asText(),
                    Instant.parse(event.path("at").asText()),
                    now));
      }
    }
  }

  private static void profile(HttpExchange exchange) throws IOException {
    try (exchange) {
      var known = new HashMap<>(Portal.AN_PHAT);
      known.put("representative", Map.of("name", "Trần Thị Bình", "title", "Giám đốc"));
      var body = JsonClient.MAPPER.writeValueAsBytes(known);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "portal");
    thread.setDaemon(true);
    return thread;
  }
}
