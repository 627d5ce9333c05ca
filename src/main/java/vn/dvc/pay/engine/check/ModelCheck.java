package vn.dvc.pay.engine.check;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import vn.dvc.pay.engine.Parties;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ReadsTable;
import vn.dvc.pay.engine.models.FaultReport;
import vn.dvc.pay.engine.models.ModelFiles;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Rules;
import vn.dvc.pay.engine.wiring.WiringCheck;
import vn.dvc.pay.engine.worker.ServedParties;

/**
 * {@code java -jar dvc-pay.jar --check-models=folder}: checks a folder of models, tables and forms
 * in seconds, starting neither engine nor database. The steps are only looked at, never created.
 */
public final class ModelCheck {
  public static final String ARGUMENT = "--check-models";

  private ModelCheck() {}

  /**
   * @return the exit code: 0 without faults, 1 with faults, 2 if there is nothing to check
   */
  public static int run(String folder, PrintStream out) {
    long begun = System.nanoTime();
    if (!Files.isDirectory(Path.of(folder))) {
      out.println(text("no-folder", folder));
      return 2;
    }
    try (var context = parts(folder)) {
      var files = context.getBean(ModelFiles.class).read();
      if (files.isEmpty()) {
        out.println(text("no-files", folder));
        return 2;
      }
      var faults = context.getBean(WiringCheck.class).check(files);
      long millis = (System.nanoTime() - begun) / 1_000_000;
      out.print(FaultReport.of(faults));
      out.println(
          faults.isEmpty()
              ? text("all-right", files.size(), millis)
              : text("faults-found", files.size(), faults.size(), millis));
      return faults.isEmpty() ? 0 : 1;
    }
  }

  /** The check itself and what it needs to know of the program. */
  static ConfigurableApplicationContext parts(String folder) {
    return new SpringApplicationBuilder(Parts.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .lazyInitialization(true)
        .properties("logging.level.root=off")
        .run("--dvc.models=" + folder);
  }

  private static String text(String key, Object... facts) {
    var pattern = ResourceBundle.getBundle("messages/models", Locale.ROOT).getString(key);
    return new MessageFormat(pattern, Locale.ROOT).format(facts);
  }

  /** What the check looks at. Not annotated as a configuration, so that no other scan finds it. */
  @ComponentScan(
      basePackages = "vn.dvc.pay",
      useDefaultFilters = false,
      includeFilters = {
        @ComponentScan.Filter({ProcessSteps.class, ReadsTable.class}),
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = {
              Parties.class,
              Rules.class,
              ServedParties.class,
              StepBeans.class,
              ModelFiles.class,
              WiringCheck.class
            })
      })
  @ConfigurationPropertiesScan("vn.dvc.pay.bank")
  static class Parts {}
}
