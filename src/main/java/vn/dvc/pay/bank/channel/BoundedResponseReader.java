package vn.dvc.pay.bank.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Reads the whole response, within a size and time limit, before anything looks at it. The response
 * time-out only limits silence: a bank that sends a byte per second would block us for ever.
 */
class BoundedResponseReader implements ExecChainHandler {
  private final Duration wholeTime;
  private final long atMost;

  /**
   * @param atMost the maximum size in bytes; a longer response is rejected
   */
  BoundedResponseReader(Duration wholeTime, long atMost) {
    this.wholeTime = wholeTime;
    this.atMost = atMost;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    long start = System.nanoTime();
    var response = chain.proceed(request, scope);
    var entity = response.getEntity();
    if (entity == null) {
      return response;
    }
    try (var content = entity.getContent()) {
      var bytes = read(content, start);
      response.setEntity(new ByteArrayEntity(bytes, ContentType.APPLICATION_OCTET_STREAM));
      return response;
    } catch (IOException | RuntimeException broken) {
      scope.execRuntime.discardEndpoint();
      throw broken;
    }
  }

  private byte[] read(InputStream content, long start) throws IOException {
    var whole = new ByteArrayOutputStream();
    var some = new byte[4096];
    for (int count = content.read(some); count >= 0; count = content.read(some)) {
      whole.write(some, 0, count);
      if (whole.size() > atMost) {
        throw new IOException("response too long");
      }
      if (System.nanoTime() - start > wholeTime.toNanos()) {
        throw new IOException("response too slow");
      }
    }
    return whole.toByteArray();
  }
}
