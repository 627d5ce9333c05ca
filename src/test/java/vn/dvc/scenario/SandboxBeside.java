package vn.dvc.scenario;

import java.util.concurrent.CompletableFuture;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts a sandbox before the application under test, and stops it after that. */
class SandboxBeside implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private final String[] arguments;

  SandboxBeside() {
    this(new String[0]);
  }

  /** With more arguments than every sandbox has. */
  SandboxBeside(String... arguments) {
    this.arguments = arguments;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    // In another thread, or Spring would take the sandbox for the application under test.
    var world = CompletableFuture.supplyAsync(() -> ScenarioSandbox.start(arguments)).join();
    TestPropertyValues.of(
            "server.port=" + world.appPort,
            "dvc.public-url=" + world.appUrl(),
            "dvc.sandbox-url=" + world.url(),
            "dvc.mailing.mail.port=" + world.mailPort())
        .applyTo(context);
    var beans = ((GenericApplicationContext) context).getDefaultListableBeanFactory();
    beans.registerSingleton("world", world);
    beans.registerDisposableBean("world", world::stop);
    beans.registerSingleton("portal", new Portal(world.appUrl()));
    beans.registerSingleton("sandbox", JsonClient.at(world.url() + "/sandbox"));
  }
}
