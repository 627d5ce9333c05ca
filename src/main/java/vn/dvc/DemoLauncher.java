package vn.dvc;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.dvc.pay.PayApplication;
import vn.dvc.sandbox.SandboxApplication;

/**
 * Starts DVC Pay and the sandbox at once, two programs in one JVM that know each other only by
 * HTTP, for {@code mvn spring-boot:run}. Ports by {@code --server.port} and {@code
 * --dvc.sandbox.port}.
 */
public final class DemoLauncher {

  private final String[] arguments;
  private final int appPort;
  private final int sandboxPort;

  private DemoLauncher(String[] arguments) {
    Environment environment = environment(arguments);
    this.arguments = arguments;
    this.appPort = environment.getProperty("server.port", Integer.class, 8080);
    this.sandboxPort = environment.getProperty("dvc.sandbox.port", Integer.class, 9090);
  }

  public static void main(String[] arguments) {
    DemoLauncher demo = new DemoLauncher(arguments);
    if (!isFree(demo.sandboxPort, "the sandbox", "--dvc.sandbox.port")
        || !isFree(demo.appPort, "DVC Pay", "--server.port")) {
      System.exit(1);
    }
    demo.start();
  }

  private void start() {
    FutureTask<ConfigurableApplicationContext> sandbox =
        new FutureTask<>(
            () -> SandboxApplication.builder().registerShutdownHook(false).run(sandboxArguments()));
    SpringApplication pay = new SpringApplication(PayApplication.class);
    pay.setMainApplicationClass(PayApplication.class);
    pay.setRegisterShutdownHook(false);
    // Only once the log, which both share, has been set up.
    ApplicationListener<ApplicationPreparedEvent> startSandbox =
        prepared -> new Thread(sandbox, "sandbox").start();
    pay.addListeners(startSandbox);
    try {
      ConfigurableApplicationContext started = pay.run(payArguments());
      stopTogether(started, sandbox.get());
    } catch (RuntimeException | ExecutionException e) {
      // Spring has told why.
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      System.exit(1);
    }
    System.out.println(welcome());
  }

  /** DVC Pay stops first, so that calls under way still find their bank. */
  private static void stopTogether(
      ConfigurableApplicationContext pay, ConfigurableApplicationContext sandbox) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  pay.close();
                  sandbox.close();
                },
                "stop-demo"));
  }

  /** The sandbox hears only what is meant for it. */
  private String[] sandboxArguments() {
    return with(
        Arrays.stream(arguments).filter(each -> each.startsWith("--dvc.sandbox.")),
        "--server.port=" + sandboxPort,
        "--dvc.sandbox.app-url=" + appUrl(),
        "--logging.include-application-name=false");
  }

  private String[] payArguments() {
    return with(
        Arrays.stream(arguments).filter(each -> !each.startsWith("--dvc.sandbox.")),
        "--server.port=" + appPort,
        "--dvc.public-url=" + appUrl(),
        "--dvc.sandbox-url=" + sandboxUrl(),
        "--logging.include-application-name=false");
  }

  /** What was asked for, and of ours what was not: an option given twice would be a list. */
  private static String[] with(Stream<String> asked, String... ours) {
    List<String> all = new ArrayList<>(asked.toList());
    for (String option : ours) {
      String name = option.substring(0, option.indexOf('=') + 1);
      if (all.stream().noneMatch(each -> each.startsWith(name))) {
        all.add(option);
      }
    }
    return all.toArray(String[]::new);
  }

  private String appUrl() {
    return "http://localhost:" + appPort;
  }

  private String sandboxUrl() {
    return "http://localhost:" + sandboxPort;
  }

  private String welcome() {
    return """

        DVC Pay is ready.

          Payers' pages            %1$s/
          Tasklist                 %1$s/camunda/app/tasklist/
          Cockpit                  %1$s/camunda/app/cockpit/
          Banks and portal, faked  %2$s/   (cards, OTP messages, ledger, faults)
          Portal's sign-in, faked  %2$s/identity/portal
          Mail and SMS, faked      %2$s/mailbox

          Demo accounts; each password is the same as the name:
            payers     nguyen-van-a, cong-ty-an-phat
            bank       teller-1, officer-1, officer-2, supervisor-1
            operators  operator-1, operator-2, operator-3
            others     analyst-1, admin; API client portal

          Stop with Ctrl-C.
        """
        .formatted(appUrl(), sandboxUrl());
  }

  private static Environment environment(String[] arguments) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
    return environment;
  }

  private static boolean isFree(int port, String program, String option) {
    try (ServerSocket probe = new ServerSocket(port)) {
      return probe.isBound();
    } catch (IOException e) {
      System.err.printf(
          "Port %d is taken, so %s cannot start: stop the program that uses it, or choose another"
              + " port with mvn spring-boot:run -Dspring-boot.run.arguments=%s=<port>%n",
          port, program, option);
      return false;
    }
  }
}
