package vn.dvc.pay.web.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A request on a plain socket whose sender takes time over it. */
final class SlowRequest implements AutoCloseable {
  private final Socket socket;

  SlowRequest(int port, String beginning) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    send(beginning);
  }

  /** A request that announces a body and sends only its beginning. */
  static SlowRequest posting(int port, String path, String headers) throws IOException {
    return new SlowRequest(
        port, "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n{");
  }

  void send(String more) throws IOException {
    socket.getOutputStream().write(more.getBytes(UTF_8));
  }

  /** Everything received until the server closes the connection. */
  String answer() throws IOException {
    var answer = new ByteArrayOutputStream();
    try {
      for (int next; (next = socket.getInputStream().read()) >= 0; ) {
        answer.write(next);
      }
    } catch (SocketException reset) {
      // It closed while we were still sending; what it sent before counts.
    }
    return answer.toString(UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
