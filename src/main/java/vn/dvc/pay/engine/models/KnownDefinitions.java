package vn.dvc.pay.engine.models;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.CacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/**
 * The engine's cache of parsed models, which answers by itself: a version never changes, so what is
 * cached by its id need not be read again, and which version is the newest is asked only now and
 * then. The engine itself reads the version's row for each call of the cache.
 */
final class KnownDefinitions extends DeploymentCache {
  /** How late a node may learn of a version that another node deployed. */
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Map<String, Newest> newest = new ConcurrentHashMap<>();

  KnownDefinitions(CacheFactory caches, int capacity) {
    super(caches, capacity);
  }

  @Override
  public ProcessDefinitionEntity findDeployedProcessDefinitionById(String id) {
    var known = id == null ? null : findProcessDefinitionFromCache(id);
    return known == null ? super.findDeployedProcessDefinitionById(id) : known;
  }

  @Override
  public DecisionDefinitionEntity findDeployedDecisionDefinitionById(String id) {
    var known = id == null ? null : findDecisionDefinitionFromCache(id);
    return known == null ? super.findDeployedDecisionDefinitionById(id) : known;
  }

  @Override
  public ProcessDefinitionEntity findDeployedLatestProcessDefinitionByKey(String key) {
    return findDeployedProcessDefinitionById(
        newest(
            "process " + key, () -> super.findDeployedLatestProcessDefinitionByKey(key).getId()));
  }

  /** How a process finds the one that it calls. */
  @Override
  public ProcessDefinitionEntity findDeployedLatestProcessDefinitionByKeyAndTenantId(
      String key, String tenant) {
    return findDeployedProcessDefinitionById(
        newest(
            "process " + key + " of " + tenant,
            () -> super.findDeployedLatestProcessDefinitionByKeyAndTenantId(key, tenant).getId()));
  }

  @Override
  public DecisionDefinition findDeployedLatestDecisionDefinitionByKey(String key) {
    return findDeployedDecisionDefinitionById(
        newest(
            "decision " + key, () -> super.findDeployedLatestDecisionDefinitionByKey(key).getId()));
  }

  private String newest(String name, Supplier<String> find) {
    var known = newest.get(name);
    if (known == null || !known.isRecent()) {
      known = new Newest(find.get(), System.nanoTime());
      newest.put(name, known);
    }
    return known.id;
  }

  @Override
  public void addProcessDefinition(ProcessDefinitionEntity added) {
    super.addProcessDefinition(added);
    newest.clear();
  }

  @Override
  public void addDecisionDefinition(DecisionDefinitionEntity added) {
    super.addDecisionDefinition(added);
    newest.clear();
  }

  @Override
  public void removeDeployment(String deployment) {
    super.removeDeployment(deployment);
    newest.clear();
  }

  private record Newest(String id, long nanos) {
    boolean isRecent() {
      return System.nanoTime() - nanos < KEPT.toNanos();
    }
  }
}
