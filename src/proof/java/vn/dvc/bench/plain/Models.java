package vn.dvc.bench.plain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Deploys our models, before the web server starts. For the usual way each external task becomes a
 * job that calls its bank.
 */
@Component
class Models implements SmartLifecycle {
  private static final Pattern EXTERNAL =
      Pattern.compile("camunda:type=\"external\" camunda:topic=\"[^\"]*\"");
  private static final String DELEGATE =
      "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"\\${bankCall}\"";

  private final RepositoryService repository;
  private final PlainSettings settings;
  private volatile boolean running;

  Models(RepositoryService repository, PlainSettings settings) {
    this.repository = repository;
    this.settings = settings;
  }

  @Override
  public void start() {
    var deployment = repository.createDeployment().name("plain");
    try {
      for (var file : files()) {
        deployment.addString(file.getFileName().toString(), text(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    deployment.deploy();
    running = true;
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(settings.models())) {
      return all.filter(each -> each.toString().matches(".*\\.(bpmn|dmn|form)")).toList();
    }
  }

  private String text(Path file) throws IOException {
    var text = Files.readString(file);
    return settings.isUsual() ? EXTERNAL.matcher(text).replaceAll(DELEGATE) : text;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
