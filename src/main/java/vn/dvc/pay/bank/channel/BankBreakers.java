package vn.dvc.pay.bank.channel;

import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankWatch.Breaker;

/** The state of this node's circuit breakers, in our own words. */
@Component
public class BankBreakers {
  private final CircuitBreakers breakers;

  BankBreakers(CircuitBreakers breakers) {
    this.breakers = breakers;
  }

  public Breaker of(Bank bank, boolean inquiries) {
    return switch (breakers.of(BankRoutes.line(bank, inquiries)).getState()) {
      case OPEN, FORCED_OPEN -> Breaker.OPEN;
      case HALF_OPEN -> Breaker.HALF_OPEN;
      case CLOSED, DISABLED, METRICS_ONLY -> Breaker.CLOSED;
    };
  }
}
