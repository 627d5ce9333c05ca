package vn.dvc.pay.engine.models;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.wiring.WiringCheck;

/**
 * Deploys what the program brings, before the application accepts requests, jobs or tasks: only
 * what changed, and nothing over what was released. Together they are checked once more, because a
 * released model need not fit a newer program.
 */
@Component
class Deployer implements SmartLifecycle {
  /** Before the web server and everything else that uses processes. */
  private static final int PHASE = 0;

  private static final Logger log = LoggerFactory.getLogger(Deployer.class);

  private final RunningModels running;
  private final CheckedModels models;
  private final WiringCheck wiring;
  private final Set<String> over;
  private volatile boolean started;

  Deployer(
      RunningModels running,
      CheckedModels models,
      WiringCheck wiring,
      @Value("${dvc.models-over-released:}") Set<String> over) {
    this.running = running;
    this.models = models;
    this.wiring = wiring;
    this.over = over;
  }

  @Override
  public void start() {
    if (!models.files().isEmpty()) {
      running.alone(this::deploy);
    }
    started = true;
  }

  private int deploy() {
    var now = running.all();
    var wanted = WantedModels.of(models.files(), now, over);
    if (now.values().stream().anyMatch(Running::isReleased)) {
      requireFitting(wanted);
    }
    var processes =
        wanted.fromProgram().isEmpty()
            ? 0
            : running.deployOfProgram(wanted.fromProgram(), wanted.files());
    log.info(
        "{} models, tables and forms; {} processes deployed anew",
        wanted.files().size(),
        processes);
    if (!wanted.newer().isEmpty()) {
      log.warn(
          "Released ones stay, although the program brings others: {}; see /operations/models",
          wanted.newer());
    }
    return processes;
  }

  private void requireFitting(WantedModels wanted) {
    var faults = wiring.check(wanted.files());
    if (!faults.isEmpty()) {
      throw new ModelsRefused(faults);
    }
  }

  @Override
  public void stop() {
    started = false;
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
