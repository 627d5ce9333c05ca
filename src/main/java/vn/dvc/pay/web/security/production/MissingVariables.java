package vn.dvc.pay.web.security.production;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** The variables that the production profile needs and nobody set: all of them, not the first. */
final class MissingVariables {
  private static final Pattern REQUIRED = Pattern.compile("\\$\\{(DVC_[A-Z_]+)}");
  private static final String FILE = "application-production.yaml";

  private MissingVariables() {}

  static List<String> in(ConfigurableEnvironment settings) {
    var missing = new TreeSet<String>();
    for (var source : settings.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> file && file.getName().contains(FILE)) {
        for (var name : file.getPropertyNames()) {
          REQUIRED
              .matcher(String.valueOf(file.getProperty(name)))
              .results()
              .map(found -> found.group(1))
              .filter(variable -> !settings.containsProperty(variable))
              .forEach(missing::add);
        }
      }
    }
    return List.copyOf(missing);
  }
}
