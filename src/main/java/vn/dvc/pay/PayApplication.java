package vn.dvc.pay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** DVC Pay: collects the fees of dossiers at a public-service portal. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PayApplication {

  public static void main(String[] args) {
    SpringApplication.run(PayApplication.class, args);
  }
}
