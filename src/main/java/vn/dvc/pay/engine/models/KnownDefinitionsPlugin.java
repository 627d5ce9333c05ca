package vn.dvc.pay.engine.models;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.springframework.stereotype.Component;

/** Gives the engine {@link KnownDefinitions}. */
@Component
class KnownDefinitionsPlugin extends AbstractProcessEnginePlugin {
  private static final int CAPACITY = 1000;

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    var known = new KnownDefinitions(new DefaultCacheFactory(), CAPACITY);
    known.setDeployers(engine.getDeployers());
    engine.setDeploymentCache(known);
  }
}
