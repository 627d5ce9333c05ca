package vn.dvc.pay.bank.channel;

import java.time.Duration;
import org.apache.camel.component.http.HttpComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.http.BoundedHttpComponent;
import vn.dvc.pay.http.ExchangeLimits;

/** The HTTP components for all banks: one for calls, one for public keys. */
@Configuration(proxyBeanMethods = false)
class BankHttpComponent {
  private static final long MAX_ANSWER_SIZE = 64 * 1024;

  /** A call ends before the lock of its task does, see {@link BankSettings.Waits}. */
  @Bean("bank-http")
  HttpComponent bankHttpComponent(BankSettings settings) {
    return component(settings, settings.bank().wholeTime());
  }

  /** Whoever needs the keys of a bank waits for them, so this is short. */
  @Bean("bank-keys")
  HttpComponent keysHttpComponent(BankSettings settings) {
    return component(settings, settings.bank().keysTimeout());
  }

  private static HttpComponent component(BankSettings settings, Duration whole) {
    var waits = settings.bank();
    return new BoundedHttpComponent(
        new ExchangeLimits(waits.lease(), waits.connectTimeout(), whole, MAX_ANSWER_SIZE));
  }
}
