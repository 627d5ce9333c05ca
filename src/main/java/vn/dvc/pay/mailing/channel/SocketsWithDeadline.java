package vn.dvc.pay.mailing.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Connections for one exchange, which are cut when it takes too long as a whole. A time-out of
 * silence does not limit this: a server that sends a byte per second is never silent.
 */
final class SocketsWithDeadline extends SocketFactory implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor ALARMS = alarms();

  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ScheduledFuture<?> alarm;

  SocketsWithDeadline(Duration whole) {
    alarm = ALARMS.schedule(this::cut, whole.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The mail library connects it itself, with a time-out. */
  @Override
  public Socket createSocket() {
    var socket = new Socket();
    sockets.add(socket);
    return socket;
  }

  private void cut() {
    for (var socket : sockets) {
      try {
        socket.close();
      } catch (IOException alreadyBroken) {
        // Cut all the same.
      }
    }
  }

  @Override
  public void close() {
    alarm.cancel(false);
    cut();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  private static ScheduledThreadPoolExecutor alarms() {
    var threads = new CustomizableThreadFactory("mail-limit-");
    threads.setDaemon(true);
    var alarms = new ScheduledThreadPoolExecutor(1, threads);
    alarms.setRemoveOnCancelPolicy(true);
    return alarms;
  }
}
