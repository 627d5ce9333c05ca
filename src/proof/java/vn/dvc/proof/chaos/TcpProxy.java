package vn.dvc.proof.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A piece of network: forwards traffic, stalls for a while like a broken cable, resets connections,
 * cuts one after a number of bytes, or slows down. It can also act when a certain request arrives.
 */
final class TcpProxy implements AutoCloseable {
  private static final long NO_CUT = -1;

  private final ServerSocket door;
  private final Supplier<List<Integer>> targets;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong cutAfter = new AtomicLong(NO_CUT);
  private final AtomicReference<Awaited> awaited = new AtomicReference<>();
  private final Object cable = new Object();
  private boolean broken;
  private volatile long delayMillis;

  /**
   * @param targets ports of this machine; the first that accepts is used
   */
  TcpProxy(Supplier<List<Integer>> targets) {
    this.targets = targets;
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inBackground("proxy-" + door.getLocalPort(), this::accept);
  }

  static TcpProxy to(int port) {
    return new TcpProxy(() -> List.of(port));
  }

  /** A request being waited for, and what to do before forwarding it. */
  private record Awaited(Pattern beginning, Runnable deed, CountDownLatch done) {
    boolean begins(byte[] bytes, int length) {
      return beginning.matcher(new String(bytes, 0, length, StandardCharsets.US_ASCII)).lookingAt();
    }

    void come() {
      deed.run();
      done.countDown();
    }
  }

  int port() {
    return door.getLocalPort();
  }

  void pass() {
    delayMillis = 0;
    cutAfter.set(NO_CUT);
    synchronized (cable) {
      broken = false;
      cable.notifyAll();
    }
  }

  /** Nothing gets through any more, and nobody is notified. */
  void hold() {
    synchronized (cable) {
      broken = true;
    }
  }

  void slow(long millis) {
    delayMillis = millis;
  }

  /** The connection that carries the last of so many bytes ends there. */
  void cutAfter(long bytes) {
    cutAfter.set(bytes);
  }

  /**
   * Does this before forwarding the next request that begins so. Returns false if none arrived in
   * time, or if another one is already being waited for.
   */
  boolean beforeNext(Pattern beginning, Duration patience, Runnable deed)
      throws InterruptedException {
    var wait = new Awaited(beginning, deed, new CountDownLatch(1));
    return awaited.compareAndSet(null, wait)
        && (wait.done.await(patience.toMillis(), TimeUnit.MILLISECONDS)
            || !awaited.compareAndSet(wait, null));
  }

  /** Ends every open connection with an RST. */
  void reset() {
    connections.forEach(Connection::reset);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reset();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        inBackground("proxy-connect", () -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    awaitCable();
    for (int port : targets.get()) {
      var server = new Socket();
      try {
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        server.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        new Connection(client, server).start();
        return;
      } catch (IOException next) {
        closeHard(server);
      }
    }
    closeHard(client);
  }

  private void awaitCable() {
    synchronized (cable) {
      while (broken) {
        try {
          cable.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private static void closeHard(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyClosed) {
      // Then it is closed.
    }
  }

  private static void inBackground(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Two sockets, and the traffic between them in both directions. */
  private final class Connection {
    private final Socket client;
    private final Socket server;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void start() {
      connections.add(this);
      inBackground("proxy-out", () -> pump(client, server));
      inBackground("proxy-in", () -> pump(server, client));
    }

    private void pump(Socket from, Socket to) {
      var buffer = new byte[16 * 1024];
      try {
        for (int read; (read = from.getInputStream().read(buffer)) >= 0; ) {
          var wait = awaited.get();
          if (wait != null && wait.begins(buffer, read) && awaited.compareAndSet(wait, null)) {
            wait.come();
          }
          var left = cutAfter.get();
          if (left != NO_CUT && left < read && cutAfter.compareAndSet(left, NO_CUT)) {
            write(to, buffer, (int) left);
            reset();
            return;
          }
          if (left != NO_CUT) {
            cutAfter.compareAndSet(left, left - read);
          }
          write(to, buffer, read);
        }
        to.shutdownOutput();
      } catch (IOException | InterruptedException broke) {
        reset();
      } finally {
        if (client.isOutputShutdown() && server.isOutputShutdown()) {
          reset();
        }
      }
    }

    private void write(Socket to, byte[] bytes, int length)
        throws IOException, InterruptedException {
      if (delayMillis > 0) {
        Thread.sleep(delayMillis);
      }
      awaitCable();
      to.getOutputStream().write(bytes, 0, length);
    }

    void reset() {
      connections.remove(this);
      closeHard(client);
      closeHard(server);
    }
  }
}
