package vn.dvc.pay.bank.channel;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.Resilience4jConfigurationDefinition;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.bank.tls.BankTlsOptions;

/**
 * Routes to the banks. One route per bank and operation writes and signs the request and finally
 * reads the answer; it sends over one of the bank's two lines, for calls and for inquiries, which
 * have their own slots and circuit breakers. Nothing is resent, logged, traced or cached on the
 * way.
 */
@Component
public class BankRoutes extends RouteBuilder {
  private final BankSettings settings;
  private final CircuitBreakers breakers;
  private final BankRouteSteps steps;
  private final BankTlsOptions tls;

  BankRoutes(
      BankSettings settings, CircuitBreakers breakers, BankRouteSteps steps, BankTlsOptions tls) {
    this.settings = settings;
    this.breakers = breakers;
    this.steps = steps;
    this.tls = tls;
  }

  /**
   * The endpoint of a route; fails immediately, instead of after a delay, if the route is not
   * running.
   */
  public static String address(String route) {
    return "direct:" + route + "?block=false";
  }

  static String operation(Bank bank, Operation operation) {
    return "bank-" + bank.bin() + "-" + operation.name().toLowerCase(Locale.ROOT);
  }

  public static String keys(Bank bank) {
    return "bank-" + bank.bin() + "-keys";
  }

  /** The name of a line and of its circuit breaker. */
  static String line(Bank bank, boolean inquiry) {
    return "bank-" + bank.bin() + (inquiry ? "-inquiries" : "-calls");
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    operationTemplate();
    lineTemplate();
    keysTemplate();
    settings.banks().forEach(this::routes);
  }

  private void operationTemplate() {
    routeTemplate("bank-operation")
        .templateParameter("name")
        .templateParameter("line")
        .from("direct:{{name}}")
        .removeHeaders("*")
        .process(steps::write)
        .to(address("{{line}}"))
        .removeHeaders("*")
        .process(steps::read);
  }

  private void lineTemplate() {
    routeTemplate("bank-line")
        .templateParameter("line")
        .templateParameter("http")
        .from("direct:{{line}}")
        .doTry()
        .circuitBreaker()
        .configuration("{{line}}-limits")
        .to("{{http}}")
        .process(steps::take)
        .end()
        .endDoTry()
        .doCatch(Throwable.class)
        .process(steps::classify)
        .end();
  }

  private void keysTemplate() {
    routeTemplate("bank-keys")
        .templateParameter("name")
        .templateParameter("http")
        .from("direct:{{name}}")
        .removeHeaders("*")
        .setHeader(Exchange.HTTP_METHOD, constant("GET"))
        .setHeader(Exchange.HTTP_PATH, constant("/keys"))
        .to("{{http}}")
        .process(steps::takeKeys);
  }

  private void routes(Bank bank) {
    for (var operation : Operation.values()) {
      var name = operation(bank, operation);
      templatedRoute("bank-operation")
          .routeId(name)
          .parameter("name", name)
          .parameter("line", line(bank, operation.clarifies()));
    }
    line(bank, false, bank.slots());
    line(bank, true, bank.inquirySlots());
    templatedRoute("bank-keys")
        .routeId(keys(bank))
        .parameter("name", keys(bank))
        .parameter("http", http("bank-keys", bank, settings.bank().keysTimeout().toMillis()));
  }

  private void line(Bank bank, boolean inquiry, int slots) {
    var line = line(bank, inquiry);
    getContext().getRegistry().bind(line, CircuitBreaker.class, breakers.of(line));
    getContext()
        .getRegistry()
        .bind(line + "-limits", Resilience4jConfigurationDefinition.class, limits(line, slots));
    templatedRoute("bank-line")
        .routeId(line)
        .parameter("line", line)
        .parameter("http", http("bank-http", bank, settings.bank().responseTimeout().toMillis()));
  }

  /**
   * The breaker has no time-out, which would let the call go on in the background and change its
   * answer later. An open breaker must raise an exception, or the route would continue as if the
   * bank had answered.
   */
  private static Resilience4jConfigurationDefinition limits(String line, int slots) {
    return new Resilience4jConfigurationDefinition()
        .circuitBreaker(line)
        .bulkheadEnabled(true)
        .bulkheadMaxConcurrentCalls(slots)
        .bulkheadMaxWaitDuration(0)
        .timeoutEnabled(false)
        .throwExceptionWhenHalfOpenOrOpenState(true);
  }

  /** Enough connections for all slots, so that requests rarely wait for one. */
  private String http(String component, Bank bank, long responseTimeout) {
    var connections = bank.slots() + bank.inquirySlots();
    return component
        + ":"
        + bank.url()
        + "?throwExceptionOnFailure=false&deleteWithBody=true&responseTimeout="
        + responseTimeout
        + "&maxTotalConnections="
        + connections
        + "&connectionsPerRoute="
        + connections
        + tls.of(getContext(), bank.bin());
  }
}
