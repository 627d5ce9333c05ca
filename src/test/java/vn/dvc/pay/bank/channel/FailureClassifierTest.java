package vn.dvc.pay.bank.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.RuntimeCamelException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.contract.BankFailure;

@Tag("fast")
class FailureClassifierTest {

  @ParameterizedTest
  @MethodSource("failuresBeforeTheFirstByte")
  void failureBeforeSendingIsNotSent(Throwable failure) {
    assertThat(FailureClassifier.of(failure)).isInstanceOf(BankAnswer.NotSent.class);
    assertThat(FailureClassifier.of(new RuntimeCamelException(failure)))
        .isInstanceOf(BankAnswer.NotSent.class);
  }

  @ParameterizedTest
  @MethodSource("failuresLater")
  void anyOtherFailureIsUnknown(Throwable failure) {
    assertThat(FailureClassifier.of(failure)).isInstanceOf(BankAnswer.Unknown.class);
    assertThat(FailureClassifier.of(new RuntimeCamelException(failure)))
        .isInstanceOf(BankAnswer.Unknown.class);
  }

  static Stream<Throwable> failuresBeforeTheFirstByte() {
    return Stream.of(
        CallNotPermittedException.createCallNotPermittedException(CircuitBreaker.ofDefaults("b")),
        BulkheadFullException.createBulkheadFullException(
            Bulkhead.of("b", BulkheadConfig.ofDefaults())),
        new ConnectException("Connection refused"),
        new HttpHostConnectException("Connect to bank failed"),
        new ConnectTimeoutException("Connect timed out"),
        new UnknownHostException("bank"),
        new SSLHandshakeException("no trust"),
        new ConnectionRequestTimeoutException("no connection"));
  }

  static Stream<Throwable> failuresLater() {
    return Stream.of(
        new SocketTimeoutException("Read timed out"),
        new NoHttpResponseException("The bank failed to respond"),
        new SocketException("Connection reset"),
        new ConnectionClosedException("Premature end"),
        new MalformedChunkCodingException("Bad chunk"),
        new SSLException("closed without notify"),
        new IOException("answer too long"),
        new BankFailure("http-503"),
        new BankFailure("http-429"),
        new IllegalStateException("a fault of ours"),
        new StackOverflowError());
  }
}
