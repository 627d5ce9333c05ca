package vn.dvc.pay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/**
 * A peer on plain sockets that answers according to its mood: correctly, or as no server should.
 */
public final class MoodyPeer implements AutoCloseable {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final byte[] MUCH = "x".repeat(64 * 1024).getBytes(UTF_8);
  private static final int TRICKLE_MILLIS = 100;
  private static final long LITTLE = 32 * 1024 * 1024;

  /** How it answers a request. */
  public enum Mood {
    WELL,
    SAYS_CONTINUE_FIRST,
    STALLS_BEFORE_THE_HEAD,
    STALLS_IN_THE_HEAD,
    STALLS_IN_THE_BODY,
    TRICKLES_CONTINUES,
    TRICKLES_THE_HEAD,
    TRICKLES_THE_BODY,
    FLOODS_A_HEADER,
    FLOODS_HEADERS,
    FLOODS_CONTINUES,
    FLOODS_THE_BODY,
    CLOSES_BEFORE_THE_HEAD,
    CLOSES_IN_THE_HEAD,
    CLOSES_IN_THE_BODY,
    REDIRECTS,
    PACKS_A_BOMB;

    /** Whether the status had arrived before anything went wrong. */
    public boolean tellsTheStatus() {
      return switch (this) {
        case WELL,
            SAYS_CONTINUE_FIRST,
            STALLS_IN_THE_BODY,
            TRICKLES_THE_BODY,
            FLOODS_THE_BODY,
            CLOSES_IN_THE_BODY,
            PACKS_A_BOMB ->
            true;
        default -> false;
      };
    }

    public boolean isWell() {
      return this == WELL || this == SAYS_CONTINUE_FIRST;
    }
  }

  private final ServerSocket server;
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private volatile Mood mood = Mood.WELL;
  private volatile Predicate<String> spared = request -> false;
  private volatile String good = "{}";
  private volatile String goodForSpared = "{}";

  public MoodyPeer() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hands.execute(this::accept);
  }

  public String url() {
    return "http://localhost:" + server.getLocalPort();
  }

  /** Switches to this mood and resets what it has received and sent. */
  public void is(Mood now) {
    mood = now;
    requests.clear();
    sent.set(0);
  }

  /** The body of its correct answer. */
  public MoodyPeer saysWell(String body) {
    good = body;
    return this;
  }

  /** Requests whose first line contains this are answered correctly, whatever the mood. */
  public MoodyPeer spares(String part, String body) {
    spared = request -> request.contains(part);
    goodForSpared = body;
    return this;
  }

  /** The first lines of the requests that were not spared. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Whether it could send no more than a client may keep, plus what the network buffers. */
  public boolean couldSendLittle() {
    // Interim responses are discarded as they arrive; only the time limit ends them.
    return mood == Mood.FLOODS_CONTINUES || sent.get() < LITTLE;
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        open.add(socket);
        hands.execute(() -> serve(socket));
      }
    } catch (IOException end) {
      // The test is over and has closed the server.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      var out = new Counting(socket.getOutputStream());
      var goesOn = true;
      while (goesOn) {
        var request = read(in);
        if (request == null) {
          return;
        }
        if (spared.test(request)) {
          well(out, goodForSpared);
        } else {
          requests.add(request);
          goesOn = answer(out);
        }
      }
    } catch (IOException theyHaveGone) {
      // Expected in every mood but the good ones: the client hangs up.
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  /** The request's first line, once all of it has arrived; null if none came. */
  private static String read(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.write(next);
    }
    for (var line : head.toString(UTF_8).split("\r\n")) {
      if (line.toLowerCase().startsWith("content-length:")) {
        in.readNBytes(Integer.parseInt(line.substring(15).trim()));
      }
    }
    return head.toString(UTF_8).split("\r\n")[0];
  }

  /** Whether the connection may be used again. */
  private boolean answer(OutputStream out) throws IOException, InterruptedException {
    // Read once: as soon as the answer has left, the test may go on to the next mood.
    var now = mood;
    switch (now) {
      case WELL -> well(out, good);
      case SAYS_CONTINUE_FIRST -> {
        write(out, "HTTP/1.1 100 Continue\r\n\r\n");
        well(out, good);
      }
      case STALLS_BEFORE_THE_HEAD -> closed.await();
      case STALLS_IN_THE_HEAD -> {
        write(out, OK + "Content-Le");
        closed.await();
      }
      case STALLS_IN_THE_BODY -> {
        write(out, OK + "Content-Length: 100\r\n\r\n{");
        closed.await();
      }
      case TRICKLES_CONTINUES -> trickle(out, "", "HTTP/1.1 100 Continue\r\n\r\n");
      case TRICKLES_THE_HEAD -> trickle(out, OK + "Slow: ", "x");
      case TRICKLES_THE_BODY -> trickle(out, CHUNKED, "1\r\nx\r\n");
      case FLOODS_A_HEADER -> flood(out, OK + "Long: ", MUCH);
      case FLOODS_HEADERS -> flood(out, OK, "Many: x\r\n".repeat(5_000).getBytes(UTF_8));
      case FLOODS_CONTINUES ->
          flood(out, "", "HTTP/1.1 100 Continue\r\n\r\n".repeat(2_000).getBytes(UTF_8));
      case FLOODS_THE_BODY ->
          flood(out, CHUNKED, ("10000\r\n" + new String(MUCH, UTF_8) + "\r\n").getBytes(UTF_8));
      case CLOSES_BEFORE_THE_HEAD -> {}
      case CLOSES_IN_THE_HEAD -> write(out, OK + "Content-Le");
      case CLOSES_IN_THE_BODY -> write(out, OK + "Content-Length: 100\r\n\r\n{");
      case REDIRECTS ->
          write(
              out,
              "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + url() + "/else\r\n\r\n");
      case PACKS_A_BOMB -> {
        var packed = bomb();
        write(out, OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n");
        out.write(packed);
      }
    }
    return now.isWell() || now == Mood.REDIRECTS;
  }

  private static void well(OutputStream out, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    write(out, OK + "Content-Length: " + bytes.length + "\r\n\r\n");
    out.write(bytes);
  }

  private void trickle(OutputStream out, String first, String drop)
      throws IOException, InterruptedException {
    write(out, first);
    while (!closed.await(TRICKLE_MILLIS, TimeUnit.MILLISECONDS)) {
      write(out, drop);
    }
  }

  private static void flood(OutputStream out, String first, byte[] wave) throws IOException {
    write(out, first);
    while (true) {
      out.write(wave);
    }
  }

  /** The correct answer followed by 40 MB of blanks: valid for a client that unpacks it all. */
  private byte[] bomb() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(good.getBytes(UTF_8));
      var blanks = " ".repeat(1024 * 1024).getBytes(UTF_8);
      for (int i = 0; i < 40; i++) {
        gzip.write(blanks);
      }
    }
    return packed.toByteArray();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hands.shutdownNow();
  }

  private final class Counting extends OutputStream {
    private final OutputStream out;

    private Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      sent.incrementAndGet();
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      sent.addAndGet(length);
    }
  }
}
