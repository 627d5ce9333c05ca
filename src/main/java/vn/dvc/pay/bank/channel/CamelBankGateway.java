package vn.dvc.pay.bank.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.contract.BankRequest;
import vn.dvc.pay.bank.signing.BankKeys;
import vn.dvc.pay.tracing.Traces;

/** The gateway over {@link BankRoutes}, with metrics of the answers. */
@Component
class CamelBankGateway implements BankGateway {
  private static final Logger LOG = LoggerFactory.getLogger(CamelBankGateway.class);

  private final ProducerTemplate camel;
  private final BankKeys keys;
  private final MeterRegistry meters;
  private final Traces traces;

  CamelBankGateway(ProducerTemplate camel, BankKeys keys, MeterRegistry meters, Traces traces) {
    this.camel = camel;
    this.keys = keys;
    this.meters = meters;
    this.traces = traces;
  }

  @Override
  public BankAnswer ask(BankRequest request) {
    var operation = request.operation().name();
    try (var span = traces.begin("bank " + operation, null)) {
      span.with("bank", request.bank().bin());
      var answer = timed(request);
      span.with("verdict", answer.verdict());
      return answer;
    }
  }

  private BankAnswer timed(BankRequest request) {
    var timer = Timer.start(meters);
    var answer =
        keys.hasKeys(request.bank()) ? send(request) : new BankAnswer.NotSent("no-keys-of-bank");
    timer.stop(
        meters.timer(
            "dvc.bank.calls",
            "bank",
            request.bank().bin(),
            "operation",
            request.operation().name(),
            "verdict",
            answer.verdict()));
    return answer;
  }

  /** An exception here is our own fault, and whether the request was sent is not known. */
  private BankAnswer send(BankRequest request) {
    try {
      var route = BankRoutes.operation(request.bank(), request.operation());
      var answer = camel.requestBody(BankRoutes.address(route), request);
      return answer instanceof BankAnswer certain ? certain : new BankAnswer.Unknown("no-answer");
    } catch (RuntimeException fault) {
      var answer = new BankAnswer.Unknown(rootName(fault));
      LOG.error("Bank route failed for {}: {}", request, answer.cause());
      return answer;
    }
  }

  private static String rootName(Throwable fault) {
    var root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
