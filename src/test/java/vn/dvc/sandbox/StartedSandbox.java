package vn.dvc.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * A sandbox for the tests of one class, and the app that it serves. No fault that a test orders
 * outlives that test.
 */
class StartedSandbox implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private Path data;
  private SigningApp app;
  private RunningSandbox sandbox;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    data = Files.createTempDirectory("sandbox");
    app = new SigningApp();
    sandbox = new RunningSandbox(data, app.url());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    sandbox.delete("/sandbox/faults");
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    sandbox.close();
    app.close();
    FileSystemUtils.deleteRecursively(data);
  }

  SigningApp app() {
    return app;
  }

  RunningSandbox sandbox() {
    return sandbox;
  }

  BankClient bank(String bin) {
    return new BankClient(sandbox.url(), bin, app);
  }
}
