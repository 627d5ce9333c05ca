package vn.dvc.pay.bank.channel;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.contract.BankFailure;
import vn.dvc.pay.bank.contract.BankRequest;
import vn.dvc.pay.bank.signing.AnswerVerifier;
import vn.dvc.pay.bank.signing.AnswerVerifier.RawAnswer;
import vn.dvc.pay.bank.signing.RequestSigner;
import vn.dvc.pay.bank.signing.RequestSigner.SignedRequest;
import vn.dvc.pay.keys.SignatureHeaders;

/** The Java steps of {@link BankRoutes}: from a request to the meaning of its answer. */
@Component
public class BankRouteSteps {
  private static final String REQUEST = "bankRequest";
  private static final String SENT = "bankSent";

  private final RequestSigner signer;
  private final AnswerVerifier verifier;

  BankRouteSteps(RequestSigner signer, AnswerVerifier verifier) {
    this.signer = signer;
    this.verifier = verifier;
  }

  void write(Exchange exchange) {
    var request = exchange.getMessage().getBody(BankRequest.class);
    var signed = signer.write(request);
    exchange.setProperty(REQUEST, request);
    exchange.setProperty(SENT, signed);
    send(exchange.getMessage(), signed, "application/json");
  }

  public void writeStatement(Exchange exchange) {
    var message = exchange.getMessage();
    send(message, message.getBody(SignedRequest.class), "application/xml");
  }

  private static void send(Message message, SignedRequest signed, String accepted) {
    message.setHeader(Exchange.HTTP_METHOD, signed.message().method());
    message.setHeader(Exchange.HTTP_PATH, signed.message().path());
    message.setHeader("Accept", accepted);
    message.setHeader(SignatureHeaders.CALL, signed.call().toString());
    message.setHeader(SignatureHeaders.TIME, signed.time().toString());
    message.setHeader(SignatureHeaders.NONCE, signed.nonce());
    message.setHeader(SignatureHeaders.SIGNATURE, signed.signature());
    if (signed.message().body().length == 0) {
      message.setBody(null);
    } else {
      message.setHeader(Exchange.CONTENT_TYPE, "application/json");
      message.setBody(signed.message().body());
    }
  }

  /** Runs inside the circuit breaker, so that an overloaded or broken bank counts as a failure. */
  public void take(Exchange exchange) throws BankFailure, IOException {
    var message = exchange.getMessage();
    int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    if (status >= 500 || status == 429) {
      throw new BankFailure("http-" + status);
    }
    var answer =
        new RawAnswer(
            status,
            bytes(exchange),
            message.getHeader(SignatureHeaders.SIGNATURE, String.class),
            message.getHeader(SignatureHeaders.CALL, String.class),
            message.getHeader(SignatureHeaders.TIME, String.class),
            message.getHeader(SignatureHeaders.NONCE, String.class));
    message.setBody(answer);
  }

  void classify(Exchange exchange) {
    var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    exchange.getMessage().setBody(FailureClassifier.of(failure));
  }

  void read(Exchange exchange) {
    var message = exchange.getMessage();
    if (message.getBody() instanceof RawAnswer answer) {
      message.setBody(
          verifier.read(
              exchange.getProperty(REQUEST, BankRequest.class),
              exchange.getProperty(SENT, SignedRequest.class),
              answer));
    }
  }

  void takeKeys(Exchange exchange) throws BankFailure, IOException {
    int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    if (status != 200) {
      throw new BankFailure("http-" + status);
    }
    exchange.getMessage().setBody(bytes(exchange));
  }

  private static byte[] bytes(Exchange exchange) throws IOException {
    try (var body = exchange.getMessage().getBody(InputStream.class)) {
      return body == null ? new byte[0] : body.readAllBytes();
    }
  }
}
