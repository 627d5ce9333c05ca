package vn.dvc.pay.keys;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/**
 * What a command of the program starts that signs or verifies something: the database that is
 * configured, our key, and its own part. No server, no engine, no jobs, no log.
 */
public final class SigningCommand {
  private SigningCommand() {}

  /**
   * @param arguments the first one is the command; the others are the program's own
   * @param part the class of the command's own bean
   * @return what the work returns: an exit code
   */
  public static int run(String[] arguments, Class<?> part, ToIntFunction<ApplicationContext> work) {
    try (var context =
        new SpringApplicationBuilder(Parts.class, part)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties("logging.level.root=off")
            .run(Arrays.copyOfRange(arguments, 1, arguments.length))) {
      return work.applyAsInt(context);
    }
  }

  /** What all commands need. Not annotated as a configuration, so that no other scan finds it. */
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
  })
  @ComponentScan
  @ConfigurationPropertiesScan
  public static class Parts {}
}
