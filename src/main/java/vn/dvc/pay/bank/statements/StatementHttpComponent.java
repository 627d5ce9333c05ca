package vn.dvc.pay.bank.statements;

import org.apache.camel.component.http.HttpComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.http.BoundedHttpComponent;
import vn.dvc.pay.http.ExchangeLimits;

/** The HTTP component for statements, which are longer than answers and may take longer. */
@Configuration(proxyBeanMethods = false)
public class StatementHttpComponent {

  @Bean("bank-statements")
  public HttpComponent statementHttpComponent(BankSettings settings, StatementSettings waits) {
    return new BoundedHttpComponent(
        new ExchangeLimits(
            settings.bank().lease(),
            settings.bank().connectTimeout(),
            waits.wholeTime(),
            waits.atMost().toBytes()));
  }
}
