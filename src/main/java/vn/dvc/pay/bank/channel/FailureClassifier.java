package vn.dvc.pay.bank.channel;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.contract.BankFailure;

/**
 * Interprets a failed request. Only a failure before the first byte was sent is NotSent; every
 * other, including unforeseen ones, is Unknown.
 */
public final class FailureClassifier {
  private static final Map<Class<? extends Throwable>, String> NOTHING_LEFT = nothingLeft();

  private FailureClassifier() {}

  /** The cause in one word, for requests where it does not matter whether they were sent. */
  public static @Nullable String word(Throwable failure) {
    return of(failure) instanceof BankAnswer.NotSent notSent
        ? notSent.cause()
        : ((BankAnswer.Unknown) of(failure)).cause();
  }

  public static BankAnswer of(Throwable failure) {
    Throwable root = failure;
    for (var at = failure; at != null; at = at.getCause()) {
      for (var kind : NOTHING_LEFT.entrySet()) {
        if (kind.getKey().isInstance(at)) {
          return new BankAnswer.NotSent(kind.getValue());
        }
      }
      root = at;
    }
    return new BankAnswer.Unknown(
        root instanceof BankFailure named ? named.getMessage() : root.getClass().getSimpleName());
  }

  private static Map<Class<? extends Throwable>, String> nothingLeft() {
    var kinds = new LinkedHashMap<Class<? extends Throwable>, String>();
    kinds.put(CallNotPermittedException.class, "breaker-open");
    kinds.put(BulkheadFullException.class, "slots-full");
    kinds.put(ConnectionRequestTimeoutException.class, "no-free-connection");
    kinds.put(ConnectTimeoutException.class, "connect-timeout");
    kinds.put(ConnectException.class, "connect-refused");
    kinds.put(UnknownHostException.class, "unknown-host");
    kinds.put(SSLHandshakeException.class, "tls-handshake");
    return kinds;
  }
}
