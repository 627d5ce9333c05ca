package vn.dvc.pay;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** DVC Pay: collects the fees of dossiers at a public-service portal. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PayApplication {

  public static void main(String[] args) {
    SpringApplication.run(PayApplication.class, args);
  }

  /** This machine's clock: for signatures and logs. Money decisions use the database's. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
