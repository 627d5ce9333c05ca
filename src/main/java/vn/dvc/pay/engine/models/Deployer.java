package vn.dvc.pay.engine.models;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Deploys all models together before the application accepts requests, jobs or tasks. One
 * deployment, so that forms always match the models that show them; deploys nothing if nothing
 * changed.
 */
@Component
class Deployer implements SmartLifecycle {
  /** Before the web server and everything else that uses processes. */
  private static final int PHASE = 0;

  private static final Logger log = LoggerFactory.getLogger(Deployer.class);

  private final RepositoryService repository;
  private final CheckedModels models;
  private volatile boolean running;

  Deployer(RepositoryService repository, CheckedModels models) {
    this.repository = repository;
    this.models = models;
  }

  @Override
  public void start() {
    if (!models.files().isEmpty()) {
      deploy(models.files());
    }
    running = true;
  }

  private void deploy(Map<String, byte[]> files) {
    DeploymentBuilder deployment =
        repository.createDeployment().name("processes").enableDuplicateFiltering(false);
    files.forEach(
        (name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
    var deployed = deployment.deployWithResult().getDeployedProcessDefinitions();
    log.info(
        "{} models, tables and forms; {} processes deployed anew",
        files.size(),
        deployed == null ? 0 : deployed.size());
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
    return PHASE;
  }
}
