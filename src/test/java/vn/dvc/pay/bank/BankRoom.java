package vn.dvc.pay.bank;

import java.time.Clock;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import vn.dvc.pay.time.DatabaseTime;

/**
 * This room alone, without the process engine: what its tests need of the application. Carries no
 * stereotype, so that the component scan of the whole application does not find it.
 */
@EnableAutoConfiguration(exclude = CamundaBpmAutoConfiguration.class)
@ComponentScan({"vn.dvc.pay.bank", "vn.dvc.pay.keys", "vn.dvc.pay.tracing"})
@ConfigurationPropertiesScan({"vn.dvc.pay.bank", "vn.dvc.pay.keys", "vn.dvc.pay.time"})
@Import(DatabaseTime.class)
public class BankRoom {

  @Bean
  HeardMessages heardMessages() {
    return new HeardMessages();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
