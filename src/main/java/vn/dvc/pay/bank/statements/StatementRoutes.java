package vn.dvc.pay.bank.statements;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.channel.BankRouteSteps;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.bank.tls.BankTlsOptions;

/**
 * Routes to each bank's statements: one route and one connection, separate from all money calls.
 */
@Component
public class StatementRoutes extends RouteBuilder {
  private final BankSettings settings;
  private final StatementSettings waits;
  private final BankRouteSteps steps;
  private final BankTlsOptions tls;

  public StatementRoutes(
      BankSettings settings, StatementSettings waits, BankRouteSteps steps, BankTlsOptions tls) {
    this.settings = settings;
    this.waits = waits;
    this.steps = steps;
    this.tls = tls;
  }

  static String route(Bank bank) {
    return "bank-" + bank.bin() + "-statement";
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    for (var bank : settings.banks()) {
      from("direct:" + route(bank))
          .routeId(route(bank))
          .removeHeaders("*")
          .process(steps::writeStatement)
          .to(http(bank))
          .process(steps::take);
    }
  }

  private String http(Bank bank) {
    return "bank-statements:"
        + bank.url()
        + "?throwExceptionOnFailure=false&maxTotalConnections=1&connectionsPerRoute=1&responseTimeout="
        + waits.responseTimeout().toMillis()
        + tls.of(getContext(), bank.bin());
  }
}
