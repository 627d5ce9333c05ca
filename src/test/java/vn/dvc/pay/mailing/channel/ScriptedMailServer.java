package vn.dvc.pay.mailing.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server that does what no real one can be told to do. */
final class ScriptedMailServer implements AutoCloseable {

  /** How it behaves. */
  enum Habit {
    /** Knows nobody whose name begins with nobody. */
    KNOWS_NOT_EVERYBODY,
    /** Takes connections and says nothing. */
    SILENT,
    /** Greets without end, a byte now and then, so that it is never silent. */
    DRIPPING,
    /** Says that it is busy. */
    BUSY
  }

  final List<String> taken = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ServerSocket door;
  private final Habit habit;

  ScriptedMailServer(Habit habit) {
    this.habit = habit;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::open);
  }

  int port() {
    return door.getLocalPort();
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        var visitor = door.accept();
        start(() -> serve(visitor));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket visitor) {
    try (visitor) {
      var out = visitor.getOutputStream();
      switch (habit) {
        case SILENT -> closed.await();
        case DRIPPING -> drip(out);
        case BUSY -> say(out, "421 busy");
        case KNOWS_NOT_EVERYBODY -> converse(visitor, out);
      }
    } catch (IOException | InterruptedException visitorLeft) {
      // As visitors do.
    }
  }

  private void drip(OutputStream out) throws IOException, InterruptedException {
    out.write("220-".getBytes(US_ASCII));
    while (!closed.await(50, TimeUnit.MILLISECONDS)) {
      out.write('.');
      out.flush();
    }
  }

  private void converse(Socket visitor, OutputStream out) throws IOException {
    var in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), US_ASCII));
    say(out, "220 scripted");
    String to = "";
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT")) {
        to = line.replaceAll(".*<|>.*", "");
        say(out, to.startsWith("nobody") ? "550 5.1.1 no such mailbox" : "250 ok");
      } else if (line.startsWith("DATA")) {
        say(out, "354 go on");
        while (!".".equals(in.readLine())) {
          // The text itself is not looked at.
        }
        taken.add(to);
        say(out, "250 taken");
      } else if (line.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "250 ok");
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "scripted-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
