package vn.dvc.pay.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A headless Chromium that is already installed; without one, tests are skipped. */
public final class Chromium implements AutoCloseable {
  /** Closing takes milliseconds. */
  private static final int LONGEST_CLOSE_SECONDS = 20;

  /** The one without windows comes first: it takes much less processor time. */
  private static final List<Path> INSTALLED =
      List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

  private final Path program;
  private Playwright playwright;
  private Browser browser;

  private Chromium(Path program) {
    this.program = program;
    launch();
  }

  private void launch() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--no-first-run")));
  }

  public static Chromium orSkip() {
    var named = System.getenv("CHROMIUM");
    var programs = named == null ? INSTALLED : List.of(Path.of(named).toAbsolutePath());
    var program = programs.stream().filter(Files::isExecutable).findFirst();
    Assumptions.assumeTrue(
        program.isPresent(),
        "Skipped: no Chromium among " + programs + "; install one or name it in CHROMIUM");
    return new Chromium(program.get());
  }

  public Browser browser() {
    return browser;
  }

  /**
   * Closes a context. Chromium has been seen to hang in this, with Playwright waiting for ever;
   * then it is killed, and the next test gets a new one.
   */
  public void close(BrowserContext context) {
    if (!ends(context::close)) {
      playwright.close();
      launch();
    }
  }

  @Override
  public void close() {
    ends(browser::close);
    playwright.close();
  }

  /** Whether it ended by itself. */
  private static boolean ends(Runnable closing) {
    var kill =
        CompletableFuture.runAsync(
            Chromium::kill,
            CompletableFuture.delayedExecutor(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS));
    try {
      closing.run();
      return kill.cancel(false);
    } catch (PlaywrightException e) {
      if (kill.cancel(false)) {
        throw e;
      }
      return false;
    }
  }

  private static void kill() {
    ProcessHandle.current()
        .descendants()
        .filter(it -> it.info().command().orElse("").contains("chrom"))
        .forEach(ProcessHandle::destroyForcibly);
  }
}
