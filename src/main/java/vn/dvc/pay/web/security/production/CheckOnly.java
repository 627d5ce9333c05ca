package vn.dvc.pay.web.security.production;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Profiles;

/**
 * {@code --check-only}: says what production would refuse, and ends without starting anything. The
 * exit code is 0 if nothing is wrong, 1 otherwise, and 2 without the production profile.
 */
public class CheckOnly
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    var settings = event.getEnvironment();
    if (!settings.containsProperty("check-only")) {
      return;
    }
    if (!settings.acceptsProfiles(Profiles.of("production"))) {
      System.out.println(
          "--check-only checks the profile production: add --spring.profiles.active=production");
      System.exit(2);
    }
    var wrong = ProductionSettings.findings(settings);
    System.out.println(
        wrong.isEmpty()
            ? "The settings are fit for production. The database was not asked."
            : "Production would not start:\n- " + String.join("\n- ", wrong));
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /** After the files and variables have been read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
