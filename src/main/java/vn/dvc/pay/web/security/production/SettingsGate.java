package vn.dvc.pay.web.security.production;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/**
 * Stops the start of production before anything is opened, with the whole list of what is wrong.
 */
public class SettingsGate implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext program) {
    var settings = program.getEnvironment();
    if (settings.acceptsProfiles(Profiles.of("production"))) {
      var wrong = ProductionSettings.findings(settings);
      if (!wrong.isEmpty()) {
        throw new IllegalStateException("Production does not start: " + String.join("; ", wrong));
      }
    }
  }
}
