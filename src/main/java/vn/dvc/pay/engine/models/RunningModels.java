package vn.dvc.pay.engine.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/**
 * The models, tables and forms that run: each file as it was deployed last, by the program or by a
 * release. Whatever else is deployed, as tests do, is none of them.
 */
@Component
public class RunningModels {
  private static final String NAME = "processes";
  private static final String PROGRAM = "program";
  private static final String RELEASE = "release";

  private final ProcessEngineConfigurationImpl engine;
  private final RepositoryService repository;

  RunningModels(ProcessEngineConfigurationImpl engine, RepositoryService repository) {
    this.engine = engine;
    this.repository = repository;
  }

  /** By name. */
  public Map<String, Running> all() {
    Map<String, Running> running = new TreeMap<>();
    for (var deployment : repository.createDeploymentQuery().orderByDeploymentTime().asc().list()) {
      if (PROGRAM.equals(deployment.getSource()) || RELEASE.equals(deployment.getSource())) {
        for (var file : repository.getDeploymentResourceNames(deployment.getId())) {
          running.merge(
              file,
              deployed(deployment, file),
              (before, later) -> before.then(later, RELEASE.equals(deployment.getSource())));
        }
      }
    }
    return running;
  }

  private Running deployed(Deployment deployment, String file) {
    var bytes = read(deployment.getId(), file);
    var released = RELEASE.equals(deployment.getSource());
    return new Running(
        file,
        bytes,
        deployment.getId(),
        deployment.getDeploymentTime().toInstant(),
        released ? deployment.getName() : null,
        released ? null : bytes);
  }

  /**
   * Runs what reads and then deploys, while no other node does. The lock is the engine's own, which
   * it takes for each deployment, and ends with the caller's transaction.
   */
  public <T> T alone(Supplier<T> deploying) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            command -> {
              command.getPropertyManager().acquireExclusiveLock();
              return deploying.get();
            });
  }

  /** What the program brought. Returns how many processes got a new version. */
  int deployOfProgram(Collection<String> names, Map<String, byte[]> all) {
    return deploy(NAME, PROGRAM, names, all);
  }

  /** What two persons released, under its tag. */
  public void deployReleased(String tag, Collection<String> names, Map<String, byte[]> all) {
    deploy(tag, RELEASE, names, all);
  }

  private int deploy(
      String name, String source, Collection<String> names, Map<String, byte[]> all) {
    var deployment = repository.createDeployment().name(name).source(source);
    for (var file : Together.of(names, all)) {
      deployment.addInputStream(file, new ByteArrayInputStream(all.get(file)));
    }
    var processes = deployment.deployWithResult().getDeployedProcessDefinitions();
    return processes == null ? 0 : processes.size();
  }

  private byte[] read(String deployment, String file) {
    try (InputStream bytes = repository.getResourceAsStream(deployment, file)) {
      return bytes.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
