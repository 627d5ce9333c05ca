package vn.dvc.pay.web.limits;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.apache.catalina.connector.Request;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of one request within {@link IncomingLimits}, whoever reads it: a filter, Tomcat for a
 * form, or a controller.
 */
class BoundedBody implements InputBuffer {
  private static final int FINE = 0;

  private final InputBuffer body;
  private final IncomingLimits limits;
  private final SlowBodySlots slots;
  private final String address;
  private final long length;
  private final long start = System.nanoTime();
  private long read;
  private boolean ended;
  private boolean waits;
  private int refusal = FINE;

  BoundedBody(Request request, IncomingLimits limits, SlowBodySlots slots) {
    this.body = request.getCoyoteRequest().getInputBuffer();
    this.limits = limits;
    this.slots = slots;
    this.address = request.getRemoteAddr();
    this.length = request.getContentLengthLong();
    this.ended = length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null);
  }

  @Override
  public int doRead(ApplicationBufferHandler handler) throws IOException {
    if (ended) {
      return body.doRead(handler);
    }
    requireLimits();
    int count = readOn(handler);
    read += Math.max(count, 0);
    if (count < 0 || read == length) {
      ended = true;
      stopWaiting();
    }
    return count;
  }

  private void requireLimits() throws IOException {
    if (read > limits.bodySize().toBytes() || length > limits.bodySize().toBytes()) {
      refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }
    if (System.nanoTime() - start > limits.bodyTime().toNanos()) {
      refuse(HttpServletResponse.SC_REQUEST_TIMEOUT);
    }
    // A chunk's own head may be late although bytes are there.
    var mustWait = length < 0 || body.available() == 0;
    if (mustWait && !waits) {
      waits = slots.take(address);
      if (!waits) {
        refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      }
    }
  }

  private int readOn(ApplicationBufferHandler handler) throws IOException {
    try {
      return body.doRead(handler);
    } catch (SocketTimeoutException silent) {
      refusal = HttpServletResponse.SC_REQUEST_TIMEOUT;
      throw silent;
    }
  }

  private void refuse(int status) throws IOException {
    refusal = status;
    throw new IOException("body refused: " + status);
  }

  /** Reads what nobody wanted, within the limits, so that the connection can be used again. */
  boolean isReadToItsEnd() {
    var nobody = new Nobody();
    try {
      while (!ended && refusal == FINE) {
        doRead(nobody);
      }
      return refusal == FINE;
    } catch (IOException refusedOrGone) {
      refusal = FINE; // The caller has got an answer without it.
      return false;
    }
  }

  boolean isUntouched() {
    return read == 0 && !ended;
  }

  /** The status with which it was refused; 0 if it was not. */
  int refusal() {
    return refusal;
  }

  void stopWaiting() {
    if (waits) {
      waits = false;
      slots.giveBack(address);
    }
  }

  InputBuffer original() {
    return body;
  }

  @Override
  public int available() {
    return body.available();
  }

  /** Takes bytes and forgets them. */
  private static final class Nobody implements ApplicationBufferHandler {
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      bytes = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return bytes;
    }

    @Override
    public void expand(int size) {}
  }
}
