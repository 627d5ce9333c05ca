package vn.dvc.pay.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Some tests silence the log, such as those of the program's commands, and it is the log of the
 * whole JVM. After each class it speaks again, as application-test.yaml says; an application that
 * is kept for several classes would not see to that. Registered for all tests in META-INF/services.
 */
public class SpeakingLog implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext test) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
  }
}
