package vn.dvc.bench.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Banks that approve everything, for the usual way: without signatures, ledger and disk, and so
 * cheaper for whoever calls them than the sandbox.
 */
final class PlainBank implements AutoCloseable {
  private static final Duration HANG = Duration.ofMinutes(1);

  private final HttpServer server;
  private volatile BankMood mood = BankMood.AT_ONCE;

  PlainBank() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::approve);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              var thread = new Thread(work, "plain-bank");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  void set(BankMood itsMood) {
    mood = itsMood;
  }

  private void approve(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var hangs = mood.hang() && exchange.getRequestURI().getPath().contains(BankMood.HANGING);
      var pause = hangs ? HANG.toMillis() : mood.millis();
      if (pause > 0) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
      }
      exchange.sendResponseHeaders(204, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
