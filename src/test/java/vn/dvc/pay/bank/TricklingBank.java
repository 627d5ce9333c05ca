package vn.dvc.pay.bank;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Answers one request byte by byte, never silent for long and never finished in time. */
public final class TricklingBank implements AutoCloseable {
  private final ServerSocket server;
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

  public TricklingBank() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    clock.submit(this::answer);
  }

  public String url() {
    return "http://localhost:" + server.getLocalPort();
  }

  private Void answer() throws IOException {
    var out = server.accept().getOutputStream();
    out.write("HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n".getBytes());
    clock.scheduleAtFixedRate(
        () -> {
          try {
            out.write('x');
          } catch (IOException nobodyListens) {
            clock.shutdown();
          }
        },
        0,
        300,
        TimeUnit.MILLISECONDS);
    return null;
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    server.close();
  }
}
