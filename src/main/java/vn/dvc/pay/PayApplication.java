package vn.dvc.pay;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.dvc.pay.cases.audit.AuditCheck;
import vn.dvc.pay.engine.check.ModelCheck;
import vn.dvc.pay.payment.archive.Archive;

/** DVC Pay: collects the fees of dossiers at a public-service portal. */
// The provider's library is the sandbox's; from sources, it is on our class path as well.
@SpringBootApplication(
    excludeName = {
      "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration",
      "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration"
    })
@ConfigurationPropertiesScan
@EnableScheduling
public class PayApplication {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].startsWith(ModelCheck.ARGUMENT)) {
      var folder = args[0].substring(ModelCheck.ARGUMENT.length()).replaceFirst("^=", "");
      System.exit(ModelCheck.run(folder.isEmpty() ? "processes" : folder, System.out));
    }
    if (args.length > 0 && args[0].startsWith(AuditCheck.ARGUMENT)) {
      System.exit(AuditCheck.run(args, System.out));
    }
    if (args.length > 0 && Archive.isCommand(args[0])) {
      System.exit(Archive.run(args, Path.of(""), System.out));
    }
    SpringApplication.run(PayApplication.class, args);
  }

  /** This machine's clock: for signatures and logs. Money decisions use the database's. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
