package vn.dvc.scenario;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for programs that start later. They lie below the ephemeral range, and each test process
 * has a range of its own, so that nobody takes one in the meantime.
 */
public final class FreePort {
  private static final int FIRST = 20_000;
  private static final int EACH = 2_000;
  private static final AtomicInteger NEXT =
      new AtomicInteger(FIRST + EACH * Integer.getInteger("test.fork", 0));

  private FreePort() {}

  public static int next() {
    int port = NEXT.getAndIncrement();
    while (!isFree(port)) {
      port = NEXT.getAndIncrement();
    }
    return port;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
