package vn.dvc.proof.mutants;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/**
 * Runs the tests that are to catch a mutant, in a process of its own with the mutant first on the
 * class path. Its last line of output says what became of the mutant.
 */
public final class TestsRun {
  static final String RESULT = "RESULT ";

  private TestsRun() {}

  /**
   * @param names classes, or {@code Class#method}
   */
  public static void main(String[] names) throws Exception {
    var listener = new SummaryGeneratingListener();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Arrays.stream(names).map(TestsRun::selector).toList())
            .build();
    LauncherFactory.create().execute(request, listener);
    var summary = listener.getSummary();
    var caught = summary.getFailures().stream().filter(TestsRun::isAVerdict).findFirst();
    if (summary.getTestsStartedCount() == 0) {
      System.out.println(RESULT + "no test ran");
    } else if (caught.isPresent()) {
      System.out.println(RESULT + "caught " + caught.get().getTestIdentifier().getDisplayName());
    } else if (summary.getTestsFailedCount() > 0) {
      System.out.println(RESULT + "the mutant does not start");
    } else {
      System.out.println(RESULT + "nothing failed");
    }
    summary.getFailures().forEach(it -> it.getException().printStackTrace());
    System.out.flush();
    System.exit(0); // whatever threads an application has left behind
  }

  /** A mutant that does not even start counts as caught by nothing. */
  private static boolean isAVerdict(Failure failure) {
    for (var cause = failure.getException(); cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("ApplicationContext")) {
        return false;
      }
    }
    return true;
  }

  /** Refuses a name that selects no test. */
  static DiscoverySelector selector(String name) {
    try {
      var parts = name.split("#");
      var type = Class.forName(parts[0], false, TestsRun.class.getClassLoader());
      return parts.length == 1
          ? DiscoverySelectors.selectClass(type)
          : DiscoverySelectors.selectMethod(type, method(type, parts[1]));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static Method method(Class<?> type, String name) {
    for (var at = type; at != null; at = at.getSuperclass()) {
      for (var method : at.getDeclaredMethods()) {
        // A source of test cells has the same name and is static.
        if (method.getName().equals(name) && !Modifier.isStatic(method.getModifiers())) {
          return method;
        }
      }
    }
    throw new IllegalArgumentException(type + " has no test " + name);
  }
}
