package vn.dvc.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** The line to the banks: every answer comes later by as much as banks take to think. */
final class SlowLine implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private volatile int millis;

  SlowLine(int target) {
    this.target = target;
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inBackground(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void answersAfter(int itsMillis) {
    millis = itsMillis;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) throws IOException {
    var server = new Socket();
    server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
    server.setTcpNoDelay(true);
    client.setTcpNoDelay(true);
    var asked = new AtomicBoolean();
    inBackground(() -> pump(client, server, () -> asked.set(true)));
    inBackground(() -> pump(server, client, () -> think(asked)));
  }

  /** Only before the first part of an answer. */
  private void think(AtomicBoolean asked) {
    if (asked.getAndSet(false) && millis > 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
  }

  private static void pump(Socket from, Socket to, Runnable before) {
    var buffer = new byte[16 * 1024];
    try (from;
        to) {
      for (int read; (read = from.getInputStream().read(buffer)) >= 0; ) {
        before.run();
        to.getOutputStream().write(buffer, 0, read);
      }
    } catch (IOException ended) {
      // Then the other direction has ended, too.
    }
  }

  private static void inBackground(Runnable work) {
    var thread = new Thread(work, "line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
