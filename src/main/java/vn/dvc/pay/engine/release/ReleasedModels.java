package vn.dvc.pay.engine.release;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.models.CheckedModels;
import vn.dvc.pay.engine.models.Running;
import vn.dvc.pay.engine.models.RunningModels;
import vn.dvc.pay.engine.models.WantedModels;
import vn.dvc.pay.engine.wiring.WiringCheck;

/** The models that run, checked together with changes, and changed. */
@Component
public class ReleasedModels {
  private final RunningModels running;
  private final CheckedModels brought;
  private final WiringCheck wiring;
  private final RepositoryService repository;

  ReleasedModels(
      RunningModels running,
      CheckedModels brought,
      WiringCheck wiring,
      RepositoryService repository) {
    this.running = running;
    this.brought = brought;
    this.wiring = wiring;
    this.repository = repository;
  }

  /** By name. */
  public List<RunningFile> running() {
    var now = running.all();
    var wanted = wanted(now);
    return wanted.files().keySet().stream()
        .filter(now::containsKey)
        .map(now::get)
        .map(file -> runningFile(file, wanted.newer()))
        .toList();
  }

  /** Contents by name. */
  public Map<String, byte[]> files() {
    return wanted(running.all()).files();
  }

  /** What the check says of all models once these have changed; without faults, nothing. */
  public List<TranslatedFault> check(Map<String, byte[]> changed, Locale language) {
    var all = new TreeMap<>(files());
    all.putAll(changed);
    WantedModels.dropUnshownForms(all, changed.keySet());
    return wiring.check(all).stream().map(fault -> TranslatedFault.of(fault, language)).toList();
  }

  /** Runs what reads and then deploys in the caller's transaction, while no other node does. */
  public <T> T alone(Supplier<T> deploying) {
    return running.alone(deploying);
  }

  /** Deploys what changed under the release's tag; other nodes follow within ten seconds. */
  public void deploy(String tag, Map<String, byte[]> changed) {
    var all = new TreeMap<>(files());
    all.putAll(changed);
    running.deployReleased(tag, changed.keySet(), all);
  }

  private WantedModels wanted(Map<String, Running> now) {
    return WantedModels.of(brought.files(), now, Set.of());
  }

  private RunningFile runningFile(Running file, Collection<String> newer) {
    return new RunningFile(
        file.file(),
        file.bytes(),
        version(file),
        file.since(),
        file.tag(),
        newer.contains(file.file()) ? brought.files().get(file.file()) : null);
  }

  private int version(Running file) {
    if (file.file().endsWith(".bpmn")) {
      return repository
          .createProcessDefinitionQuery()
          .deploymentId(file.deployment())
          .processDefinitionResourceName(file.file())
          .list()
          .stream()
          .findFirst()
          .map(it -> it.getVersion())
          .orElse(0);
    }
    return file.file().endsWith(".dmn")
        ? repository
            .createDecisionDefinitionQuery()
            .deploymentId(file.deployment())
            .decisionDefinitionResourceName(file.file())
            .list()
            .stream()
            .findFirst()
            .map(it -> it.getVersion())
            .orElse(0)
        : 0;
  }
}
