package vn.dvc.proof.failpoint;

import static ch.qos.logback.classic.Level.INFO;
import static ch.qos.logback.classic.Level.WARN;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import vn.dvc.scenario.Secrets;

/**
 * Looks for card numbers, codes and our private key where they must not be: after each cell in what
 * was logged meanwhile, and once all cells have been played in every table, in the names and tags
 * of the metrics, and in the web server's temporary files.
 */
final class LeakScan {
  private static final String OURS = "vn.dvc.pay";
  private static final StringBuffer LOGGED = new StringBuffer();

  static {
    listen();
  }

  private int looked = LOGGED.length();

  /** From INFO on, as in production, while the console goes on showing warnings only. */
  private static void listen() {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.iteratorForAppenders()
        .forEachRemaining(
            console -> {
              var warnings = new ThresholdFilter();
              warnings.setLevel(WARN.toString());
              warnings.start();
              console.addFilter(warnings);
            });
    var layout = new PatternLayout();
    layout.setContext(root.getLoggerContext());
    layout.setPattern("%level %logger %mdc %msg%n%ex");
    layout.start();
    var listener =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            LOGGED.append(layout.doLayout(event));
          }
        };
    listener.setContext(root.getLoggerContext());
    listener.start();
    root.addAppender(listener);
    ((Logger) LoggerFactory.getLogger(OURS)).setLevel(INFO);
  }

  /** Lines of the log since the last look that hold one. */
  List<String> inTheLog(Collection<String> secrets) {
    var fresh = LOGGED.substring(looked);
    looked += fresh.length();
    var all = new Secrets(secrets.toArray(String[]::new));
    return fresh.lines().filter(all::holds).toList();
  }

  /** Places that hold one. */
  static List<String> everywhere(
      Collection<String> secrets, DataSource database, MeterRegistry meters, String port) {
    var all = new Secrets(secrets.toArray(String[]::new));
    var found = new ArrayList<String>();
    try (var temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      found.addAll(all.inTablesOf(database));
      for (var folder :
          temporary.filter(it -> it.getFileName().toString().contains("." + port + ".")).toList()) {
        all.inFilesBelow(folder).forEach(file -> found.add(file.toString()));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var metrics =
        meters.getMeters().stream()
            .map(Meter::getId)
            .map(Meter.Id::toString)
            .collect(Collectors.joining("\n"));
    metrics.lines().filter(all::holds).forEach(found::add);
    return found;
  }
}
