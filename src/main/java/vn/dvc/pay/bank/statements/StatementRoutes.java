package vn.dvc.pay.bank.statements;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.channel.BankRouteSteps;
import vn.dvc.pay.bank.settings.BankSettings;

/**
 * Routes to each bank's statements: one route and one connection, separate from all money calls.
 */
@Component
public class StatementRoutes extends RouteBuilder {
  private final BankSettings settings;
  private final StatementSettings waits;
  private final BankRouteSteps steps;

  public StatementRoutes(BankSettings settings, StatementSettings waits, BankRouteSteps steps) {
    this.settings = settings;
    this.waits = waits;
    this.steps = steps;
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
        + waits.responseTimeout().toMillis();
  }
}
