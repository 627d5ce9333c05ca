package vn.dvc.sandbox.wire;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ways in which a response never comes to its end. */
public enum Unending {
  /** A byte now and then, so that the line is never silent for long. */
  TRICKLE,
  /** More and more of it. */
  FLOOD,
  /** Half of it, and then nothing. */
  STALL;

  private static final byte[] MUCH = new byte[64 * 1024];
  private static final long DROP = TimeUnit.MILLISECONDS.toNanos(200);

  /**
   * Writes until the caller hangs up, or until this much time has passed.
   *
   * @param body of which the response begins with some
   */
  public void write(HttpServletResponse response, byte[] body, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      begin(response, body);
      while (System.nanoTime() < end) {
        goOn(response);
      }
    } catch (IOException theyHungUp) {
      // As they should.
    }
  }

  private void begin(HttpServletResponse response, byte[] body) throws IOException {
    if (this == STALL) {
      response.setContentLength(body.length + 1);
    }
    response.getOutputStream().write(body, 0, body.length / 2);
    response.flushBuffer();
  }

  private void goOn(HttpServletResponse response) throws IOException {
    switch (this) {
      case FLOOD -> response.getOutputStream().write(MUCH);
      case STALL -> LockSupport.parkNanos(DROP);
      case TRICKLE -> {
        response.getOutputStream().write(' ');
        response.flushBuffer();
        LockSupport.parkNanos(DROP);
      }
    }
  }
}
